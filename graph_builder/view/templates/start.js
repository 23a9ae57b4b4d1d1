// Everything is put together here, once.
const SHOW = { positions: showPositions, timeline: showTimeline, table: showTable, sources: showSources };
function refresh() {
  sift();
  about = lit();
  if (network) {
    showViews();
    if (state.view === "network") drawNetwork();
    else SHOW[state.view]();
    showFilters();
  }
  showPanel();
}

function drawNetwork() {
  placeMoved();
  network.relook();
  nodeView.refresh();
  edgeView.refresh();
  network.unselectAll();
  network.redraw();
}

function startTheme() {
  const root = document.documentElement;
  let kept = null;
  try {
    kept = localStorage.getItem("onrecord-theme");
  } catch {
    // Some browsers keep nothing for pages opened from disk.
  }
  root.dataset.theme = kept || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  if (!THINGS.length) return;
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("onrecord-theme", root.dataset.theme);
    } catch {
      // As above: the choice then lasts as long as the page.
    }
    network.recolour();
    network.redraw();
  });
}

async function copyLink() {
  const button = byId("link");
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {
    const box = el("textarea", { class: "unseen" });
    box.value = location.href;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
  button.textContent = "Copied";
  byId("live").textContent = "The link is copied";
  setTimeout(() => { button.textContent = "Copy link"; }, 1500);
}

function arrive() {
  readLink();
  refresh();
  if (network && state.view === "network") lookThere();
  scrollAsBefore();
  announce();
}

function start() {
  byId("link").addEventListener("click", copyLink);
  byId("all").addEventListener("click", () => {
    fitAll();
    keepCamera();
  });
  readLink();
  sift();
  about = lit();
  startSearch();
  startFilters();
  startPositions();
  startTable();
  startAway();
  startCanvas();
  startKeys();
  startScroll();
  addEventListener("resize", () => state.view !== "network" && refresh());
}

function tooOld() {
  byId("panel").append(el("p", { text: "This browser is too old for the picture: Chrome 80, Firefox 113, Safari 16.4 and later ones can draw it. The command onrecord show NAME prints the same facts." }));
}

function open() {
  if (SOURCES.length || THINGS.length) {
    addEventListener("popstate", arrive);
    arrive();
  }
  window.onrecord = ASKED;
  document.documentElement.dataset.ready = "";
}
// What tests ask of a drawing that has no elements to look at.
const ASKED = {
  labelled: () => labelled,
  shown: () => (nodeView ? nodeView.getIds() : []),
  point: (key) => network.canvasToDOM(network.getPosition(key)),
  network: () => network,
  go,
  find: (words) => {
    byId("find").value = words;
    byId("find").dispatchEvent(new Event("input"));
  },
  lines: () => edgeView.getIds(),
  words: (key) => live.links.get(key).words,
  csv: () => csvBlob().text(),
  svg: () => svgBlob().blob.text(),
  png: async () => (await pngBlob()).size,
};

startTheme();
// The address after # is the view, so that the link may not use it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  if (byId("panel")) byId("panel").focus();
});
if (THINGS.length) {
  unpackVis().then(() => {
    start();
    open();
  }, tooOld);
} else open();
