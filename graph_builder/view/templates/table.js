// Every fact on a row: to be sorted, filtered and taken away.
const ROWS_AT_ONCE = 150;
const SORT_NAMES = Object.keys(SORTS);
const COLUMNS = {
  kind: { label: "Kind", of: (each) => SORTS[each.sort].label },
  who: { label: "Who", of: (each) => thing.get(each.subject).label },
  says: { label: "Says or does", of: (each) => each.words },
  what: { label: "To or about", of: (each) => [each.object ? thing.get(each.object).label : "", each.text].filter(Boolean).join(" ") },
  when: { label: "When", of: (each) => each.date },
  documents: { label: "Documents", of: (each) => String(new Set(each.evidence.map((shown) => shown.source)).size) },
  doubt: { label: "To doubt", of: (each) => each.doubts.join(", ") },
};

// All the words of a fact and its sentences, folded once.
const rowWords = new Map();
function wordsOf(each) {
  if (!rowWords.has(each.key)) {
    rowWords.set(each.key, folded(Object.values(COLUMNS).map(({ of }) => of(each)).concat(each.evidence.map(({ quote }) => quote)).join(" ")));
  }
  return rowWords.get(each.key);
}

function tableFacts() {
  const asked = folded(state.words).split(" ").filter(Boolean);
  const [by, down] = COLUMNS[state.sort.split("~")[0]] ? state.sort.split("~") : ["", ""];
  const told = inScope().filter((each) => asked.every((word) => wordsOf(each).includes(word)));
  if (!by) return told.sort((a, b) => SORT_NAMES.indexOf(a.sort) - SORT_NAMES.indexOf(b.sort) || COLUMNS.who.of(a).localeCompare(COLUMNS.who.of(b), "en") || a.order - b.order);
  const keys = new Map(told.map((each) => [each, COLUMNS[by].of(each)]));
  // What has nothing in the column stands last, both ways.
  return told.sort((a, b) => Number(!keys.get(a)) - Number(!keys.get(b))
    || (down ? -1 : 1) * keys.get(a).localeCompare(keys.get(b), "en", { numeric: true }) || a.order - b.order);
}

function showTable() {
  const told = tableFacts();
  byId("rows-shown").textContent = `${told.length.toLocaleString("en-GB")} of ${counted(FACTS.length, "fact")}`;
  if (document.activeElement !== byId("words")) byId("words").value = state.words;
  if (!told.length) {
    byId("table").replaceChildren(nothingHere("No fact has these words among what the focus and the filters leave."));
    return;
  }
  const heads = Object.entries(COLUMNS).map(([name, { label }]) => {
    const head = sortHead(name, label.toLowerCase(), { role: "columnheader" });
    head.prepend(`${label} `);
    return head;
  });
  const isWhole = state.more.includes("table") || told.length <= ROWS_AT_ONCE;
  const body = el("tbody", { role: "rowgroup" }, ...told.slice(0, isWhole ? told.length : ROWS_AT_ONCE).map(factRow));
  byId("table").replaceChildren(el("table", { role: "table" }, el("caption", { class: "unseen", text: "The facts" }),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), body));
  if (!isWhole) {
    const more = el("button", { class: "more", text: `Show ${(told.length - ROWS_AT_ONCE).toLocaleString("en-GB")} more` });
    more.addEventListener("click", () => {
      const rest = told.slice(ROWS_AT_ONCE).map(factRow);
      state.more = [...state.more, "table"];
      writeLink(false);
      body.append(...rest);
      more.remove();
      rest[0].querySelector("button").focus();
    });
    byId("table").append(more);
  }
}

function factRow(each) {
  const cell = (name, ...children) => el("td", { role: "cell", "data-label": COLUMNS[name].label }, ...children);
  const number = new Set(each.evidence.map((shown) => shown.source)).size;
  const what = [each.object ? thingButton(each.object) : null, each.object && each.text ? " " : null, each.text ? el("span", { text: clipped(each.text, 220), dir: "auto" }) : null];
  return el("tr", { role: "row", class: state.at === `fact:${each.key}` ? "on" : "" },
    cell("kind", el("span", { class: `swatch ${each.sort}`, "aria-hidden": "true" }), SORTS[each.sort].label),
    cell("who", thingButton(each.subject)),
    cell("says", el("span", { class: STANCE_TONE[each.stance] || "", text: each.words })),
    cell("what", ...what),
    cell("when", each.when || "no date"),
    cell("documents", el("button", { class: "more read", text: number ? `Read ${number}` : "Open", "aria-label": `Read the sentence: ${sayingOf(each)}`, click: () => go(`fact:${each.key}`) })),
    cell("doubt", ...each.doubts.map((doubt) => el("span", { class: "doubt", text: doubt }))));
}

function startTable() {
  byId("words").addEventListener("input", ({ target }) => change({ words: target.value }, false));
}
