// The shape of each kind of thing, on the picture and in the legend.
function outline(shape, radius) {
  const round = (corners, turn) => Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / corners;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
  const r = radius;
  if (shape === "square") return [[-r, -r], [r, -r], [r, r], [-r, r]];
  if (shape === "diamond") return [[0, -r], [r, 0], [0, r], [-r, 0]];
  if (shape === "triangle") return [[0, -1.01 * r], [1.15 * r, 0.98 * r], [-1.15 * r, 0.98 * r]]; // as vis draws it
  if (shape === "hexagon") return round(6, 0);
  return round(24, 0); // a dot, near enough
}

const SVG = "http://www.w3.org/2000/svg";
function drawShape(svg, shape) {
  const polygon = document.createElementNS(SVG, "polygon");
  polygon.setAttribute("points", outline(shape, 7).map((point) => point.map((n) => n.toFixed(1)).join(",")).join(" "));
  svg.replaceChildren(polygon);
}

function shapeOf(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-9 -9 18 18");
  svg.setAttribute("class", `shape ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  drawShape(svg, KIND.get(kind).shape);
  return svg;
}
