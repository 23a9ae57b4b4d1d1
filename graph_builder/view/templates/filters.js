// Which view, and what the filters leave; both are the same for all views.
function showViews() {
  for (const button of document.querySelectorAll("[data-view]")) {
    if (button.dataset.view === state.view) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  for (const name of VIEWS) byId(`view-${name}`).hidden = name !== state.view;
  byId("all").hidden = state.view !== "network";
}

function showFilters() {
  for (const { code } of DATA.kinds) {
    const all = THINGS.filter(({ kind, key }) => kind === code && (state.view !== "network" || state.loose || live.grown.has(key) || !isLoose(key))).length;
    document.querySelector(`[data-count="${code}"]`).textContent = all.toLocaleString("en-GB");
    document.querySelector(`[data-kind="${code}"]`).checked = !state.off.has(code);
    document.querySelector(`[data-kind-row="${code}"]`).hidden = !THINGS.some(({ kind }) => kind === code);
  }
  const loose = THINGS.filter(({ key }) => isLoose(key)).length;
  byId("loose-row").hidden = !loose || state.view !== "network";
  byId("loose-name").textContent = core ? "The rest" : "Loose ends";
  byId("loose-count").textContent = loose.toLocaleString("en-GB");
  byId("loose").checked = state.loose;
  byId("nothing").hidden = nodeView.length > 0;
  for (const box of document.querySelectorAll("[data-sort]")) box.checked = !state.skip.has(box.dataset.sort);
  for (const name of ["from", "to"]) {
    if (document.activeElement !== byId(name)) byId(name).value = state[name];
  }
  byId("undated").checked = state.undated;
  byId("doubt").value = state.doubt;
  byId("more-filters").open = state.box;
  byId("focus-row").hidden = !state.focus;
  byId("focus-name").textContent = state.focus ? clipped(focusName(), 40) : "";
  byId("narrowed").textContent = state.off.size || isNarrowed() ? `${live.facts.size.toLocaleString("en-GB")} of ${counted(FACTS.length, "fact")}` : "";
}

function focusName() {
  const [sort, rest] = parted(state.focus);
  return sort === "thing" ? thing.get(rest).label : source.get(rest).title;
}

// The filters in words, for what is taken away.
function filterWords() {
  const doubt = byId("doubt");
  return [
    state.view === "network" && state.at && state.at !== state.focus ? placeName(state.at) : state.focus ? `about ${focusName()}` : "",
    state.off.size ? `without ${[...state.off].map((kind) => KIND.get(kind).plural.toLowerCase()).join(", ")}` : "",
    state.skip.size ? `without ${[...state.skip].map((sort) => SORTS[sort].label.toLowerCase()).join(", ")}` : "",
    state.from ? `from ${state.from}` : "",
    state.to ? `to ${state.to}` : "",
    state.undated ? "" : "dated only",
    state.doubt ? [...doubt.options].find(({ value }) => value === state.doubt).textContent.toLowerCase() : "",
    ...ownFilterWords(),
  ].filter(Boolean).join("; ");
}

// What this view alone is narrowed to, and the order of its rows.
function ownFilterWords() {
  const [by, down] = state.sort.split("~");
  const heading = document.querySelector(`#view-${state.view} [data-sorts="${CSS.escape(by)}"] .sort`);
  const order = by && heading ? `${heading.getAttribute("aria-label").replace("Sort", "sorted")}${down ? ", from the last" : ""}` : "";
  if (state.view === "table") return [state.words ? `rows with “${state.words}”` : "", order];
  if (state.view !== "positions") return [];
  return [topicWords() ? `topics with “${topicWords()}”` : "", byId("topics-shown").textContent.toLowerCase(), order];
}

const ALL_FACTS = () => ({ off: new Set(), skip: new Set(), from: "", to: "", undated: true, doubt: "", words: "", topics: "" });

function startFilters() {
  document.querySelectorAll("svg[data-shape]").forEach((svg) => drawShape(svg, svg.dataset.shape));
  const without = (set, value, isOff) => new Set([...set].filter((each) => each !== value).concat(isOff ? [value] : []));
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => change({ view: button.dataset.view }));
  for (const box of document.querySelectorAll("[data-kind]")) {
    box.addEventListener("change", () => change({ off: without(state.off, box.dataset.kind, !box.checked) }));
  }
  for (const [sort, { label }] of Object.entries(SORTS)) {
    const number = FACTS.filter((each) => each.sort === sort).length;
    if (!number) continue;
    const box = el("input", { type: "checkbox", "data-sort": sort });
    box.addEventListener("change", () => change({ skip: without(state.skip, sort, !box.checked) }));
    byId("sorts").append(el("label", { class: "kind" }, box, el("span", { class: `swatch ${sort}`, "aria-hidden": "true" }), el("span", { text: label }),
      el("span", { class: "count", text: number.toLocaleString("en-GB") })));
  }
  for (const name of ["from", "to"]) {
    byId(name).addEventListener("input", ({ target }) => {
      const isRight = !target.value || isDate(target.value);
      target.setAttribute("aria-invalid", String(!isRight));
      if (isRight) change({ [name]: target.value }, false);
    });
  }
  byId("more-filters").addEventListener("toggle", ({ target }) => {
    if (target.open === state.box) return;
    change({ box: target.open }, false);
  });
  byId("undated").addEventListener("change", ({ target }) => change({ undated: target.checked }));
  byId("doubt").addEventListener("change", ({ target }) => change({ doubt: target.value }));
  byId("loose").addEventListener("change", ({ target }) => change({ loose: target.checked }));
  byId("focus-off").addEventListener("click", () => {
    go(null);
    byId("find").focus();
  });
  for (const button of document.querySelectorAll("[data-reset]")) button.addEventListener("click", () => change(ALL_FACTS()));
}

// What a view says when the filters leave it nothing.
function nothingHere(what) {
  const again = el("button", { text: "Show everything again" });
  again.addEventListener("click", () => {
    go(null);
    change(ALL_FACTS());
  });
  return el("p", { class: "nothing" }, `${what} `, FACTS.length ? again : null);
}
