// The panel: what is known, each fact with the sentences that say it.
const SENTENCES = 3;
const FACTS_AT_ONCE = 40;
const HOW_TO_READ = "Choose anything in the picture, or find a name, to read each fact about it with the sentence that says it. "
  + "A click on a line shows what is behind it.";
const WHAT_IS_LOOSE = (spokenOf > MANY ? "with no line to another, or a topic that only one speaks of" : "named and no more")
  + ". Search finds them, and “Loose ends” above the picture draws them.";
// One heading for each kind of fact, seen from who it is about and from whom it points to.
const TONES = ["for", "against", "warning", "asking", "other"];
const TONE_HEADINGS = { for: "For", against: "Against", warning: "Warning of it", asking: "Asking about it", other: "Otherwise" };
const HEADINGS = {
  stance: ["Positions", ""],
  role: ["Posts and memberships", "People"],
  participation: ["Took part in", "Who took part"],
  statement: ["What was said", "Said to them"],
  event: ["What the documents say of it", ""],
};

function showPanel() {
  const panel = byId("panel");
  panel.replaceChildren(...place());
  panel.scrollTop = 0;
  const marked = panel.querySelector(".fact.on");
  if (marked) marked.scrollIntoView({ block: "center" });
}

function place() {
  if (!state.at) return overview();
  const back = el("div", { class: "kept" }, el("button", { text: "← Overview", click: () => go(null) }));
  if (state.at.startsWith("link:")) return [back, ...linkPlace(link.get(state.at.slice(5)))];
  if (state.at.startsWith("document:")) return [back, ...documentPlace(source.get(state.at.slice(9)))];
  return [back, ...thingPlace(thing.get(state.at))];
}

function thingButton(key) {
  return el("button", { class: "thing", text: thing.get(key).label, dir: "auto", click: () => go(key, { move: true }) });
}

function row(left, right) {
  return el("div", { class: "row" }, left, el("span", { class: "when", text: right }));
}

function section(heading, parts) {
  return parts.length ? [el("h3", { text: heading }), ...limited(parts, FACTS_AT_ONCE)] : [];
}

// The first of many, and a button for the rest.
function limited(parts, most) {
  if (parts.length <= most + 1) return parts;
  const more = el("button", { class: "more", text: `Show ${(parts.length - most).toLocaleString("en-GB")} more` });
  more.addEventListener("click", () => more.replaceWith(...parts.slice(most)));
  return [...parts.slice(0, most), more];
}

function overview() {
  const loose = THINGS.filter(({ key }) => isLoose(key)).length;
  const stances = (key) => factsOf.get(key).filter((each) => each.sort === "stance" && each.object === key);
  const argued = THINGS.filter(({ key }) => stances(key).length).sort((a, b) => stances(b.key).length - stances(a.key).length);
  const speaking = (key) => factsOf.get(key).filter((each) => each.subject === key).length;
  const loud = THINGS.filter(({ kind, key }) => kind !== "event" && kind !== "topic" && speaking(key));
  loud.sort((a, b) => speaking(b.key) - speaking(a.key));
  return [
    el("h2", { text: "What is here" }),
    THINGS.length ? el("p", { class: "quiet", text: HOW_TO_READ }) : null,
    loose && !state.loose ? el("p", { class: "quiet", text: `Not drawn at first: ${counted(loose, "loose end")}, ${WHAT_IS_LOOSE}` }) : null,
    ...section("What is argued about", argued.map(({ key }) => row(thingButton(key), tally(stances(key)))).slice(0, 12)),
    ...section("Who is heard most", loud.map(({ key }) => row(thingButton(key), counted(speaking(key), "fact"))).slice(0, 12)),
    ...section("Documents", SOURCES.map(({ key }) => row(documentButton(key), source.get(key).published_words || "no date"))),
  ].filter(Boolean);
}

// Who warns or asks has not spoken for or against.
function toneOf({ stance }) {
  return STANCE_TONE[stance] || { "warns-of": "warning", questions: "asking" }[stance] || "other";
}

// "3 for · 2 against · 1 asking"
function tally(stances) {
  const number = (tone) => stances.filter((each) => toneOf(each) === tone).length;
  return TONES.filter(number).map((tone) => `${number(tone)} ${tone}`).join(" · ");
}

// Who stands where on a thing, then what it does itself, then what is said of it.
function thingPlace({ key, kind, label, aliases, detail, when }) {
  const told = factsOf.get(key);
  const stood = told.filter((each) => each.sort === "stance" && each.object === key && each.subject !== key);
  const blocks = (facts) => facts.map((each) => factBlock(each, key));
  const toneSections = TONES.flatMap((tone) => section(TONE_HEADINGS[tone], blocks(stood.filter((each) => toneOf(each) === tone))));
  const sections = Object.entries(HEADINGS).flatMap(([sort, [doing, receiving]]) => {
    const mine = told.filter((each) => each.sort === sort);
    const own = mine.filter((each) => each.subject === key);
    return [...section(doing, blocks(own)), ...(receiving ? section(receiving, blocks(mine.filter((each) => each.subject !== key))) : [])];
  });
  const nothing = el("p", { text: "The documents name this, and say nothing of it that was understood as a fact." });
  return [
    el("p", { class: "quiet", text: [KIND.get(kind).label, detail, when].filter(Boolean).join(" · ") }),
    el("h2", {}, shapeOf(kind), el("span", { text: label, dir: "auto" })),
    aliases.length ? el("p", { class: "quiet", text: `Also written: ${aliases.join(", ")}` }) : null,
    ...(told.length ? [...toneSections, ...sections] : [nothing]),
  ].filter(Boolean);
}

function linkPlace({ source: from, target: to }) {
  const keys = between(from, to).flatMap(({ facts }) => facts);
  return [
    el("p", { class: "quiet", text: "Between" }),
    el("h2", {}, el("span", {}, thingButton(from), " and ", thingButton(to))),
    ...section(counted(keys.length, "fact"), keys.map((key) => factBlock(fact.get(key), null))),
  ];
}

const ELSEWHERE = { rel: "noopener noreferrer", target: "_blank" };
function documentPlace(document_) {
  const about = [document_.published_words || "no date", document_.publisher, document_.authors.join(", ")].filter(Boolean).join(" · ");
  const told = factsIn(document_.key);
  const only = (each) => ({ ...each, evidence: each.evidence.filter((shown) => shown.source === document_.key) });
  return [
    el("p", { class: "quiet", text: "Document" }),
    el("h2", { text: document_.title, dir: "auto" }),
    el("p", { class: "quiet", text: about }),
    el("p", { class: "quiet", text: document_.key }),
    document_.address ? el("p", {}, el("a", { ...ELSEWHERE, href: document_.address, text: "Read it where it was published" })) : null,
    ...section(`${counted(told.length, "fact")} from this document`, told.map((each) => factBlock(only(each), null))),
  ].filter(Boolean);
}

function documentButton(key) {
  return el("button", { class: "thing", text: source.get(key).title, dir: "auto", click: () => go(`document:${key}`) });
}

// A fact, told from the side of `self`: its own name is left out.
function factBlock(each, self) {
  const says = el("p", { class: "says", dir: "auto" });
  const spoken = each.sort === "statement";
  if (each.subject !== self) says.append(thingButton(each.subject), " ");
  says.append(el("span", { class: STANCE_TONE[each.stance] || "", text: each.words }), " ");
  if (each.object && each.object !== self) says.append(thingButton(each.object), " ");
  else if (each.object && each.subject !== self && each.sort === "role") says.append("this ");
  const parts = wordsSaid(each);
  const quoted = parts.length > 0 && each.evidence.some(({ quote = "" }) => parts.every((part) => quote.includes(part)));
  if (each.text && !quoted) says.append(el("span", { text: each.text }), " ");
  if (spoken && !each.text.startsWith("“")) says.append(el("span", { class: "single", text: "in reported words" }), " ");
  if (each.when) says.append(el("span", { class: "when", text: each.when }), " ");
  for (const doubt of each.doubts) says.append(el("span", { class: "doubt", text: doubt }), " ");
  if (SOURCES.length > 1) says.append(el("span", { class: "single", text: documentsBehind(each) }));
  const block = el("div", { class: each.key === state.highlight ? "fact on" : "fact", "data-fact": each.key }, says);
  block.append(...limited(each.evidence.map((shown) => evidenceBlock(shown, parts)), SENTENCES));
  return block;
}

function documentsBehind({ evidence }) {
  const number = new Set(evidence.map((shown) => shown.source)).size;
  return number === 1 ? "one document" : `${number} documents`;
}

function wordsSaid({ sort, text }) {
  return sort === "statement" ? text.replace(/^“|”$/g, "").split(" … ").filter(Boolean) : [];
}

function evidenceBlock({ source: name, quote = "" }, parts) {
  const { publisher, published_words: published } = source.get(name);
  const footer = el("footer", {}, documentButton(name), [publisher, published].filter(Boolean).map((each) => ` · ${each}`).join(""));
  return el("blockquote", {}, quote ? marked(quote, parts) : null, footer);
}

// The sentence, with the very words that were said marked in it.
function marked(quote, parts) {
  const sentence = el("p", { dir: "auto" });
  let from = 0;
  for (const part of parts) {
    const start = quote.indexOf(part, from);
    if (start < 0) continue;
    sentence.append(quote.slice(from, start), el("mark", { text: part }));
    from = start + part.length;
  }
  sentence.append(quote.slice(from));
  return sentence;
}
