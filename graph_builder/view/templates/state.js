// What is being looked at; it is all in the link, so that Back, Forward and a colleague see the same.
const state = { at: null, highlight: null, off: new Set(), loose: false };
let about = null; // the things and links that the place being looked at is about; null for the whole picture

// `at` is a thing's key, or "link:" and a link's, or "document:" and a document's.
function exists(at) {
  if (!at) return false;
  if (at.startsWith("link:")) return link.has(at.slice(5));
  if (at.startsWith("document:")) return source.has(at.slice(9));
  return thing.has(at);
}

function readLink() {
  const said = new URLSearchParams(location.hash.slice(1));
  state.at = exists(said.get("at")) ? said.get("at") : null;
  state.highlight = fact.has(said.get("fact")) ? said.get("fact") : null;
  state.off = new Set((said.get("hide") || "").split(",").filter((kind) => KIND.has(kind)));
  state.loose = said.get("loose") === "1";
}

function writeLink(isNewPlace) {
  const said = new URLSearchParams();
  if (state.at) said.set("at", state.at);
  if (state.highlight) said.set("fact", state.highlight);
  if (state.off.size) said.set("hide", [...state.off].sort().join(","));
  if (state.loose) said.set("loose", "1");
  const text = said.toString() ? `#${said}` : "";
  if (text === location.hash) return;
  try {
    history[isNewPlace ? "pushState" : "replaceState"](null, "", text || location.pathname + location.search);
  } catch {
    // A page shown inside another has no address of its own to change.
  }
}

function isShown(key) {
  if (about && about.things.has(key) && key === state.at) return true;
  return !state.off.has(thing.get(key).kind) && (state.loose || !isLoose(key) || Boolean(about && about.things.has(key)));
}

function lit() {
  if (!state.at) return null;
  if (state.at.startsWith("link:")) {
    const { source: from, target: to } = link.get(state.at.slice(5));
    return { things: new Set([from, to]), links: new Set(between(from, to).map(({ key }) => key)) };
  }
  if (state.at.startsWith("document:")) {
    const told = factsIn(state.at.slice(9));
    const keys = new Set(told.map(({ key }) => key));
    return {
      things: new Set(told.flatMap(({ subject, object }) => (object ? [subject, object] : [subject]))),
      links: new Set(LINKS.filter(({ facts }) => facts.some((key) => keys.has(key))).map(({ key }) => key)),
    };
  }
  const near = linksOf.get(state.at);
  return { things: new Set([state.at, ...near.flatMap(({ source: from, target: to }) => [from, to])]), links: new Set(near.map(({ key }) => key)) };
}

function between(from, to) {
  return linksOf.get(from).filter((each) => (each.source === from ? each.target : each.source) === to);
}

function factsIn(name) {
  return [...fact.values()].filter(({ evidence }) => evidence.some((each) => each.source === name));
}

function go(at, { move = false, highlight = null } = {}) {
  state.at = at;
  state.highlight = highlight;
  writeLink(true);
  refresh();
  if (move && about) frame([...about.things]);
  // On a narrow screen the facts are below the picture: both are then in sight.
  if (at && canvasBox && matchMedia("(max-width: 820px)").matches) canvasBox.scrollIntoView({ block: "start" });
  announce();
}

function announce() {
  byId("live").textContent = state.at ? placeName() : "Nothing is selected";
  document.title = (state.at ? `${placeName()} – ` : "") + `${document.querySelector("h1").textContent} – OnRecord`;
}

function placeName() {
  const at = state.at;
  if (at.startsWith("link:")) {
    const { source: from, target: to, words } = link.get(at.slice(5));
    return `${thing.get(from).label} ${words} ${thing.get(to).label}`;
  }
  if (at.startsWith("document:")) return source.get(at.slice(9)).title;
  return `${thing.get(at).label}, ${KIND.get(thing.get(at).kind).label.toLowerCase()}, ${counted(factsOf.get(at).length, "fact")}`;
}
