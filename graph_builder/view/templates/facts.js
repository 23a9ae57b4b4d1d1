// A fact as words: what it says, what to doubt, and the sentences that say it.
const SENTENCES = 3;

function thingButton(key) {
  return el("button", { class: "thing", text: thing.get(key).label, dir: "auto", click: () => go(key, { move: true }) });
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
  if (!live.facts.has(each.key)) says.append(" ", el("span", { class: "single", text: "(filtered out of the views)" }));
  const block = el("div", { class: each.key === state.highlight ? "fact on" : "fact", "data-fact": each.key }, says);
  block.append(...limited(each.evidence.map((shown) => evidenceBlock(shown, parts)), SENTENCES, each.key));
  return block;
}

function documentsBehind({ evidence }) {
  const number = new Set(evidence.map((shown) => shown.source)).size;
  if (!number) return "from the answer to a question";
  return number === 1 ? "one document" : `${number} documents`;
}

function wordsSaid({ sort, text }) {
  return sort === "statement" ? text.replace(/^“|”$/g, "").split(" … ").filter(Boolean) : [];
}

function evidenceBlock({ source: name, quote = "", start, end }, parts) {
  const { publisher, published_words: published } = source.get(name);
  const place = `sentence:${start}-${end}@${name}`;
  const inPlace = start < 0 ? null : el("button", { class: "thing", text: "In its paragraph", click: () => go(place, { view: "sources", document: name }) });
  const footer = el("footer", {}, documentButton(name), [publisher, published].filter(Boolean).map((each) => ` · ${each}`).join(""), inPlace ? " · " : null, inPlace);
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
