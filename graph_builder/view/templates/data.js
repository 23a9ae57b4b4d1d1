// What the page holds, made out of the rows that packing.py wrote. Text from documents is only ever set as text.
const byId = (id) => document.getElementById(id);
const DATA = JSON.parse(byId("data").textContent);
const WORDS = DATA.page.words;
const KIND = new Map(DATA.kinds.map((kind) => [kind.code, kind]));
const SOURCES = DATA.page.sources.map((each) => ({ authors: [], text: "", published: "", published_words: "", publisher: "", address: "", ...each }));
const THINGS = DATA.page.things.map(([key, kind, label, aliases, detail, when, x, y, size]) => (
  { key, kind: DATA.kinds[kind].code, label, aliases, detail, when, x, y, size, shape: DATA.kinds[kind].shape }));

// Each piece of evidence is three cells: the document, then start and end, or -1 and the words themselves.
function evidenceOf(cells) {
  const found = [];
  for (let i = 0; i < cells.length; i += 3) {
    const [number, start, end] = cells.slice(i, i + 3);
    const { key, text } = SOURCES[number];
    found.push(start < 0 ? { source: key, start, end: -1, quote: end } : { source: key, start, end, quote: text.slice(start, end).replace(/\n/g, " ") });
  }
  return found;
}

const FACTS = DATA.page.facts.map(([key, sort, subject, words, object, text, when, date, until, stance, doubts, cells], order) => {
  const evidence = evidenceOf(cells);
  return {
    key, sort: WORDS[sort], subject: THINGS[subject].key, words: WORDS[words], object: object < 0 ? "" : THINGS[object].key, text, when: WORDS[when],
    date: WORDS[date], until: WORDS[until], stance: WORDS[stance], doubts: doubts.map((doubt) => WORDS[doubt]), evidence, order,
    single: new Set(evidence.map((each) => each.source)).size < 2,
  };
});
const thing = new Map(THINGS.map((each) => [each.key, each]));
const fact = new Map(FACTS.map((each) => [each.key, each]));
const source = new Map(SOURCES.map((each) => [each.key, each]));

// Everything that is said of one thing towards one other is one line.
const link = new Map();
for (const each of FACTS) {
  if (!each.object || each.object === each.subject) continue;
  const key = `${each.subject}>${each.object}`;
  if (!link.has(key)) link.set(key, { key, source: each.subject, target: each.object, facts: [] });
  link.get(key).facts.push(each);
}
const LINKS = [...link.values()].sort((a, b) => (a.key < b.key ? -1 : 1));

// Both ends know their facts and their links.
const factsOf = new Map(THINGS.map(({ key }) => [key, []]));
for (const each of FACTS) {
  factsOf.get(each.subject).push(each);
  if (each.object && each.object !== each.subject) factsOf.get(each.object).push(each);
}
const linksOf = new Map(THINGS.map(({ key }) => [key, []]));
for (const each of LINKS) {
  linksOf.get(each.source).push(each);
  linksOf.get(each.target).push(each);
}

// Left out of the picture at first: what is only named; in a large graph also what no line or a lone topic's line holds;
// and in one that nobody could read, everything but the best connected.
const MANY = 80;
const TOO_MANY = 300;
const CORE = 120;
const spokenOf = THINGS.filter(({ key }) => factsOf.get(key).length).length;
const core = THINGS.length <= TOO_MANY ? null : new Set(THINGS.map(({ key }) => key)
  .sort((a, b) => linksOf.get(b).length - linksOf.get(a).length || (a < b ? -1 : 1)).slice(0, CORE));
function isLoose(key) {
  if (core) return !core.has(key);
  const lines = linksOf.get(key).length;
  if (spokenOf <= MANY) return factsOf.get(key).length === 0;
  return lines === 0 || (lines === 1 && thing.get(key).kind === "topic");
}

const STANCE_TONE = { supports: "for", "calls-for": "for", "commits-to": "for", opposes: "against" };
// What the facts are: their heading here, and seen from who it is about and from whom it points to.
const SORTS = {
  stance: { label: "Positions", doing: "Positions", receiving: "" },
  role: { label: "Posts and memberships", doing: "Posts and memberships", receiving: "People" },
  participation: { label: "Taking part", doing: "Took part in", receiving: "Who took part" },
  statement: { label: "Statements", doing: "What was said", receiving: "Said to them" },
  event: { label: "Events", doing: "What the documents say of it", receiving: "" },
  answer: { label: "Answers", doing: "In the answer", receiving: "Also in the answer" },
};

function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "text") made.textContent = value;
    else if (name === "click") made.addEventListener("click", value);
    else if (value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function counted(number, one, many = one + "s") {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

function clipped(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

// Two spellings are the same without case, accents, apostrophes and other punctuation.
const LETTERS = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’‘ʼ`]/g, "")
    .replace(/[ßøłđæœıþð]/g, (letter) => LETTERS[letter]).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
