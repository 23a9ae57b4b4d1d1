// Taking it away: any view as SVG and PNG, its facts as CSV, the view on paper; each with its legend and its sources.
const LARGEST = 12000; // pixels that a browser's canvas can hold on a side

function save(blob, ending) {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: `onrecord-${state.view}.${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  byId("live").textContent = `Saved as ${ending.toUpperCase()}`;
}

function svgBlob() {
  const { svg, width, height } = pictureSvg();
  return { blob: new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" }), width, height };
}

async function pngBlob() {
  const { blob, width, height } = svgBlob();
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const scale = Math.min(2, LARGEST / Math.max(width, height));
  const canvas = el("canvas", { width: String(Math.round(width * scale)), height: String(Math.round(height * scale)) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

// The facts that the view shows, in its order.
function onScreen() {
  if (state.view === "table") return tableFacts();
  if (state.view === "positions") return positionFacts();
  if (state.view === "timeline") return inScope().filter(({ sort }) => sort !== "participation");
  if (state.view === "network" && state.at) return factsAt(state.at).filter(({ key }) => live.facts.has(key));
  const name = state.view === "sources" ? documentShown() : null;
  return inScope().filter(({ evidence }) => !name || evidence.some((each) => each.source === name));
}

// One line for each fact and sentence; a cell that a spreadsheet would run as a formula begins with an apostrophe.
const CSV_HEAD = ["kind", "who", "says or does", "leaning", "about", "words", "when", "from", "to", "doubts", "sentence", "document", "title", "publisher", "published", "address"];
function csvText(told) {
  const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  const origin = (name) => {
    const { key = "", title = "", publisher = "", published = "", address = "" } = source.get(name) || {};
    return [key, title, publisher, published, address];
  };
  const rows = told.flatMap((each) => (each.evidence.length ? each.evidence : [{ source: "", quote: "" }]).map(({ source: name, quote }) => (
    [SORTS[each.sort].label, thing.get(each.subject).label, each.words, each.sort === "stance" ? toneOf(each) : "", each.object ? thing.get(each.object).label : "", each.text, each.when, each.date, each.until,
      doubtsOf(each).join("; "), quote, ...origin(name)])));
  const empty = CSV_HEAD.map(() => "");
  const note = (kind, words, more = []) => [kind, words, ...empty.slice(2, CSV_HEAD.length - more.length), ...more];
  const cited = new Set(told.flatMap(({ evidence }) => evidence.map((each) => each.source)));
  const notes = [
    note("About this table", byId("summary").textContent),
    filterWords() ? note("About this table", `Shown: ${filterWords()}`) : null,
    ...CSV_LEGEND.map((words) => note("Legend", words)),
    ...SOURCES.filter(({ key }) => cited.has(key)).map(({ key, title }) => note("Source", title, origin(key))),
  ].filter(Boolean);
  return [CSV_HEAD, ...rows, ...notes].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

const CSV_LEGEND = [
  "One row for each fact and sentence that says it: a fact of two sentences has two rows",
  "leaning: for (supports, calls for, commits to), against (opposes), warning, asking or other",
  "when: as the document says it; from and to: the same as dates, as precise as they are",
  "doubts: unsure reading (with how much of what its rule found was right), hedged, contradicted, planned, one document only",
];

function csvBlob() {
  return new Blob(["\ufeff", csvText(onScreen())], { type: "text/csv" });
}

// What paper needs and the screen has elsewhere. Paper is white, whatever the screen is.
const ON_PAPER = { network: true, timeline: true };
let themeBefore = null;
function preparePaper() {
  themeBefore = themeBefore || document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  readPalette();
  const parts = [];
  if (ON_PAPER[state.view] && !byId("stage").querySelector(".view:not([hidden]) .nothing")) {
    const { svg } = pictureSvg();
    svg.querySelectorAll("title").forEach((each) => each.remove());
    svg.removeAttribute("height");
    svg.setAttribute("width", "100%");
    parts.push(svg);
  } else {
    if (filterWords()) parts.push(el("p", { text: `Shown: ${filterWords()}` }));
    parts.push(el("h2", { text: "Sources" }), el("ul", {}, ...notesOf().slice(1).map((note) => el("li", { text: note }))));
  }
  byId("printed").replaceChildren(...parts);
}

function paperDone() {
  document.documentElement.dataset.theme = themeBefore;
  themeBefore = null;
  readPalette();
}

function startAway() {
  const close = () => { byId("away").open = false; };
  const wire = (id, action) => byId(id).addEventListener("click", () => {
    close();
    action();
  });
  wire("away-svg", () => save(svgBlob().blob, "svg"));
  wire("away-png", async () => save(await pngBlob(), "png"));
  wire("away-csv", () => save(csvBlob(), "csv"));
  wire("away-print", () => window.print());
  addEventListener("beforeprint", preparePaper);
  addEventListener("afterprint", paperDone);
  byId("away").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    byId("away").querySelector("summary").focus();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target }) => byId("away").contains(target) || close());
}
