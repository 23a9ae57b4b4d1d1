// Names are as large on the screen at every zoom, and never lie on one another: the best connected come first.
const FACE = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const LINE = 15;
const WIDEST = 24; // characters; the layout makes room for two lines of these
const NARROW_LABEL = 15;
const GRID = 64;
const CROWDED = 60; // so many names without room, one after another: then no more are tried
let labelled = []; // the boxes of the names that the last frame shows

// Measuring words is what costs most in a frame.
const widths = new Map();
function widthOf(context, words, font) {
  const key = `${font}|${words}`;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(words).width);
  }
  return widths.get(key);
}

function broken(label, widest = WIDEST, lines = 2) {
  if (label.length <= widest || lines === 1) return [label.length > widest ? `${label.slice(0, widest - 1)}…` : label];
  const space = label.lastIndexOf(" ", widest);
  const cut = space > widest / 4 ? space : widest;
  return [label.slice(0, cut), ...broken(label.slice(cut).trim(), widest, lines - 1)];
}

// Boxes that are taken, found again by the squares that they touch.
function takenBoxes() {
  const squares = new Map();
  const touched = ([left, top, right, bottom]) => {
    const keys = [];
    for (let x = Math.floor(left / GRID); x <= Math.floor(right / GRID); x++)
      for (let y = Math.floor(top / GRID); y <= Math.floor(bottom / GRID); y++) keys.push(x * 4096 + y);
    return keys;
  };
  const meet = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  return {
    isFree: (box, owner) => touched(box).every((square) => (squares.get(square) || []).every(([other, whose]) => whose === owner || !meet(box, other))),
    take: (box, owner) => touched(box).forEach((square) => {
      if (!squares.has(square)) squares.set(square, []);
      squares.get(square).push([box, owner]);
    }),
  };
}

function paintLabels(context) {
  const { clientWidth: width, clientHeight: height } = context.canvas;
  const scale = network.getScale();
  const view = network.getViewPosition();
  const onScreen = (key) => {
    const { x, y } = at.get(key);
    return { x: (x - view.x) * scale + width / 2, y: (y - view.y) * scale + height / 2, size: at.get(key).size * scale };
  };
  const seen = important.filter((key) => {
    const { x, y } = onScreen(key);
    return isShown(key) && x > -20 && x < width + 20 && y > -20 && y < height + 20;
  });
  const taken = takenBoxes();
  // What is dimmed may be written over.
  for (const key of seen.filter((each) => !about || about.things.has(each))) {
    const { x, y, size } = onScreen(key);
    taken.take([x - size, y - size, x + size, y + size], key);
  }
  context.save();
  context.setTransform(context.canvas.width / width, 0, 0, context.canvas.width / width, 0, 0);
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", strokeStyle: palette.bg });
  paintRing(context, onScreen);
  const write = (lines, x, y, font, colour) => {
    Object.assign(context, { font, fillStyle: colour, lineWidth: 4 });
    lines.forEach((line, i) => {
      context.strokeText(line, x, y + (i - (lines.length - 1) / 2) * LINE);
      context.fillText(line, x, y + (i - (lines.length - 1) / 2) * LINE);
    });
  };
  const isLit = (key) => !about || about.things.has(key);
  labelled = [];
  let missed = 0;
  for (const key of [...seen.filter(isLit), ...seen.filter((each) => !isLit(each) && scale > 0.6)]) {
    const large = key === state.at;
    const font = `${large ? "600 15px" : "13px"} ${FACE}`;
    const spot = placeLabel(context, taken, key, onScreen(key), font, width, large);
    missed = spot ? 0 : missed + 1;
    if (missed > CROWDED) break;
    if (!spot) continue;
    write(spot.lines, spot.x, spot.y, font, isLit(key) ? palette.fg : palette.mute);
    labelled.push(spot.box);
  }
  const lines = about ? [...about.links].map((key) => live.links.get(key)).filter(Boolean) : [...live.links.values()];
  for (const { words, x, y, colour, font } of lineWords(context, lines, onScreen, taken, { scale, all: Boolean(about) })) write([words], x, y, font, colour);
  context.restore();
}

// In two lines where that has room, else in three short ones.
function placeLabel(context, taken, key, place, font, width, must) {
  const { label } = thing.get(key);
  const wide = spotsOf(context, broken(label), place, font);
  const free = (spots) => spots.find(({ box }) => box[0] > 0 && box[2] < width && taken.isFree(box, key));
  const narrow = () => (label.length > NARROW_LABEL ? free(spotsOf(context, broken(label, NARROW_LABEL, 3), place, font)) : null);
  const spot = free(wide) || narrow() || (must ? wide[0] : null);
  if (spot) taken.take(spot.box, key);
  return spot;
}

function spotsOf(context, lines, { x, y, size }, font) {
  const half = Math.max(...lines.map((line) => widthOf(context, line, font))) / 2;
  const tall = (lines.length * LINE) / 2;
  // Below, beside, above, at the corners; then the same a little farther off.
  return [0, 12].flatMap((farther) => {
    const [up, out, corner] = [size + 5 + tall + farther, size + 7 + half + farther, half * 0.8 + size];
    return [
      [0, up], [out, 0], [-out, 0], [0, -up], [corner, up], [-corner, up],
      [corner, -up], [-corner, -up], [out, tall], [-out, tall], [out, -tall], [-out, -tall],
    ];
  }).map(([right, down]) => [x + right, y + down])
    .map(([cx, cy]) => ({ lines, x: cx, y: cy, box: [cx - half - 3, cy - tall, cx + half + 3, cy + tall] }));
}

// The words of the lines that have room for them; of what is looked at also where they reach beyond their line.
function lineWords(context, lines, onScreen, taken, { scale, all }) {
  const font = `12px ${FACE}`;
  const found = [];
  for (const each of lines) {
    // Most lines of a large picture are too short for their words: that is asked first.
    const [a, b] = [at.get(each.source), at.get(each.target)];
    const long = (Math.hypot(b.x - a.x, b.y - a.y) - a.size - b.size) * scale - 8;
    if (!all && long < 5 * each.words.length) continue;
    if (!isShown(each.source) || !isShown(each.target)) continue;
    const [from, to] = [onScreen(each.source), onScreen(each.target)];
    // Where lines run both ways, the words of each stand nearer to who acts.
    const share = live.links.has(`${each.target}>${each.source}`) ? 0.34 : 0.5;
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    const half = widthOf(context, each.words, font) / 2;
    const box = [x - half - 3, y - 8, x + half + 3, y + 8];
    if ((!all && long < 2 * half) || !taken.isFree(box, each.key)) continue;
    taken.take(box, each.key);
    const toned = each.tone === "for" || each.tone === "against";
    found.push({ words: each.words, x, y, font, colour: toned ? palette[each.tone] : all ? palette.fg : palette.mute });
  }
  return found;
}

function paintRing(context, onScreen) {
  if (!state.at || !thing.has(state.at) || !isShown(state.at)) return;
  const { x, y, size } = onScreen(state.at);
  context.save();
  Object.assign(context, { strokeStyle: palette.focus, lineWidth: 3 });
  context.beginPath();
  context.arc(x, y, size + 6, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
