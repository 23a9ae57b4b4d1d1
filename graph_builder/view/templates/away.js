// Taking it away: the picture as SVG and PNG, the facts as CSV, the view on paper; each with its legend and its sources.
const LINES_MEAN = [["for", "for"], ["against", "against"], ["anything else", "edge"]];

function svgEl(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function pictureSvg() {
  const keys = nodeView.getIds();
  const spots = keys.map((key) => ({ key, ...at.get(key) }));
  const [left, top] = [Math.min(...spots.map(({ x }) => x)) - 130, Math.min(...spots.map(({ y }) => y)) - 110];
  const width = Math.max(760, Math.max(...spots.map(({ x }) => x)) - left + 130);
  const bottom = Math.max(...spots.map(({ y }) => y)) + 70;
  const notes = notesOf();
  const height = bottom - top + 70 + notes.length * 17;
  const svg = svgEl("svg", { xmlns: SVG, width, height, viewBox: `${left} ${top} ${width} ${height}`, "font-family": "system-ui, 'DejaVu Sans', sans-serif", "font-size": "13" });
  svg.append(svgEl("rect", { x: left, y: top, width, height, fill: palette.bg }));
  const words = (x, y, text, more = {}) => svg.append(svgEl("text", { x, y, fill: palette.fg, ...more }, text));
  words(left + 16, top + 28, document.querySelector("h1").textContent, { "font-size": "18", "font-weight": "600" });
  words(left + 16, top + 48, [byId("summary").textContent, filterWords()].filter(Boolean).join(" Shown: "), { fill: palette.mute, "font-size": "12" });
  for (const { from, to, id } of edgeView.get()) drawLine(svg, at.get(from), at.get(to), live.links.get(id));
  for (const { key, x, y, size, shape } of spots) {
    svg.append(svgEl("polygon", { fill: palette[thing.get(key).kind], points: outline(shape, size).map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ") }));
    broken(thing.get(key).label).forEach((line, i) => words(x, y + size + 14 + i * 15, line, { "text-anchor": "middle", stroke: palette.bg, "stroke-width": "3", "paint-order": "stroke" }));
  }
  drawLegend(svg, left + 16, bottom + 26, words);
  notes.forEach((note, i) => words(left + 16, bottom + 60 + i * 17, clipped(note, Math.floor(width / 6.4)), { "font-size": "12", fill: palette.mute }));
  return { svg, width, height };
}

function drawLine(svg, from, to, each) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * (to.size + 3), y: to.y - Math.sin(angle) * (to.size + 3) };
  const barb = (turn, length) => `${(tip.x - length * Math.cos(angle + turn)).toFixed(1)} ${(tip.y - length * Math.sin(angle + turn)).toFixed(1)}`;
  const ending = each.tone === "against" ? `M${barb(Math.PI / 2, 6)}L${barb(-Math.PI / 2, 6)}` : `M${barb(0.42, 8)}L${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${barb(-0.42, 8)}`;
  const same = { stroke: lineColour(each), "stroke-width": each.single ? 1.2 : 2.6, fill: "none" };
  const line = svgEl("path", { d: `M${from.x} ${from.y}L${tip.x.toFixed(1)} ${tip.y.toFixed(1)}`, ...same, ...(each.doubtful ? { "stroke-dasharray": "5 5" } : {}) });
  line.append(svgEl("title", {}, `${thing.get(each.source).label} ${each.words} ${thing.get(each.target).label}`));
  svg.append(line, svgEl("path", { d: ending, ...same }));
}

function drawLegend(svg, left, y, words) {
  let x = left;
  for (const { code, plural, shape } of DATA.kinds) {
    svg.append(svgEl("polygon", { fill: palette[code], points: outline(shape, 7).map(([dx, dy]) => `${x + 7 + dx},${y - 4 + dy}`).join(" ") }));
    words(x + 20, y, plural);
    x += 34 + plural.length * 7.4;
  }
  for (const [label, colour] of [...LINES_MEAN, ["in doubt", "edge"], ["several documents", "edge"]]) {
    svg.append(svgEl("path", { d: `M${x} ${y - 4}h26${label === "against" ? "m0 -5v10" : ""}`, stroke: palette[colour], "stroke-width": label === "several documents" ? 3.4 : 1.6,
      fill: "none", "stroke-dasharray": label === "in doubt" ? "5 4" : "none" }));
    words(x + 32, y, label);
    x += 46 + label.length * 7.4;
  }
}

// The documents behind what is shown.
function notesOf() {
  const shown = new Set(inScope().flatMap(({ evidence }) => evidence.map((each) => each.source)));
  const named = SOURCES.filter(({ key }) => shown.has(key)).map(({ title, publisher, published_words: when, address }) => [title, publisher, when || "no date", address].filter(Boolean).join(" · "));
  return ["Sources", ...named.slice(0, 40), ...(named.length > 40 ? [`and ${named.length - 40} more`] : [])];
}

function save(blob, ending) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: `onrecord-${state.view}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  byId("live").textContent = `Saved as ${ending.toUpperCase()}`;
}

function svgBlob() {
  const { svg, width, height } = pictureSvg();
  return { blob: new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), width, height };
}

async function pngBlob() {
  const { blob, width, height } = svgBlob();
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const scale = Math.min(2, 12000 / Math.max(width, height));
  const canvas = el("canvas", { width: String(Math.round(width * scale)), height: String(Math.round(height * scale)) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

// The facts that the view shows, in its order.
function onScreen() {
  if (state.view === "table") return tableFacts();
  if (state.view === "positions") return inScope().filter(({ sort }) => sort === "stance");
  if (state.view === "timeline") return inScope().filter(({ sort }) => sort !== "participation");
  const name = state.view === "sources" ? documentShown() : null;
  return inScope().filter(({ evidence }) => !name || evidence.some((each) => each.source === name));
}

function csvBlob() {
  return new Blob(["\ufeff", csvText(onScreen())], { type: "text/csv" });
}

// What paper needs and the screen has elsewhere.
function preparePaper() {
  const parts = [filterWords() ? el("p", { text: `Shown: ${filterWords()}` }) : null];
  if (state.view === "network" && nodeView.length) {
    const { svg } = pictureSvg();
    svg.removeAttribute("height");
    svg.setAttribute("width", "100%");
    parts.push(svg);
  } else parts.push(el("h2", { text: "Sources" }), el("ul", {}, ...notesOf().slice(1).map((note) => el("li", { text: note }))));
  byId("printed").replaceChildren(...parts.filter(Boolean));
}

function startAway() {
  const close = () => { byId("away").open = false; };
  const wire = (id, action) => byId(id).addEventListener("click", () => {
    close();
    action();
  });
  wire("away-svg", () => save(svgBlob().blob, "svg"));
  wire("away-png", async () => save(await pngBlob(), "png"));
  wire("away-csv", () => save(csvBlob(), "csv"));
  wire("away-print", () => window.print());
  addEventListener("beforeprint", preparePaper);
  byId("away").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    byId("away").querySelector("summary").focus();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => byId("away").contains(target) || close());
}
