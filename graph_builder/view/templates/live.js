// What the filters let through, worked out once for every change; all views show this and nothing else.
let live = { facts: new Set(), links: new Map(), things: new Set() };

function withinDates({ date, until }) {
  if (!date) return state.undated;
  // A month or a year counts as long as some day of it may be meant.
  return `${until || date}\uffff` >= state.from && (!state.to || date.slice(0, state.to.length) <= state.to);
}

function fitsDoubt({ doubts, single }) {
  const has = (word) => doubts.some((doubt) => doubt.startsWith(word));
  switch (state.doubt) {
    case "sure": return !doubts.length;
    case "doubt": return doubts.length > 0;
    case "single": return single;
    case "several": return !single;
    case "": return true;
    default: return has(state.doubt);
  }
}

function isLive(each) {
  const isOn = (key) => !key || !state.off.has(thing.get(key).kind);
  return !state.skip.has(each.sort) && withinDates(each) && fitsDoubt(each) && isOn(each.subject) && isOn(each.object);
}

function sift() {
  const facts = new Set(FACTS.filter(isLive).map(({ key }) => key));
  const links = new Map();
  for (const each of LINKS) {
    const told = each.facts.filter(({ key }) => facts.has(key));
    if (told.length) links.set(each.key, told.length === each.facts.length ? whole(each) : described(each, told));
  }
  const things = new Set();
  for (const key of facts) {
    const { subject, object } = fact.get(key);
    things.add(subject);
    if (object) things.add(object);
  }
  const grown = new Set(state.grown.flatMap((key) => linksOf.get(key).flatMap(endsOf)));
  live = { facts, links, things, grown };
}

const wholes = new Map();
function whole(each) {
  if (!wholes.has(each.key)) wholes.set(each.key, described(each, each.facts));
  return wholes.get(each.key);
}

// A line as it is drawn: its words and how many facts there are, whether it leans, and what to doubt.
function described(each, told) {
  const number = new Map();
  for (const { words } of told) number.set(words, (number.get(words) || 0) + 1);
  const words = [...number.keys()].sort((a, b) => number.get(b) - number.get(a) || (a < b ? -1 : 1));
  const tones = new Set(told.map(({ stance }) => STANCE_TONE[stance]).filter(Boolean));
  const more = words.length > 2 ? ` · and ${words.length - 2} more` : "";
  return {
    ...each, told, tone: tones.size > 1 ? "mixed" : [...tones][0] || "plain",
    words: words.slice(0, 2).map((word) => (number.get(word) > 1 ? `${word} ×${number.get(word)}` : word)).join(" · ") + more,
    doubtful: told.every(({ doubts }) => doubts.length),
    single: new Set(told.flatMap(({ evidence }) => evidence.map((shown) => shown.source))).size < 2,
  };
}

// Facts are filtered, rather than only kinds of things.
function isNarrowed() {
  return Boolean(state.skip.size || state.from || state.to || !state.undated || state.doubt);
}

function isShown(key) {
  if (about && about.things.has(key) && key === state.at) return true;
  if (state.off.has(thing.get(key).kind)) return false;
  const asked = Boolean(about && about.things.has(key)) || live.grown.has(key);
  if (isNarrowed() && !live.things.has(key)) return false;
  return state.loose || asked || !isLoose(key);
}

// The facts of a place, whether they are filtered or not.
function factsAt(at) {
  const [sort, rest] = parted(at);
  if (sort === "thing") return factsOf.get(rest);
  if (sort === "fact") return [fact.get(rest)];
  if (sort === "link") return between(link.get(rest).source, link.get(rest).target).flatMap(({ facts }) => facts);
  if (sort === "path") return pathBetween(...rest.split(">")).flatMap(({ source: a, target: b }) => between(a, b)).flatMap(({ facts }) => facts);
  if (sort === "document") return factsIn(rest);
  if (sort === "lane") return factsInLane(...rest.split("/"));
  const [, start, end, name] = rest.match(/^(\d+)-(\d+)@(.*)$/s);
  return factsIn(name).filter(({ evidence }) => evidence.some((each) => each.source === name && each.start < Number(end) && each.end > Number(start)));
}

function factsIn(name) {
  return FACTS.filter(({ evidence }) => evidence.some((each) => each.source === name));
}

// The facts that the views show: those let through, of what is in focus.
function inScope() {
  return (state.focus ? factsAt(state.focus) : FACTS).filter(({ key }) => live.facts.has(key));
}

// Other kinds of doubt than the reading's own: a fact that one document alone tells.
function doubtsOf({ doubts, single }) {
  return SOURCES.length > 1 && single ? [...doubts, "one document only"] : doubts;
}
