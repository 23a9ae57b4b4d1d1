// The documents' own words, each piece of evidence marked where it stands.
const CUT = "\f";
const WHAT_FIRST = ["stance", "statement", "event", "role", "participation"];

function documentShown() {
  return state.document || (state.at && parted(state.at)[0] === "document" ? parted(state.at)[1] : null) || firstDocument();
}

// The first document that says anything of what is in focus.
function firstDocument() {
  const about_ = new Set(inScope().flatMap(({ evidence }) => evidence.map((each) => each.source)));
  const found = SOURCES.find(({ key }) => about_.has(key)) || SOURCES[0];
  return found && found.key;
}

function showSources() {
  const name = documentShown();
  // A person in focus stays so from document to document; a document in focus gives way to the next.
  const isOfThing = state.focus && thing.has(state.focus);
  const told = isOfThing ? inScope() : FACTS.filter(({ key }) => live.facts.has(key));
  const number = new Map();
  for (const each of told) for (const key of new Set(each.evidence.map((shown) => shown.source))) number.set(key, (number.get(key) || 0) + 1);
  const items = SOURCES.map(({ key, title, published_words: when }) => {
    const button = el("button", { class: "doc", click: () => (isOfThing ? change({ document: key }) : go(`document:${key}`, { document: key })) }, el("span", { text: title, dir: "auto" }),
      el("small", { text: [when || "no date", counted(number.get(key) || 0, "fact")].join(" · ") }));
    if (key === name) button.setAttribute("aria-current", "true");
    return el("li", {}, button);
  });
  byId("documents").replaceChildren(...items);
  if (!name) {
    byId("text").replaceChildren(nothingHere("No document was read."));
    return;
  }
  const { title, publisher, published_words: when, authors, text } = source.get(name);
  const about_ = [when || "no date", publisher, authors.join(", ")].filter(Boolean).join(" · ");
  const body = text ? paragraphs(name, told) : [el("p", { class: "quiet", text: "This page was made without the texts of the documents; each fact still shows its sentence." })];
  byId("text").replaceChildren(el("h2", { text: title, dir: "auto" }), el("p", { class: "quiet", text: about_ }), ...body);
  const lit_ = byId("text").querySelector(".evidence.on");
  if (lit_) lit_.scrollIntoView({ block: "center" });
  else if (byId("text").dataset.shown !== name) byId("view-sources").scrollTop = 0;
  byId("text").dataset.shown = name;
}

// Where facts begin and end cuts a text into runs; a run with facts is a link to them.
function paragraphs(name, told) {
  const { text } = source.get(name);
  const spans = told.flatMap((each) => each.evidence.filter((shown) => shown.source === name && shown.start >= 0).map(({ start, end }) => ({ start, end, each })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const made = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    const end = start + paragraph.length;
    if (paragraph === CUT) made.push(el("p", { class: "quiet cut", text: "⋯ paragraphs without evidence are left out of this page ⋯" }));
    else made.push(el("p", { dir: "auto" }, ...runs(text, start, end, spans.filter((span) => span.start < end && span.end > start), name)));
    start = end + 1;
  }
  return made;
}

function runs(text, from, to, spans, name) {
  const cuts = [...new Set([from, to, ...spans.flatMap(({ start, end }) => [Math.max(from, start), Math.min(to, end)])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i];
    const words = text.slice(start, end);
    const here = spans.filter((span) => span.start < end && span.end > start);
    if (!here.length) return document.createTextNode(words);
    const sorts = WHAT_FIRST.filter((sort) => here.some(({ each }) => each.sort === sort));
    const place = `sentence:${start}-${end}@${name}`;
    const isOn = state.at === place || (state.at && parted(state.at)[0] === "sentence" && overlaps(state.at, name, start, end)) || here.some(({ each }) => each.key === state.highlight || state.at === `fact:${each.key}`);
    const number = new Set(here.map(({ each }) => each.key)).size;
    const run = el("a", { class: `evidence ${sorts[0]}${isOn ? " on" : ""}`, href: `#${new URLSearchParams({ view: "sources", at: place, document: name })}`,
      title: `${counted(number, "fact")}: ${sorts.map((sort) => SORTS[sort].label.toLowerCase()).join(", ")}` }, words, number > 1 ? el("sup", { text: String(number) }) : null);
    run.addEventListener("click", (event) => {
      event.preventDefault();
      go(place, { document: name });
    });
    return run;
  });
}

function overlaps(at_, name, start, end) {
  const [, first, last, where] = at_.match(/^sentence:(\d+)-(\d+)@(.*)$/s);
  return where === name && Number(first) < end && Number(last) > start;
}
