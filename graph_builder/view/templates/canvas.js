// The picture: vis-network draws things and lines where Python put them; the rest is drawn over it.
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const canvasBox = byId("network");
const at = new Map(THINGS.map(({ key, x, y, size, shape }) => [key, { x, y, size, shape }]));
const important = [...at.keys()].sort((a, b) => at.get(b).size - at.get(a).size || (a < b ? -1 : 1));
const DRAWING = JSON.parse(byId("options").textContent);
let network = null;
let nodeView = null;
let edgeView = null;
let palette = {};

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const names = ["bg", "fg", "mute", "edge", "veil", "focus", "for", "against", ...KIND.keys()];
  palette = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function lineColour({ tone }) {
  return tone === "for" || tone === "against" ? palette[tone] : palette.edge;
}

function nodeLook({ id, x, y, size, shape }) {
  const colour = palette[thing.get(id).kind];
  const same = { background: colour, border: colour };
  return { id, x, y, size, shape, color: { ...same, highlight: same, hover: { background: colour, border: palette.fg } } };
}

function edgeLook({ key }) {
  const each = live.links.get(key) || whole(link.get(key));
  const colour = lineColour(each);
  const ending = { against: "bar", mixed: "circle" }[each.tone] || "arrow";
  return {
    id: each.key, from: each.source, to: each.target, width: each.single ? 1.2 : 2.6, dashes: each.doubtful ? [5, 5] : false,
    color: { color: colour, highlight: colour, hover: palette.fg, inherit: false }, arrows: { to: { enabled: true, type: ending } },
  };
}

// vis-network comes packed, a third of its size; the page's policy knows its hash and lets no other script in.
async function unpackVis() {
  const packed = Uint8Array.from(atob(DRAWING.vis), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
}

function startCanvas() {
  readPalette();
  const nodes = new vis.DataSet([...at].map(([id, place]) => nodeLook({ id, ...place })));
  const edges = new vis.DataSet(LINKS.map(edgeLook));
  nodeView = new vis.DataView(nodes, { filter: ({ id }) => isShown(id) });
  edgeView = new vis.DataView(edges, { filter: ({ id, from, to }) => live.links.has(id) && isShown(from) && isShown(to) });
  const options = JSON.parse(DRAWING.options);
  network = new vis.Network(canvasBox, { nodes: nodeView, edges: edgeView }, options);
  // vis makes its own box focusable, which would stop the keyboard twice.
  canvasBox.querySelector(".vis-network").tabIndex = -1;
  network.on("beforeDrawing", paintGround);
  network.on("afterDrawing", paintOver);
  const follow = ({ nodes: moved }) => moved.forEach((id) => Object.assign(at.get(id), network.getPosition(id)));
  for (const event of ["dragging", "dragEnd"]) network.on(event, follow);
  network.on("dragEnd", ({ nodes: moved }) => moved.length && keepMoved(moved));
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    // Who points at something in the picture wants it to stay where it is.
    state.camera = cameraNow();
    go(node || (edge ? `link:${edge}` : null));
  });
  network.on("doubleClick", ({ nodes: [node] }) => node && grow(node));
  network.on("hoverNode", ({ node, pointer }) => showTip(pointer.DOM, thingTip(thing.get(node))));
  network.on("hoverEdge", ({ edge, pointer }) => showTip(pointer.DOM, linkTip(live.links.get(edge) || whole(link.get(edge)))));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, hideTip);
  canvasBox.addEventListener("mouseleave", hideTip);
  network.on("dragEnd", ({ nodes: moved }) => moved.length || keepCamera());
  network.on("zoom", keepCamera);
  network.recolour = () => {
    readPalette();
    nodes.update([...at].map(([id, place]) => nodeLook({ id, ...place })));
    edges.update(LINKS.map(edgeLook));
  };
  // Only lines that a filter changed are told to vis.
  network.place = (keys) => nodes.update(keys.map((id) => ({ id, x: at.get(id).x, y: at.get(id).y })));
  let drawn = new Map();
  network.relook = () => {
    const changed = LINKS.filter(({ key }) => live.links.get(key) !== (drawn.get(key) || whole(link.get(key))) && live.links.has(key));
    drawn = live.links;
    if (changed.length) edges.update(changed.map(edgeLook));
  };
}

// Where one has moved the picture to is in the link as well.
function cameraNow() {
  const { x, y } = network.getViewPosition();
  return [Number(x.toFixed(1)), Number(y.toFixed(1)), Number(network.getScale().toFixed(4))];
}

let cameraTimer = 0;
function keepCamera() {
  clearTimeout(cameraTimer);
  cameraTimer = setTimeout(() => {
    state.camera = cameraNow();
    writeLink(false);
  }, 150);
}

// Things that were dragged stay there, also for who gets the link.
function keepMoved(keys) {
  const places = keys.map((key) => [Math.round(at.get(key).x), Math.round(at.get(key).y), key]);
  state.camera = cameraNow();
  network.unselectAll();
  keepScroll();
  state.moved = [...state.moved.filter(([, , key]) => !keys.includes(key)), ...places];
  writeLink(true);
  // To the very place that the link says.
  placeMoved();
  lookThere();
}

function placeMoved() {
  const wanted = new Map(state.moved.map(([x, y, key]) => [key, { x, y }]));
  const changed = THINGS.filter(({ key, x, y }) => {
    const to = wanted.get(key) || { x, y };
    return at.get(key).x !== to.x || at.get(key).y !== to.y;
  });
  for (const { key, x, y } of changed) Object.assign(at.get(key), wanted.get(key) || { x, y });
  if (changed.length) network.place(changed.map(({ key }) => key));
}

// The picture as the link has it: where one moved it to, or what is looked at, or the whole.
function lookThere({ gently = false } = {}) {
  // The filters above may have changed the size; vis would notice later, and move the picture.
  const { width, height } = canvasBox.querySelector("canvas");
  const ratio = window.devicePixelRatio || 1;
  if (Math.abs(width / ratio - canvasBox.clientWidth) > 1 || Math.abs(height / ratio - canvasBox.clientHeight) > 1) {
    network.setSize();
    network.redraw();
  }
  if (state.camera) network.moveTo({ position: { x: state.camera[0], y: state.camera[1] }, scale: state.camera[2], animation: false });
  else if (about) frame([...about.things], gently);
  else fitAll();
}

// One step further from a thing: its neighbours come, and stay.
function grow(key) {
  if (!state.grown.includes(key)) state.grown = [...state.grown, key];
  go(key, { move: true });
}

function paintGround(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = palette.bg;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

// What is looked at is drawn again over a veil: dimming then costs the neighbourhood, not the graph.
function paintOver(context) {
  if (about) {
    paintGroundVeil(context);
    about.links.forEach((key) => live.links.has(key) && paintLine(context, live.links.get(key)));
    about.things.forEach((key) => isShown(key) && paintThing(context, key));
  }
  paintLabels(context);
}

function paintGroundVeil(context) {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 0.84;
  context.fillStyle = palette.veil;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

function paintLine(context, each) {
  if (!isShown(each.source) || !isShown(each.target)) return;
  const [from, to] = [at.get(each.source), at.get(each.target)];
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const gap = to.size + 3;
  const tip = { x: to.x - Math.cos(angle) * gap, y: to.y - Math.sin(angle) * gap };
  const stroke = (points, dashes = []) => {
    context.setLineDash(dashes);
    context.beginPath();
    points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.stroke();
  };
  const barb = (turn, length) => [tip.x - length * Math.cos(angle + turn), tip.y - length * Math.sin(angle + turn)];
  context.save();
  context.strokeStyle = each.tone === "plain" || each.tone === "mixed" ? palette.fg : lineColour(each);
  context.lineWidth = (each.single ? 1.8 : 3.2) / Math.min(1, network.getScale());
  stroke([[from.x, from.y], [tip.x, tip.y]], each.doubtful ? [6, 5] : []);
  if (each.tone === "against") stroke([barb(Math.PI / 2, 7), barb(-Math.PI / 2, 7)]);
  else if (each.tone === "mixed") {
    context.beginPath();
    context.arc(tip.x, tip.y, 4, 0, 2 * Math.PI);
    context.fillStyle = context.strokeStyle;
    context.fill();
  }
  else stroke([barb(0.42, 10), [tip.x, tip.y], barb(-0.42, 10)]);
  context.restore();
}

function paintThing(context, key) {
  const { x, y, size, shape } = at.get(key);
  context.fillStyle = palette[thing.get(key).kind];
  context.beginPath();
  if (shape === "dot") context.arc(x, y, size, 0, 2 * Math.PI);
  else outline(shape, size).forEach(([dx, dy], i) => (i ? context.lineTo(x + dx, y + dy) : context.moveTo(x + dx, y + dy)));
  context.closePath();
  context.fill();
}

function frame(keys, gently) {
  if (!network || state.view !== "network") return;
  const shown = keys.filter(isShown);
  if (!shown.length) return;
  network.moveTo({ ...cameraOn(shown), animation: still || !gently ? false : { duration: 250, easingFunction: "easeInOutQuad" } });
}

function fitAll() {
  if (!network) return;
  const shown = nodeView.getIds();
  if (shown.length) network.moveTo({ ...cameraOn(shown), animation: false });
}

// From where these are all seen, with room for their names; the same whatever was drawn before.
const CLOSEST = 1.25;
function cameraOn(keys) {
  const places = keys.map((key) => at.get(key));
  const range = (of) => [Math.min(...places.map((place) => of(place) - place.size)), Math.max(...places.map((place) => of(place) + place.size))];
  const [[left, right], [top, bottom]] = [range(({ x }) => x), range(({ y }) => y)];
  const { clientWidth: width, clientHeight: height } = canvasBox;
  const aside = Math.min(100, width * 0.11);
  const scale = Math.min(CLOSEST, (width - 2 * aside) / (right - left), (height - 2 * 44) / (bottom - top));
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) };
}

function thingTip({ key, label, kind, detail, when }) {
  const known = [detail || KIND.get(kind).label.toLowerCase(), when, counted(factsOf.get(key).length, "fact")];
  return [el("b", { text: label, dir: "auto" }), el("p", { text: known.filter(Boolean).join(" · ") })];
}

function linkTip(each) {
  const [first] = each.told;
  const quote = first.evidence.map((shown) => shown.quote).find(Boolean);
  const more = each.told.length > 1 ? `${counted(each.told.length, "fact")} behind this line` : "";
  const heading = el("span", {}, el("b", { text: thing.get(each.source).label }), ` ${each.words} `, el("b", { text: thing.get(each.target).label }));
  return [heading, quote ? el("p", { text: clipped(quote, 220) }) : null, more ? el("p", { text: more }) : null];
}

function showTip({ x, y }, parts) {
  const tip = byId("tip");
  tip.replaceChildren(...parts.filter(Boolean));
  tip.hidden = false;
  const stage = byId("stage");
  tip.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(y + 14 + canvasBox.offsetTop, stage.clientHeight - tip.offsetHeight - 8))}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}
