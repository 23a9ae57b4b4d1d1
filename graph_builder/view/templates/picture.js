// A picture to be taken away: heading, what is shown, the drawing itself, its legend and its sources.
const LINES_MEAN = [["for", "for"], ["against", "against"], ["for and against", "mixed"], ["anything else", "edge"], ["in doubt", "dashed"], ["several documents", "thick"]];
const MARGIN = 16;
const NOTE = 17; // from line to line

function svgEl(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

function pictureSvg() {
  return state.view === "network" ? networkSvg() : screenSvg();
}

// Words in lines of at most so many characters; a longer word is cut.
function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ").flatMap((each) => each.match(new RegExp(`.{1,${most}}`, "gu")) || [])) {
    if (lines.at(-1) && lines.at(-1).length + word.length >= most) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) ? " " : "") + word;
  }
  return lines;
}

// The sheet around a drawing of this size, whose own corner `draw` may take as left and top.
function sheet(left, top, width, height, draw, legend) {
  const most = Math.floor((width - 2 * MARGIN) / 6.6);
  const above = wrapped(byId("summary").textContent, most).concat(filterWords() ? wrapped(`Shown: ${filterWords()}`, most) : []);
  const notes = notesOf().flatMap((note) => wrapped(note, most));
  const head = 42 + above.length * NOTE;
  const rows = legend ? flowed(legend, width - 2 * MARGIN) : [];
  const foot = 22 + rows.length * 22 + 8 + notes.length * NOTE;
  const [y, whole] = [top - head, head + height + foot];
  const svg = svgEl("svg", { xmlns: SVG, width, height: whole, viewBox: `${left} ${y} ${width} ${whole}`, "font-family": "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif", "font-size": "13" });
  svg.append(svgEl("title", {}, `${document.querySelector("h1").textContent}: ${state.view}`), svgEl("rect", { x: left, y, width, height: whole, fill: palette.bg }));
  const words = (x, line, text, more = {}) => svg.append(svgEl("text", { x, y: line, fill: palette.fg, ...more }, text));
  words(left + MARGIN, y + 28, document.querySelector("h1").textContent, { "font-size": "18", "font-weight": "600" });
  above.forEach((line, i) => words(left + MARGIN, y + 48 + i * NOTE, line, { fill: palette.mute, "font-size": "12" }));
  draw(svg, words);
  const below = top + height + 22;
  rows.forEach((row, i) => row.forEach(({ label, mark, x }) => {
    mark(svg, left + MARGIN + x, below + i * 22 - 4);
    words(left + MARGIN + x + 34, below + i * 22, label);
  }));
  notes.forEach((note, i) => words(left + MARGIN, below + rows.length * 22 + 8 + i * NOTE, note, { "font-size": "12", fill: palette.mute, "font-weight": i ? "400" : "600" }));
  return { svg, width, height: whole };
}

// The legend in rows that fit the width.
function flowed(legend, width) {
  const rows = [[]];
  let x = 0;
  for (const each of legend) {
    const needs = 52 + each.label.length * 7.4;
    if (x && x + needs > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1).push({ ...each, x });
    x += needs;
  }
  return rows;
}

function networkSvg() {
  const keys = nodeView.getIds().filter((key) => !about || about.things.has(key));
  const spots = keys.map((key) => ({ key, ...at.get(key) }));
  if (!spots.length) return sheet(0, 0, 760, 40, (svg, words) => words(MARGIN, 28, "Nothing is left to draw."), networkLegend());
  const [left, top] = [Math.min(...spots.map(({ x }) => x)) - 130, Math.min(...spots.map(({ y }) => y)) - 50];
  const width = Math.max(760, Math.max(...spots.map(({ x }) => x)) - left + 130);
  const height = Math.max(...spots.map(({ y }) => y)) + 70 - top;
  return sheet(left, top, width, height, (svg, words) => {
    const lines = edgeView.get().filter(({ id }) => !about || about.links.has(id)).map(({ id }) => live.links.get(id));
    for (const each of lines) drawLine(svg, at.get(each.source), at.get(each.target), each);
    for (const { key, x, y, size, shape } of spots) {
      if (key === state.at) svg.append(svgEl("circle", { cx: x, cy: y, r: size + 6, fill: "none", stroke: palette.focus, "stroke-width": 3 }));
      svg.append(svgEl("polygon", { fill: palette[thing.get(key).kind], points: outline(shape, size).map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ") }));
    }
    drawNames(spots, lines, { left, top, width }, words);
  }, networkLegend());
}

// The names, apart from each other as on the screen; here every thing has one.
function drawNames(spots, lines, { left, top, width }, words) {
  const context = document.createElement("canvas").getContext("2d");
  const taken = takenBoxes();
  const place = (key) => ({ x: at.get(key).x - left, y: at.get(key).y - top, size: at.get(key).size });
  for (const { key } of spots) {
    const { x, y, size } = place(key);
    taken.take([x - size, y - size, x + size, y + size], key);
  }
  const write = (parts, x, y, size, fill) => parts.forEach((part, i) => words(left + x, top + y + (i - (parts.length - 1) / 2) * LINE, part,
    { fill, "font-size": size, "text-anchor": "middle", "dominant-baseline": "central", stroke: palette.bg, "stroke-width": "3", "paint-order": "stroke" }));
  const shown = new Set(spots.map(({ key }) => key));
  for (const key of important.filter((each) => shown.has(each))) {
    const { lines: parts, x, y } = placeLabel(context, taken, key, place(key), `13px ${FACE}`, width, true);
    write(parts, x, y, "13", palette.fg);
  }
  for (const { words: said, x, y, colour } of lineWords(context, lines, place, taken, { scale: 1, all: Boolean(about) })) write([said], x, y, "12", colour);
}

function drawLine(svg, from, to, each) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * (to.size + 3), y: to.y - Math.sin(angle) * (to.size + 3) };
  const barb = (turn, length) => `${(tip.x - length * Math.cos(angle + turn)).toFixed(1)} ${(tip.y - length * Math.sin(angle + turn)).toFixed(1)}`;
  const bar = `M${barb(Math.PI / 2, 6)}L${barb(-Math.PI / 2, 6)}`;
  const arrow = `M${barb(0.42, 8)}L${tip.x.toFixed(1)} ${tip.y.toFixed(1)}L${barb(-0.42, 8)}`;
  const dot = `M${(tip.x - 4).toFixed(1)} ${tip.y.toFixed(1)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`;
  const same = { stroke: lineColour(each), "stroke-width": each.single ? 1.2 : 2.6, fill: "none" };
  const line = svgEl("path", { d: `M${from.x} ${from.y}L${tip.x.toFixed(1)} ${tip.y.toFixed(1)}`, ...same, ...(each.doubtful ? { "stroke-dasharray": "5 5" } : {}) });
  line.append(svgEl("title", {}, `${thing.get(each.source).label} ${each.words} ${thing.get(each.target).label}`));
  svg.append(line, svgEl("path", { d: { against: bar, mixed: dot }[each.tone] || arrow, ...same, ...(each.tone === "mixed" ? { fill: lineColour(each) } : {}) }));
}

function networkLegend() {
  const kinds = DATA.kinds.filter(({ code }) => THINGS.some(({ kind }) => kind === code)).map(({ code, plural, shape }) => ({
    label: plural,
    mark: (svg, x, y) => svg.append(svgEl("polygon", { fill: palette[code], points: outline(shape, 7).map(([dx, dy]) => `${(x + 20 + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ") })),
  }));
  const endings = { for: "m-6 -4l6 4l-6 4", against: "m0 -5v10", mixed: "m0 -3a3 3 0 1 0 .1 0", edge: "m-6 -4l6 4l-6 4" };
  const lines = LINES_MEAN.map(([label, sort]) => ({
    label,
    mark: (svg, x, y) => svg.append(svgEl("path", { d: `M${x} ${y}h26${endings[sort] || ""}`, stroke: palette[sort] || palette.edge, "stroke-width": sort === "thick" ? 3.4 : 1.6, fill: "none",
      "stroke-dasharray": sort === "dashed" ? "5 4" : "none" })),
  }));
  return [...kinds, ...lines];
}

// The documents behind what is shown.
function notesOf() {
  const shown = new Set(state.view === "sources" ? [documentShown()] : onScreen().flatMap(({ evidence }) => evidence.map((each) => each.source)));
  const named = SOURCES.filter(({ key }) => shown.has(key)).map(({ title, publisher, published_words: when, address }) => [title, publisher, when || "no date", address].filter(Boolean).join(" · "));
  return ["Sources", ...named.slice(0, 40), ...(named.length > 40 ? [`and ${named.length - 40} more`] : [])];
}
