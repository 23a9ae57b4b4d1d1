// What is being looked at; it is all in the link, so that Back, Forward and a colleague see the same.
const VIEWS = ["network", "positions", "timeline", "table", "sources"];
const DOUBTS = ["sure", "doubt", "unsure", "hedged", "contradicted", "single", "several"];
const FRESH = () => ({
  view: "network", at: null, focus: null, highlight: null, off: new Set(), skip: new Set(), from: "", to: "", undated: true, doubt: "",
  loose: false, grown: [], moved: [], camera: null, words: "", sort: "", by: "party", topics: "", from_topic: 0, document: null, more: [], box: false,
});
const state = FRESH();
let about = null; // the things and links that the place being looked at is about; null for the whole picture

// `at` is a place: a thing's key, or one of these and what it needs.
const PLACES = {
  link: (rest) => link.has(rest),
  document: (rest) => source.has(rest),
  fact: (rest) => fact.has(rest),
  path: (rest) => rest.split(">").length === 2 && rest.split(">").every((key) => thing.has(key)),
  sentence: (rest) => /^\d+-\d+@/.test(rest) && source.has(rest.slice(rest.indexOf("@") + 1)),
  lane: (rest) => rest.split("/").length === 3,
};

// The sort of a place and the rest of it; a thing's sort is "thing".
function parted(at) {
  const sort = at.split(":", 1)[0];
  if (thing.has(at)) return ["thing", at];
  return PLACES[sort] ? [sort, at.slice(sort.length + 1)] : ["", at];
}

function exists(at) {
  if (!at) return false;
  const [sort, rest] = parted(at);
  return sort === "thing" || Boolean(PLACES[sort] && PLACES[sort](rest));
}

function isDate(text) {
  return /^\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$/.test(text);
}

function readLink() {
  const said = new URLSearchParams(location.hash.slice(1));
  const given = (name) => said.get(name) || "";
  const listed = (name) => given(name).split(",").filter(Boolean);
  const at = exists(said.get("at")) ? said.get("at") : null;
  Object.assign(state, FRESH(), {
    at,
    view: VIEWS.includes(given("view")) ? given("view") : "network",
    focus: exists(said.get("focus")) ? said.get("focus") : said.has("focus") ? null : focusAt(at),
    highlight: fact.has(said.get("fact")) ? said.get("fact") : null,
    off: new Set(listed("hide").filter((kind) => KIND.has(kind))),
    skip: new Set(listed("skip").filter((sort) => SORTS[sort])),
    from: isDate(given("from")) ? given("from") : "",
    to: isDate(given("to")) ? given("to") : "",
    undated: given("undated") !== "0",
    doubt: DOUBTS.includes(given("doubt")) ? given("doubt") : "",
    loose: given("loose") === "1",
    grown: said.getAll("grown").filter((key) => thing.has(key)),
    moved: said.getAll("moved").map(movedPlace).filter(Boolean),
    camera: numbers(given("camera"), 3),
    words: given("words"),
    sort: given("sort"),
    by: ["party", "kind", "name"].includes(given("by")) ? given("by") : "party",
    topics: given("topics"),
    from_topic: Math.max(0, parseInt(given("topic"), 10) || 0),
    document: source.has(said.get("document")) ? said.get("document") : null,
    more: said.getAll("more"),
    box: given("box") === "1",
  });
}

// So many numbers with commas between them, or null.
function numbers(text, many) {
  const found = text.split(",").map(Number);
  return text && found.length === many && found.every(Number.isFinite) ? found : null;
}

// "x,y,key": where a thing was dragged to.
function movedPlace(text) {
  const [, place, key] = text.match(/^(-?\d+,-?\d+),(.*)$/s) || [];
  return thing.has(key) ? [...numbers(place, 2), key] : null;
}

function linkText() {
  const said = new URLSearchParams();
  const put = (name, value) => value && said.set(name, value);
  put("view", state.view === "network" ? "" : state.view);
  put("at", state.at);
  if (state.focus !== focusAt(state.at)) said.set("focus", state.focus || "");
  put("fact", state.highlight);
  put("hide", [...state.off].sort().join(","));
  put("skip", [...state.skip].sort().join(","));
  put("from", state.from);
  put("to", state.to);
  put("undated", state.undated ? "" : "0");
  put("doubt", state.doubt);
  put("loose", state.loose ? "1" : "");
  state.grown.forEach((key) => said.append("grown", key));
  state.moved.forEach((place) => said.append("moved", place.join(",")));
  put("camera", state.camera && state.camera.join(","));
  put("words", state.words);
  put("sort", state.sort);
  put("by", state.by === "party" ? "" : state.by);
  put("topics", state.topics);
  put("topic", state.from_topic ? String(state.from_topic) : "");
  put("document", state.document);
  state.more.forEach((name) => said.append("more", name));
  put("box", state.box ? "1" : "");
  return said.toString() ? `#${said}` : "";
}

function writeLink(isNewPlace) {
  const text = linkText();
  if (text === location.hash) return;
  try {
    history[isNewPlace ? "pushState" : "replaceState"](isNewPlace ? null : history.state, "", text || location.pathname + location.search);
  } catch {
    // A page shown inside another has no address of its own to change.
  }
}

// What the views are narrowed to: a thing or a document that was gone to. Looking closer at a line or a sentence keeps it.
function focusAt(at) {
  return at && ["thing", "document"].includes(parted(at)[0]) ? at : null;
}

function go(at, { move = false, highlight = null, view = state.view, document: name = null } = {}) {
  keepScroll();
  state.focus = at === null ? null : focusAt(at) || state.focus;
  // Lists that were opened belong to the place that is left, but for those of the views themselves.
  if (at !== state.at) state.more = state.more.filter((name) => VIEWS.includes(name));
  state.at = at;
  state.highlight = highlight;
  state.view = view;
  if (name) state.document = name;
  if (at && parted(at)[0] === "document") state.document = parted(at)[1];
  if (move) state.camera = null;
  writeLink(true);
  refresh();
  if (state.view === "network") lookThere({ gently: true });
  // On a narrow screen the facts are below the picture: both are then in sight.
  if (at && matchMedia("(max-width: 820px)").matches) byId(state.view === "network" ? "network" : "panel").scrollIntoView({ block: "start" });
  announce();
}

// Anything but the place: filters, the order of a table. One step Back undoes it, but not each letter that is typed.
function change(parts, isNewPlace = true) {
  if (isNewPlace) keepScroll();
  Object.assign(state, parts);
  writeLink(isNewPlace);
  refresh();
  if (state.view === "network") lookThere();
}

// The first of many, and a button for the rest; a link to an opened list opens it.
function limited(parts, most, name) {
  if (parts.length <= most + 1 || state.more.includes(name)) return parts;
  const more = el("button", { class: "more", text: `Show ${(parts.length - most).toLocaleString("en-GB")} more` });
  more.addEventListener("click", () => {
    const rest = parts.slice(most);
    state.more = [...state.more, name];
    writeLink(false);
    more.replaceWith(...rest);
    const next = rest[0].matches("button, a") ? rest[0] : rest[0].querySelector("button, a");
    if (next) next.focus();
  });
  return [...parts.slice(0, most), more];
}

// How far down one had read is kept with each step, for Back and Forward.
function scrollers() {
  return [byId(`view-${state.view}`), byId("panel"), document.scrollingElement].filter(Boolean);
}

function keepScroll() {
  try {
    history.replaceState({ scroll: scrollers().map(({ scrollTop }) => scrollTop) }, "");
  } catch {
    // As above.
  }
}

let scrollTimer = 0;
function startScroll() {
  addEventListener("scroll", () => {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(keepScroll, 200);
  }, { capture: true, passive: true });
}

function scrollAsBefore() {
  clearTimeout(scrollTimer);
  const { scroll } = history.state || {};
  if (Array.isArray(scroll)) scrollers().forEach((each, i) => { each.scrollTop = scroll[i] || 0; });
}

// What every view shows is in sight in the picture: the place's own things and lines.
function lit() {
  if (!state.at) return null;
  const [sort, rest] = parted(state.at);
  if (sort === "thing") {
    const near = linksOf.get(rest).filter(({ key }) => live.links.has(key));
    return { things: new Set([rest, ...near.flatMap(endsOf)]), links: new Set(near.map(({ key }) => key)) };
  }
  if (sort === "path") {
    const steps = pathBetween(...rest.split(">"));
    return { things: new Set([...rest.split(">"), ...steps.flatMap(endsOf)]), links: new Set(steps.flatMap(({ source: a, target: b }) => between(a, b)).map(({ key }) => key)) };
  }
  const told = factsAt(state.at);
  const keys = new Set(told.map(({ key }) => key));
  return {
    things: new Set(told.flatMap(({ subject, object }) => (object ? [subject, object] : [subject]))),
    links: new Set(LINKS.filter(({ facts }) => facts.some(({ key }) => keys.has(key))).map(({ key }) => key)),
  };
}

function endsOf({ source: from, target: to }) {
  return [from, to];
}

function between(from, to) {
  return linksOf.get(from).filter((each) => (each.source === from ? each.target : each.source) === to);
}

function announce() {
  byId("live").textContent = state.at ? placeName(state.at) : "Nothing is selected";
  document.title = (state.at ? `${placeName(state.at)} – ` : "") + `${document.querySelector("h1").textContent} – OnRecord`;
}

function placeName(at) {
  const [sort, rest] = parted(at);
  if (sort === "thing") return `${thing.get(rest).label}, ${KIND.get(thing.get(rest).kind).label.toLowerCase()}, ${counted(factsOf.get(rest).length, "fact")}`;
  if (sort === "link") {
    const { source: from, target: to } = link.get(rest);
    return `${thing.get(from).label} and ${thing.get(to).label}`;
  }
  if (sort === "path") return `From ${rest.split(">").map((key) => thing.get(key).label).join(" to ")}`;
  if (sort === "document") return source.get(rest).title;
  if (sort === "sentence") return `A sentence of ${source.get(rest.slice(rest.indexOf("@") + 1)).title}`;
  return counted(factsAt(at).length, "fact");
}
