// Everything is put together here, once.
function refresh() {
  about = lit();
  if (network) {
    nodeView.refresh();
    edgeView.refresh();
    network.unselectAll();
    network.redraw();
    showCounts();
  }
  showPanel();
}

function showCounts() {
  for (const { code } of DATA.kinds) {
    const all = THINGS.filter(({ kind, key }) => kind === code && (state.loose || !isLoose(key))).length;
    document.querySelector(`[data-count="${code}"]`).textContent = all.toLocaleString("en-GB");
    document.querySelector(`[data-kind="${code}"]`).checked = !state.off.has(code);
    document.querySelector(`[data-kind-row="${code}"]`).hidden = !THINGS.some(({ kind }) => kind === code);
  }
  const loose = THINGS.filter(({ key }) => isLoose(key)).length;
  byId("loose-row").hidden = !loose;
  byId("loose-count").textContent = loose.toLocaleString("en-GB");
  byId("loose").checked = state.loose;
  byId("nothing").hidden = nodeView.length > 0;
}

function startLegend() {
  document.querySelectorAll("svg[data-shape]").forEach((svg) => drawShape(svg, svg.dataset.shape));
  const change = (action) => {
    action();
    writeLink(false);
    refresh();
  };
  for (const box of document.querySelectorAll("[data-kind]")) {
    box.addEventListener("change", () => change(() => state.off[box.checked ? "delete" : "add"](box.dataset.kind)));
  }
  byId("loose").addEventListener("change", ({ target }) => change(() => { state.loose = target.checked; }));
  byId("reset").addEventListener("click", () => change(() => { state.off.clear(); }));
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
  if (about) frame([...about.things]);
  else fitAll();
  announce();
}

startTheme();
if (THINGS.length) {
  byId("link").addEventListener("click", copyLink);
  byId("all").addEventListener("click", fitAll);
  startSearch();
  startLegend();
  readLink();
  about = lit();
  startCanvas();
  startKeys();
}
if (SOURCES.length) {
  addEventListener("popstate", arrive);
  arrive();
}
// What tests ask of a drawing that has no elements to look at.
window.onrecord = {
  labelled: () => labelled,
  shown: () => (nodeView ? nodeView.getIds() : []),
  point: (key) => network.canvasToDOM(network.getPosition(key)),
};
