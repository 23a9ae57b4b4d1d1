// When: a lane for each kind of event and of fact; what has no date is listed below, openly.
const DAY = 1 / 372; // of a year: months of 31 days keep every date in its order
const ROW = 26;
const NAME = 300; // pixels for a name
const NAME_NARROW = 218;
const UNDATED = 40; // so many of what has no date are listed at first
const LABELLED = 60; // more than this in one lane are drawn as counted heaps

// A date as a number of years: where it begins and where it ends, as precise as it is.
function years(date) {
  const [year, month, day] = date.split("-").map(Number);
  const start = year + ((month || 1) - 1) / 12 + ((day || 1) - 1) * DAY;
  return [start, start + (day ? DAY : month ? 1 / 12 : 1)];
}

function laneOf(each) {
  if (each.sort !== "event") return each.sort;
  return `event.${thing.get(each.subject).detail || "other"}`;
}

function laneLabel(lane) {
  const [sort, kind] = [lane.split(".", 1)[0], lane.slice(6)];
  if (sort === "event") return kind === "other" ? "Other events" : `${kind[0].toUpperCase()}${kind.slice(1)}`;
  return SORTS[sort] ? SORTS[sort].label : "Published";
}

// A place on the timeline: a lane and the days between two dates.
function factsInLane(lane, from, to) {
  return FACTS.filter((each) => laneOf(each) === lane && each.date >= from && each.date <= to && live.facts.has(each.key));
}

function laneTime(rest) {
  const [lane, from, to] = rest.split("/");
  return `${laneLabel(lane)}, ${from === to ? from : `${from} to ${to}`}`;
}

function showTimeline() {
  const box = byId("timeline");
  const told = inScope().filter(({ sort }) => sort !== "participation");
  const dated = told.filter(({ date }) => /^\d{4}/.test(date));
  const undated = told.filter(({ date }) => !/^\d{4}/.test(date));
  if (!told.length) {
    box.replaceChildren(nothingHere("Nothing happened here: no fact is left by the focus and the filters."));
    return;
  }
  const published = state.focus && parted(state.focus)[0] === "thing" ? [] : SOURCES.filter((each) => /^\d{4}/.test(each.published)
    && withinDates({ date: each.published, until: "" }) && (!state.focus || state.focus === `document:${each.key}`));
  const scale = scaleOf([...dated.map(({ date }) => date), ...published.map((each) => each.published)], [...dated.map(({ until }) => until)]);
  const lanes = [...grouped(dated, laneOf)].sort(([a, some], [b, more]) => Number(!a.startsWith("event")) - Number(!b.startsWith("event")) || more.length - some.length || (a < b ? -1 : 1));
  const parts = lanes.map(([lane, all]) => laneBlock(lane, all.map(itemOf), scale));
  if (published.length) parts.unshift(laneBlock("document", published.map(documentItem), scale));
  const rows = undated.map((each) => factLine(each));
  const rest = el("section", { class: "undated" }, el("h2", { text: `Without a date: ${counted(undated.length, "fact")}` }),
    el("p", { class: "quiet", text: "The documents give no time for these. When a document was published says only that it was no later." }), ...limited(rows, UNDATED, "timeline"));
  box.replaceChildren(dated.length + published.length ? axis(scale) : el("p", { class: "quiet", text: "Nothing here has a date." }), ...parts, ...(undated.length ? [rest] : []));
}

// From the first year to the last; a few far earlier dates are drawn at the left edge and say so.
function scaleOf(dates, ends) {
  const starts = dates.map((date) => years(date)[0]).sort((a, b) => a - b);
  const last = Math.max(...dates.map((date) => years(date)[1]), ...ends.filter((end) => /^\d{4}/.test(end)).map((end) => years(end)[1]));
  const usual = starts[Math.floor(starts.length * 0.12)] ?? 0;
  const first = state.from ? years(state.from)[0] : starts[0] < usual - 3 * Math.max(1, last - usual) ? usual : starts[0];
  const end = state.to ? Math.min(last, years(state.to)[1]) : last;
  const width = Math.max(240, byId("view-timeline").clientWidth - (NARROW.matches ? 40 : 190));
  const margin = Math.max(0.04, (end - first) * 0.02);
  return { first: first - margin, last: end + margin, width, x: (time) => ((Math.max(first - margin, Math.min(end + margin, time)) - first + margin) / (end - first + 2 * margin)) * width };
}

function axis({ first, last, width, x }) {
  const years_ = last - first;
  const step = [1 / 12, 0.25, 0.5, 1, 2, 5, 10, 25, 50].find((each) => (each / years_) * width > 74) || 100;
  const bar = el("div", { class: "axis", "aria-hidden": "true" });
  for (let time = Math.ceil(first / step - 1e-9) * step; x(time) < width - 34 && time < last; time += step) {
    const month = Math.round((time % 1) * 12);
    const words = step < 1 ? `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month % 12]} ${Math.floor(time + 1e-6)}` : String(Math.round(time));
    const tick = el("span", { text: words });
    tick.style.left = `${x(time)}px`;
    bar.append(tick);
  }
  return el("div", { class: "lane" }, el("div", { class: "lane-name" }), bar);
}

function itemOf(each) {
  const name = each.sort === "event" ? thing.get(each.subject).label : sayingOf(each);
  return { date: each.date, until: each.until, label: name, words: [name, each.when, ...each.doubts].filter(Boolean).join(", "), doubtful: each.doubts.length > 0, sort: each.sort,
    isOn: state.at === each.subject || state.at === `fact:${each.key}`, open: () => (each.sort === "event" ? go(each.subject) : go(`fact:${each.key}`)) };
}

function documentItem({ key, title, published, published_words: words }) {
  return { date: published, until: "", label: title, words: `${title}, published ${words}`, doubtful: false, sort: "document", isOn: state.at === `document:${key}`, open: () => go(`document:${key}`) };
}

// A fact in one line: "Maud Ellery supports the Public Libraries Bill".
function sayingOf({ subject, words, object, text }) {
  return [thing.get(subject).label, words, object ? thing.get(object).label : "", text].filter(Boolean).join(" ");
}

function factLine(each) {
  return el("p", { class: "line-of" }, el("button", { class: "thing", text: clipped(sayingOf(each), 160), dir: "auto", click: () => go(`fact:${each.key}`) }),
    el("span", { class: "single", text: SORTS[each.sort].label }), ...each.doubts.map((doubt) => el("span", { class: "doubt", text: doubt })));
}

function laneBlock(lane, items, scale) {
  items.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.label < b.label ? -1 : 1));
  const strip = el("div", { class: "strip" });
  const rows = items.length > LABELLED ? heaps(lane, items, scale, strip) : singles(items, scale, strip);
  strip.style.height = `${rows * ROW + 6}px`;
  return el("div", { class: "lane", role: "group", "aria-label": laneLabel(lane) }, el("div", { class: "lane-name" }, laneLabel(lane), " ", el("span", { class: "count", text: String(items.length) })), strip);
}

// Each by itself, in the first row where it and its name have room.
function singles(items, { x, width, first }, strip) {
  const ends = [];
  for (const item of items) {
    const [start, day] = years(item.date);
    const stop = item.until && /^\d{4}/.test(item.until) ? years(item.until)[1] : day;
    const left = Math.min(x(start), width - 14);
    const long = Math.min(width - left, Math.max(12, x(stop) - x(start)));
    const words = Math.min(7 * item.label.length + 12, (NARROW.matches ? NAME_NARROW : NAME) + 12);
    const isLeft = left + long + words > width;
    const [from, to] = isLeft ? [left - words, left + long] : [left, left + long + words];
    let row = ends.findIndex((end) => end < from - 4);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = to;
    const early = start < first ? "earlier: " : "";
    const mark = el("span", { class: `bar ${item.sort}${long > 12 ? " long" : ""}${item.doubtful ? " doubtful" : ""}`, "aria-hidden": "true" });
    mark.style.width = `${long}px`;
    const button = el("button", { class: `item${isLeft ? " left" : ""}${item.isOn ? " on" : ""}`, title: item.words, click: item.open }, mark, el("span", { class: "name", text: early + item.label, dir: "auto" }));
    button.setAttribute("aria-label", item.words);
    button.style.top = `${row * ROW + 3}px`;
    if (isLeft) button.style.right = `${width - left - long}px`;
    else button.style.left = `${left}px`;
    button.style.maxWidth = `${isLeft ? Math.min(left + long, long + words) : Math.min(width - left, long + words)}px`;
    strip.append(button);
  }
  return ends.length;
}

// Many in one lane: a button for each place, as high as they are many.
function heaps(lane, items, { x, width }, strip) {
  const places = grouped(items, ({ date }) => Math.min(Math.floor(x(years(date)[0]) / 30), Math.floor(width / 30) - 1));
  const most = Math.max(...[...places.values()].map((all) => all.length));
  for (const [place, all] of places) {
    const [from, to] = [all[0].date, all.at(-1).date];
    const at_ = `lane:${lane}/${from}/${to}`;
    const button = el("button", { class: `heap ${all[0].sort}${state.at === at_ ? " on" : ""}`, text: String(all.length), click: () => go(at_) });
    button.setAttribute("aria-label", `${counted(all.length, "fact")}, ${laneTime(`${lane}/${from}/${to}`)}`);
    button.style.left = `${place * 30}px`;
    button.style.height = `${24 + (all.length / most) * 26}px`;
    strip.append(button);
  }
  return 2;
}
