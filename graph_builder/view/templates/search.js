// Finding: names in any spelling first, then words that somebody said.
const NAMES_AT_ONCE = 10;
const SAID_AT_ONCE = 5;
const nameIndex = [...thing.values()].map(({ key, label, aliases }) => ({ key, names: [label, ...aliases].map(folded) }));
const saidIndex = FACTS.filter(({ sort }) => sort === "statement").map(({ key, text }) => ({ key, words: folded(text) }));
let found = [];
let chosen = -1;
let connecting = null; // the thing that the next one found is to be connected with

// 0 is best: the name begins so · a word of it does · it is somewhere in it.
function rank(names, asked) {
  const words = asked.split(" ");
  let best = 9;
  for (const name of names) {
    if (name.startsWith(asked)) best = Math.min(best, 0);
    else if (words.every((word) => ` ${name}`.includes(` ${word}`))) best = Math.min(best, 1);
    else if (words.every((word) => name.includes(word))) best = Math.min(best, 2);
  }
  return best;
}

// A slip of one letter, or two in a long word, is forgiven, but only where nothing else was found.
function nearly(names, asked) {
  const close = (word) => names.some((name) => name.split(" ").some((other) => withinSlips(word, other, word.length > 7 ? 2 : 1)));
  return asked.split(" ").every((word) => word.length > 3 && close(word));
}

function withinSlips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return false;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    before = now;
  }
  return before[b.length] <= most;
}

function search(text) {
  const asked = folded(text);
  if (!asked) return [];
  const busy = (key) => factsOf.get(key).length;
  let names = nameIndex.map(({ key, names: all }) => ({ key, rank: rank(all, asked) })).filter((hit) => hit.rank < 9);
  const said = asked.length > 2 ? saidIndex.filter(({ words }) => words.includes(asked)).slice(0, SAID_AT_ONCE) : [];
  if (!names.length && !said.length) names = nameIndex.filter(({ names: all }) => nearly(all, asked)).map(({ key }) => ({ key, rank: 3 }));
  names.sort((a, b) => a.rank - b.rank || busy(b.key) - busy(a.key));
  return [...names.slice(0, NAMES_AT_ONCE).map(({ key }) => ({ thing: key })), ...said.map(({ key }) => ({ fact: key }))];
}

function hitRow(hit, i) {
  const item = el("li", { role: "option", id: `hit${i}`, "aria-selected": String(i === chosen) });
  if (hit.thing) {
    const { label, kind } = thing.get(hit.thing);
    item.append(shapeOf(kind), el("span", { text: label, dir: "auto" }), el("small", { text: counted(factsOf.get(hit.thing).length, "fact") }));
  } else {
    const { text, subject } = fact.get(hit.fact);
    const words = text.length > 90 ? `${text.slice(0, 89)}…` : text;
    item.append(el("span", { text: words, dir: "auto" }), el("small", { text: thing.get(subject).label }));
  }
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(i);
  });
  return item;
}

function listFound() {
  const list = byId("found");
  const asked = byId("find").value.trim();
  const none = el("li", { role: "option", "aria-disabled": "true", text: "Nothing goes by that name. Try fewer letters." });
  list.replaceChildren(...(found.length ? found.map(hitRow) : [none]));
  list.hidden = !asked;
  byId("find").setAttribute("aria-expanded", String(!list.hidden));
  if (chosen >= 0) byId("find").setAttribute("aria-activedescendant", `hit${chosen}`);
  else byId("find").removeAttribute("aria-activedescendant");
  if (list.children[chosen]) list.children[chosen].scrollIntoView({ block: "nearest" });
}

function choose(i) {
  const hit = found[i];
  if (!hit) return;
  const from = connecting;
  closeFound();
  if (hit.thing && from && from !== hit.thing) go(`path:${from}>${hit.thing}`, { move: true });
  else if (hit.thing) go(hit.thing, { move: true });
  else go(fact.get(hit.fact).subject, { move: true, highlight: hit.fact });
  byId("panel").focus({ preventScroll: true });
}

// The next name that is found is the other end.
function connect(key) {
  connecting = key;
  byId("find").placeholder = `Connect ${clipped(thing.get(key).label, 24)} with …`;
  byId("find").focus();
}

const ASKING = byId("find") ? byId("find").placeholder : "";
function closeFound() {
  connecting = null;
  byId("find").placeholder = ASKING;
  byId("find").value = "";
  found = [];
  chosen = -1;
  listFound();
}

function startSearch() {
  const box = byId("find");
  box.addEventListener("input", () => {
    found = search(box.value);
    chosen = found.length ? 0 : -1;
    listFound();
    byId("live").textContent = box.value.trim() ? `${found.length} found` : "";
  });
  box.addEventListener("keydown", (event) => {
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      listFound();
    } else if (event.key === "Enter") choose(Math.max(chosen, 0));
    else if (event.key === "Escape") closeFound();
  });
  box.addEventListener("blur", () => { byId("found").hidden = true; box.setAttribute("aria-expanded", "false"); });
}
