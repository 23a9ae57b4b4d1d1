// A view that is made of elements, as a picture: its boxes, rules and words where the screen has them, scrolled or not.
const NOT_ON_PAPER = ".controls, .screen, .unseen, button.more:not(.read), .sort, .nothing button";
const SIDES = ["Top", "Right", "Bottom", "Left"];
const CLEAR = "rgba(0, 0, 0, 0)";

function screenSvg() {
  const box = state.view === "sources" ? document.querySelector(".reading") : byId(`view-${state.view}`);
  const scrolls = byId(`view-${state.view}`);
  const scrolled = scrolls.scrollTop;
  // A heading that sticks to the edge while the rows move stands over its own column again.
  scrolls.scrollTop = 0;
  const { left, top } = box.getBoundingClientRect();
  const controls = box.querySelector(".controls");
  const skipped = controls ? controls.getBoundingClientRect().bottom - top : 0;
  const drawn = svgEl("g", {});
  copyBox(drawn, box, { left, top: top + skipped });
  const height = Math.max(40, box.scrollHeight - skipped);
  scrolls.scrollTop = scrolled;
  return sheet(0, 0, Math.max(360, box.clientWidth), height, (svg) => svg.append(drawn));
}

function copyBox(svg, element, from, ink = null) {
  const style = getComputedStyle(element);
  if (element.matches(NOT_ON_PAPER) || style.display === "none") return;
  const lines = style.textDecorationLine.includes("underline") ? style : ink;
  if (element.tagName.toLowerCase() === "svg") return;
  // A sentence over several lines has a box on each of them.
  for (const rect of element.getClientRects()) copyRect(svg, rect, style, from);
  if (element.matches(".on")) for (const rect of element.getClientRects()) svg.append(svgEl("rect", { x: rect.left - from.left - 2, y: rect.top - from.top - 2, width: rect.width + 4, height: rect.height + 4, fill: "none", stroke: palette.focus, "stroke-width": 2 }));
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copyWords(svg, child, element, style, from, lines);
    else if (child.nodeType === Node.ELEMENT_NODE) copyBox(svg, child, from, lines);
  }
}

function copyRect(svg, rect, style, { left, top }) {
  const [x, y] = [rect.left - left, rect.top - top];
  const widths = SIDES.map((side) => (style[`border${side}Style`] === "none" ? 0 : parseFloat(style[`border${side}Width`])));
  const even = widths[0] && widths.every((each) => each === widths[0]);
  const rx = Math.min(parseFloat(style.borderTopLeftRadius) || 0, rect.height / 2);
  const box = { x: x + widths[3] / 2, y: y + widths[0] / 2, width: Math.max(0, rect.width - widths[3]), height: Math.max(0, rect.height - widths[0]), rx };
  const fill = style.backgroundColor === CLEAR ? "none" : style.backgroundColor;
  if (even) {
    const double = style.borderTopStyle === "double";
    svg.append(svgEl("rect", { ...box, fill, stroke: style.borderTopColor, "stroke-width": double ? 1 : widths[0], "stroke-dasharray": style.borderTopStyle === "dashed" ? "4 3" : "none" }));
    if (double) svg.append(svgEl("rect", { x: box.x + 2, y: box.y + 2, width: Math.max(0, box.width - 4), height: Math.max(0, box.height - 4), fill: "none", stroke: style.borderTopColor }));
    return;
  }
  if (fill !== "none") svg.append(svgEl("rect", { x, y, width: rect.width, height: rect.height, rx, fill, "fill-opacity": style.opacity }));
  const [right, bottom] = [x + rect.width, y + rect.height];
  const edges = [[x, y, right, y], [right, y, right, bottom], [x, bottom, right, bottom], [x, y, x, bottom]];
  edges.forEach(([x1, y1, x2, y2], i) => widths[i] && svg.append(svgEl("line", { x1, y1, x2, y2, stroke: style[`border${SIDES[i]}Color`], "stroke-width": widths[i] })));
}

// A text node in the lines that the screen breaks it into.
function linesOf(node) {
  const range = document.createRange();
  range.setStart(node, node.data.search(/\S/));
  range.setEnd(node, node.data.trimEnd().length);
  const whole = [...range.getClientRects()];
  if (whole.length < 2) return whole.map((rect) => ({ rect, text: node.data }));
  const lines = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/gu)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const parts = [...range.getClientRects()];
    parts.forEach((rect, i) => {
      const last = lines.at(-1);
      const text = parts.length === 1 ? word : partOf(node, index, word, rect) + (i === parts.length - 1 ? " " : "");
      if (last && Math.abs(last.rect.top - rect.top) < 3) {
        last.text += text;
        last.rect.right = rect.right;
      } else lines.push({ rect: { left: rect.left, right: rect.right, top: rect.top, height: rect.height }, text });
    });
  }
  return lines;
}

// A word that is itself broken: what of it stands on this line.
function partOf(node, index, word, { top }) {
  const range = document.createRange();
  return [...word].filter((letter, i) => {
    range.setStart(node, index + i);
    range.setEnd(node, index + i + 1);
    return letter.trim() && Math.abs(range.getBoundingClientRect().top - top) < 3;
  }).join("");
}

function copyWords(svg, node, element, style, { left, top }, ink) {
  if (!node.data.trim()) return;
  // What ends in an ellipsis on the screen does so here.
  const cut = style.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth ? element.clientWidth / element.scrollWidth : 0;
  const lines = cut ? [{ rect: element.getBoundingClientRect(), text: node.data }] : linesOf(node);
  for (const { rect, text } of lines) {
    const shown = text.replace(/\s+/g, " ").trim();
    const room = rect.right - rect.left;
    if (!shown || !room) continue;
    const words = cut ? `${shown.slice(0, Math.max(1, Math.floor(shown.length * cut) - 1)).trim()}…` : shown;
    const rtl = style.direction === "rtl";
    svg.append(svgEl("text", { x: (rtl ? rect.right : rect.left) - left, y: rect.top - top + rect.height * 0.79, fill: style.color, "font-size": style.fontSize, "font-weight": style.fontWeight,
      "font-family": style.fontFamily, ...(rtl ? { direction: "rtl" } : {}) }, words));
    if (ink) underline(svg, { x1: rect.left - left, x2: rect.left - left + room, y: rect.top - top + rect.height * 0.9 }, ink);
  }
}

function underline(svg, { x1, x2, y }, { textDecorationColor: stroke, textDecorationThickness: thick, textDecorationStyle: kind }) {
  const dashes = { dashed: "5 3", dotted: "2 3", wavy: "3 2" }[kind] || "none";
  svg.append(svgEl("line", { x1, x2, y1: y, y2: y, stroke, "stroke-width": parseFloat(thick) || 1, "stroke-dasharray": dashes }));
}
