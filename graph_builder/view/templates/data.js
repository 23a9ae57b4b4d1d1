// What the page holds. Text from documents is only ever set as text, never as markup.
const byId = (id) => document.getElementById(id);
const DATA = JSON.parse(byId("data").textContent);
const { things: THINGS, facts: FACTS, links: LINKS, sources: SOURCES } = DATA.page;
const KIND = new Map(DATA.kinds.map((kind) => [kind.code, kind]));
const thing = new Map(THINGS.map((each) => [each.key, { aliases: [], ...each }]));
const fact = new Map(FACTS.map((each) => [each.key, { words: "", evidence: [], doubts: [], ...each }]));
const link = new Map(LINKS.map((each) => [each.key, each]));
const source = new Map(SOURCES.map((each) => [each.key, { authors: [], ...each }]));

// Both ends know their facts and their links.
const factsOf = new Map(THINGS.map(({ key }) => [key, []]));
for (const each of fact.values()) {
  factsOf.get(each.subject).push(each);
  if (each.object && each.object !== each.subject) factsOf.get(each.object).push(each);
}
const linksOf = new Map(THINGS.map(({ key }) => [key, []]));
for (const each of LINKS) {
  linksOf.get(each.source).push(each);
  linksOf.get(each.target).push(each);
}
// Left out of the picture at first: what is only named, and in a large graph also what no line or a lone topic's line holds.
const MANY = 80;
const spokenOf = THINGS.filter(({ key }) => factsOf.get(key).length).length;
function isLoose(key) {
  const lines = linksOf.get(key).length;
  if (spokenOf <= MANY) return factsOf.get(key).length === 0;
  return lines === 0 || (lines === 1 && thing.get(key).kind === "topic");
}
const STANCE_TONE = { supports: "for", "calls-for": "for", "commits-to": "for", opposes: "against" };

function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "text") made.textContent = value;
    else if (name === "click") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function counted(number, one, many = one + "s") {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

// Two spellings are the same without case, accents, apostrophes and other punctuation.
const LETTERS = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’‘ʼ`]/g, "")
    .replace(/[ßøłđæœıþð]/g, (letter) => LETTERS[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

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
