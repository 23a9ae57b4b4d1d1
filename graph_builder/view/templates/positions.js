// Who stands where: who × topic, each cell with the sentences behind it.
const GROUPS = { party: "party", kind: "kind", name: "nothing" };
const ORDERS = { "": "most argued", contested: "most contested", name: "name" };
const NARROW = matchMedia("(max-width: 820px)");

// The party that somebody belongs to, if a document says so.
const partyOf = new Map();
for (const { sort, subject, object } of FACTS) {
  if (sort === "role" && object && thing.get(object).kind === "party" && !partyOf.has(subject)) partyOf.set(subject, thing.get(object).label);
}

function groupOf(key) {
  const { kind } = thing.get(key);
  if (state.by === "name") return "";
  if (state.by === "kind") return KIND.get(kind).plural;
  return partyOf.get(key) || (kind === "person" ? "No party named" : KIND.get(kind).plural);
}

function tonesOf(told) {
  return new Set(told.map(toneOf));
}

// The positions on topics with the words that were asked for, on this page of the matrix or another.
function positionFacts() {
  const asked = folded(topicWords());
  return inScope().filter(({ sort, object }) => sort === "stance" && (!asked || folded(thing.get(object).label).includes(asked)));
}

function topicWords() {
  return state.topics.split("|")[1] || "";
}

function showPositions() {
  const byTopic = grouped(positionFacts(), ({ object }) => object);
  const order = state.topics.split("|")[0];
  const label = (key) => thing.get(key).label;
  const isContested = (key) => Number(tonesOf(byTopic.get(key)).has("for") && tonesOf(byTopic.get(key)).has("against"));
  const topics = [...byTopic.keys()].sort((a, b) => (order === "name" ? 0
    : (order === "contested" && isContested(b) - isContested(a)) || byTopic.get(b).length - byTopic.get(a).length) || label(a).localeCompare(label(b), "en"));
  const box = byId("positions");
  const most = NARROW.matches ? 12 : Math.max(2, Math.floor((byId("stage").clientWidth - 220) / 128));
  const first = state.from_topic < topics.length ? state.from_topic : 0;
  const shown = topics.slice(first, first + most);
  byId("topics-shown").textContent = topics.length ? `Topics ${first + 1}–${first + shown.length} of ${topics.length}` : "No topics";
  byId("topics-before").disabled = first === 0;
  byId("topics-after").disabled = first + most >= topics.length;
  byId("topics-before").dataset.to = Math.max(0, first - most);
  byId("topics-after").dataset.to = first + most;
  byId("group").value = state.by;
  byId("topic-order").value = order;
  if (document.activeElement !== byId("topic-words")) byId("topic-words").value = topicWords();
  if (!shown.length) box.replaceChildren(nothingHere("No position here: nobody is for or against anything that the focus and the filters leave."));
  else if (NARROW.matches) box.replaceChildren(...shown.map((key) => topicBlock(key, byTopic.get(key))));
  else box.replaceChildren(matrix(shown, byTopic));
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(keyOf(item))) groups.set(keyOf(item), []);
    groups.get(keyOf(item)).push(item);
  }
  return groups;
}

// "supports ×2", how it leans, and what to doubt.
function stanceButton(told) {
  const { subject, object } = told[0];
  const words = [...grouped(told, (each) => each.words)].map(([word, all]) => (all.length > 1 ? `${word} ×${all.length}` : word)).join(", ");
  const tones = [...tonesOf(told)].filter((tone) => tone === "for" || tone === "against");
  const doubts = told.every((each) => each.doubts.length) ? [...new Set(told.flatMap((each) => each.doubts))] : [];
  const key = `${subject}>${object}`;
  const isOn = state.at === `link:${key}`;
  const place = subject === object ? `fact:${told[0].key}` : `link:${key}`;
  const button = el("button", { class: `cell ${tones.length === 1 ? tones[0] : ""}${isOn ? " on" : ""}`, click: () => go(place) }, words);
  if (doubts.length) button.append(el("span", { class: "query", title: doubts.join(", "), "aria-hidden": "true", text: "?" }), el("span", { class: "unseen", text: ` in doubt: ${doubts.join(", ")}` }));
  return button;
}

function sortHead(name, label, properties = {}) {
  const [by, down] = state.sort.split("~");
  const isBy = by === name;
  const button = el("button", { class: "sort", "aria-label": `Sort by ${label}` }, isBy ? (down ? "▼" : "▲") : "⇅");
  button.addEventListener("click", () => {
    change({ sort: isBy && !down ? `${name}~down` : name });
    const again = document.querySelector(`[data-sorts="${CSS.escape(name)}"] .sort`);
    if (again) again.focus();
  });
  return el("th", { scope: "col", "data-sorts": name, "aria-sort": isBy ? (down ? "descending" : "ascending") : "none", ...properties }, button);
}

const LEANING = ["for", "other", "asking", "warning", "against"];
function matrix(topics, byTopic) {
  const cells = grouped(topics.flatMap((key) => byTopic.get(key)), ({ subject }) => subject);
  const label = (key) => thing.get(key).label;
  const [by, down] = state.sort.split("~");
  const lean = (key) => {
    const told = (cells.get(key) || []).filter(({ object }) => object === by);
    return told.length ? Math.min(...told.map((each) => LEANING.indexOf(toneOf(each)))) : 9;
  };
  // Also the positions on topics that are on another page of the matrix.
  const all = grouped(positionFacts(), ({ subject }) => subject);
  const order = thing.has(by) ? (a, b) => lean(a) - lean(b) : by === "number" ? (a, b) => all.get(a).length - all.get(b).length : () => 0;
  const compared = (a, b) => (down ? -1 : 1) * (order(a, b) || label(a).localeCompare(label(b), "en"));
  const groups = [...grouped([...cells.keys()].sort(compared), groupOf)].sort(([a], [b]) => a.localeCompare(b, "en"));
  const corner = sortHead("who", "name", { class: "who" });
  corner.prepend("Who ");
  const number = sortHead("number", "number of positions");
  number.prepend("All ");
  const heads = topics.map((key) => {
    const head = sortHead(key, `where they stand on ${label(key)}`);
    head.prepend(thingButton(key), " ");
    return head;
  });
  const row = (key) => el("tr", {}, el("th", { scope: "row", class: "who" }, thingButton(key)), el("td", { class: "number", text: String(all.get(key).length) }),
    ...topics.map((topic) => {
      const told = cells.get(key).filter(({ object }) => object === topic);
      return el("td", {}, told.length ? stanceButton(told) : null);
    }));
  const body = groups.flatMap(([name, keys]) => [
    ...(name ? [el("tr", { class: "group" }, el("th", { scope: "rowgroup", colspan: String(topics.length + 2), text: `${name} (${keys.length})` }))] : []), ...keys.map(row)]);
  return el("table", {}, el("caption", { class: "unseen", text: "Who stands where on which topic" }), el("thead", {}, el("tr", {}, corner, number, ...heads)), el("tbody", {}, ...body));
}

// On a narrow screen each topic is a list of who stands where.
function topicBlock(key, told) {
  const rows = [...grouped(told, ({ subject }) => subject)].map(([who, all]) => el("li", {}, thingButton(who), " ", stanceButton(all)));
  return el("section", { class: "topic-block" }, el("h2", {}, thingButton(key)), el("ul", {}, ...rows));
}

function startPositions() {
  const names = (select, options) => Object.entries(options).forEach(([value, text]) => select.append(el("option", { value, text })));
  names(byId("group"), GROUPS);
  names(byId("topic-order"), ORDERS);
  const topics = () => [byId("topic-order").value, byId("topic-words").value].join("|").replace(/^\|$/, "");
  byId("group").addEventListener("change", ({ target }) => change({ by: target.value }));
  byId("topic-order").addEventListener("change", () => change({ topics: topics(), from_topic: 0 }));
  byId("topic-words").addEventListener("input", () => change({ topics: topics(), from_topic: 0 }, false));
  for (const id of ["topics-before", "topics-after"]) byId(id).addEventListener("click", ({ target }) => change({ from_topic: Number(target.dataset.to) }));
}
