// The panel: what is known, each fact with the sentences that say it.
const FACTS_AT_ONCE = 40;
const HOW_TO_READ = {
  network: "Choose anything in the picture, or find a name, to read each fact about it with the sentence that says it. A click on a line shows what is behind it.",
  positions: "Choose a position to read the sentences behind it, or a name to see all that is said of it.",
  timeline: "Choose anything on the timeline to read the sentence that says it and when it was.",
  table: "Read a row’s sentences with its button; choose a name to see all that is said of it. The words and filters above leave only some rows.",
  sources: "Choose a marked sentence to see the facts that were read in it, or a document on the left.",
};
function whatIsLoose() {
  return spokenOf > MANY ? "with no line to another, or a topic that only one speaks of" : "named and no more";
}
const TONES = ["for", "against", "warning", "asking", "other"];
const TONE_HEADINGS = { for: "For", against: "Against", warning: "Warning of it", asking: "Asking about it", other: "Otherwise" };
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
  const [sort, rest] = parted(state.at);
  const others = {
    thing: () => thingPlace(thing.get(rest)),
    link: () => linkPlace(link.get(rest)),
    document: () => documentPlace(source.get(rest)),
    path: () => pathPlace(...rest.split(">")),
  };
  return [back, ...(others[sort] || listPlace)()];
}

function row(left, right) {
  return el("div", { class: "row" }, left, el("span", { class: "when", text: right }));
}

function section(heading, parts) {
  return parts.length ? [el("h3", { text: heading }), ...limited(parts, FACTS_AT_ONCE, heading)] : [];
}

function leftOut(loose) {
  const rest = core ? `${counted(loose, "thing")} of ${THINGS.length.toLocaleString("en-GB")}: the ${CORE} best connected are drawn` : `${counted(loose, "loose end")}, ${whatIsLoose()}`;
  return `Not drawn at first: ${rest}. Search finds them, “Draw its neighbours” brings them step by step, and “${core ? "The rest" : "Loose ends"}” above the picture draws them all.`;
}

function overview() {
  const loose = THINGS.filter(({ key }) => isLoose(key)).length;
  const stances = (key) => factsOf.get(key).filter((each) => each.sort === "stance" && each.object === key && live.facts.has(each.key));
  const argued = THINGS.filter(({ key }) => stances(key).length).sort((a, b) => stances(b.key).length - stances(a.key).length);
  const speaking = (key) => factsOf.get(key).filter((each) => each.subject === key && live.facts.has(each.key)).length;
  const loud = THINGS.filter(({ kind, key }) => kind !== "event" && kind !== "topic" && speaking(key));
  loud.sort((a, b) => speaking(b.key) - speaking(a.key));
  return [
    el("h2", { text: "What is here" }),
    THINGS.length ? el("p", { class: "quiet", text: HOW_TO_READ[state.view] }) : null,
    THINGS.length && state.view === "network" && loose && !state.loose ? el("p", { class: "quiet", text: leftOut(loose) }) : null,
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
  const told = factsOf.get(key).filter((each) => live.facts.has(each.key));
  const hidden = factsOf.get(key).length - told.length;
  const stood = told.filter((each) => each.sort === "stance" && each.object === key && each.subject !== key);
  const blocks = (facts) => facts.map((each) => factBlock(each, key));
  const toneSections = TONES.flatMap((tone) => section(TONE_HEADINGS[tone], blocks(stood.filter((each) => toneOf(each) === tone))));
  const sections = Object.entries(SORTS).flatMap(([sort, { doing, receiving }]) => {
    const mine = told.filter((each) => each.sort === sort);
    const own = mine.filter((each) => each.subject === key);
    return [...section(doing, blocks(own)), ...(receiving ? section(receiving, blocks(mine.filter((each) => each.subject !== key))) : [])];
  });
  const nothing = el("p", { text: "The documents name this, and say nothing of it that was understood as a fact." });
  return [
    el("p", { class: "quiet", text: [KIND.get(kind).label, detail, when].filter(Boolean).join(" · ") }),
    el("h2", {}, shapeOf(kind), el("span", { text: label, dir: "auto" })),
    aliases.length ? el("p", { class: "quiet", text: `Also written: ${aliases.join(", ")}` }) : null,
    el("div", { class: "kept" }, ...thingTools(key)),
    hidden ? el("p", { class: "quiet", text: `${counted(hidden, "fact")} of it left out by the filters.` }) : null,
    ...(told.length ? [...toneSections, ...sections] : hidden ? [] : [nothing]),
  ].filter(Boolean);
}

// What can be done with a thing: draw what is around it, ask how another is connected.
function thingTools(key) {
  const unseen = linksOf.get(key).flatMap(endsOf).filter((near, i, all) => all.indexOf(near) === i && !isShownWithout(near)).length;
  return [
    unseen && !state.grown.includes(key) ? el("button", { text: `Draw its neighbours (${unseen} more)`, click: () => grow(key) }) : null,
    linksOf.get(key).length ? el("button", { text: "How is it connected with …", click: () => connect(key) }) : null,
  ].filter(Boolean);
}

// Whether a thing would be drawn if nothing were looked at.
function isShownWithout(key) {
  return state.loose || !isLoose(key) || live.grown.has(key);
}

function pathPlace(from, to) {
  const steps = pathBetween(from, to);
  const told = steps.flatMap(({ source: a, target: b }, i) => [
    el("h3", {}, `${i + 1}. `, thing.get(a).label, " and ", thing.get(b).label),
    ...limited(between(a, b).flatMap(({ key }) => (live.links.get(key) || { told: [] }).told).map((each) => factBlock(each, null)), 2, `step ${i + 1}`),
  ]);
  const none = "Nothing that the filters leave connects them: no fact names both, nor others between them.";
  return [
    el("p", { class: "quiet", text: "How are these connected?" }),
    el("h2", {}, el("span", {}, thingButton(from), " and ", thingButton(to))),
    el("p", { class: "quiet", text: steps.length ? `The shortest way has ${counted(steps.length, "step")}.` : none }),
    ...told,
  ];
}

// A bare list of facts: of one sentence, of one place on the timeline, or one alone.
function listPlace() {
  const told = factsAt(state.at);
  const [sort, rest] = parted(state.at);
  const from = sort === "sentence" ? rest.slice(rest.indexOf("@") + 1) : null;
  return [
    from ? el("p", { class: "quiet" }, "What a sentence says in ", documentButton(from)) : null,
    ...section(sort === "lane" ? `${counted(told.length, "fact")}, ${laneTime(rest)}` : counted(told.length, "fact"), told.map((each) => factBlock(each, null))),
    told.length ? null : el("p", { text: "No fact was read here." }),
  ].filter(Boolean);
}

function linkPlace({ source: from, target: to }) {
  const keys = between(from, to).flatMap(({ facts }) => facts);
  return [
    el("p", { class: "quiet", text: "Between" }),
    el("h2", {}, el("span", {}, thingButton(from), " and ", thingButton(to))),
    ...section(counted(keys.length, "fact"), keys.map((each) => factBlock(each, null))),
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
    document_.text && state.view !== "sources" ? el("div", { class: "kept" }, el("button", { text: "Read its text", click: () => go(`document:${document_.key}`, { view: "sources" }) })) : null,
    document_.address ? el("p", {}, el("a", { ...ELSEWHERE, href: document_.address, text: "Read it where it was published" })) : null,
    ...section(`${counted(told.length, "fact")} from this document`, told.map((each) => factBlock(only(each), null))),
  ].filter(Boolean);
}

