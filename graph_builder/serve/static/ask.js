"use strict";
// Completion in the editor and in the forms of questions, and the caret put where a mistake is.
(() => {
  const things = new Set(["person", "organisation", "event", "topic", "post", "document"]);
  const keywords = ("SELECT DISTINCT WHERE FILTER OPTIONAL UNION MINUS VALUES BIND GRAPH ORDER GROUP HAVING LIMIT OFFSET "
    + "CONSTRUCT DESCRIBE ASK COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT CONTAINS LCASE UCASE REGEX STRSTARTS STRAFTER "
    + "STRBEFORE CONCAT COALESCE EXISTS BOUND PREFIX FROM").split(" ").map((name) => ({ name, label: "" }));
  let words = null;

  async function known() {
    if (!words) {
      const told = await fetched("/words");
      if (!told) return [];
      const prefixes = Object.entries(told.prefixes).map(([name, iri]) => ({ name: name + ":", label: iri }));
      words = [...prefixes, ...told.words, ...keywords];
    }
    return words;
  }

  function beginning(area) {
    const before = area.value.slice(0, area.selectionStart);
    const quotes = (before.slice(before.lastIndexOf("\n") + 1).match(/"/g) || []).length;
    if (quotes % 2) return { text: before.slice(before.lastIndexOf('"') + 1), quoted: true };
    const found = before.match(/(?:[A-Za-z][\w-]*)(?::[\w.-]*)?$/);
    return found && !/[?$<@]$/.test(before.slice(0, -found[0].length)) ? { text: found[0], quoted: false } : null;
  }

  async function offers(part) {
    const [prefix, local] = part.text.split(":");
    if (part.quoted || (local !== undefined && things.has(prefix))) {
      const asked = part.quoted ? part.text : local.replaceAll("-", " ");
      if (asked.trim().length < 2) return [];
      const kind = part.quoted ? "" : prefix;
      const found = await fetched("/complete?" + new URLSearchParams({ q: asked, kind }));
      const plain = (found || []).filter((thing) => part.quoted || /^[\w/-]+$/.test(thing.name));
      return plain.map((thing) => part.quoted
        ? { name: thing.label, label: thing.kind, text: thing.label.replace(/["\\]/g, "\\$&") }
        : { name: thing.name.replace("/", ":"), label: thing.label });
    }
    const wanted = part.text.toLowerCase();
    if (wanted.length < 2) return [];
    const all = await known();
    const begins = all.filter((word) => word.name.toLowerCase().startsWith(wanted) && word.name !== part.text);
    const named = all.filter((word) => local === undefined && word.label && !word.name.endsWith(":")
      && word.label.toLowerCase().startsWith(wanted) && !begins.includes(word));
    return [...begins, ...named].slice(0, 12);
  }

  function editor(area) {
    let part = null;
    const list = new Offers(area, (offer) => {
      const text = offer.text || offer.name;
      area.setRangeText(text, area.selectionStart - part.text.length, area.selectionStart, "end");
      area.focus();
    });
    area.addEventListener("input", async () => {
      part = beginning(area);
      const asked = part;
      const found = part ? await offers(part) : [];
      if (asked === part) list.show(found, "0", below(area));
    });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) area.form.requestSubmit();
    });
    if (area.dataset.line) toMistake(area);
  }

  function below(area) {
    const style = getComputedStyle(area);
    const lines = area.value.slice(0, area.selectionStart).split("\n").length;
    const height = lines * parseFloat(style.lineHeight) + parseFloat(style.paddingTop) + 2 - area.scrollTop;
    return area.offsetTop + Math.min(height, area.offsetHeight) + "px";
  }

  function toMistake(area) {
    const lines = area.value.split("\n").slice(0, Number(area.dataset.line) - 1);
    const place = lines.reduce((sum, line) => sum + line.length + 1, 0) + Number(area.dataset.column) - 1;
    area.focus();
    area.setSelectionRange(place, place + 1);
  }

  function named(field) {
    const list = new Offers(field, (offer) => {
      field.value = offer.name;
    });
    let asked = "";
    field.addEventListener("input", async () => {
      asked = field.value;
      const mine = asked;
      const kind = things.has(field.dataset.kind) ? field.dataset.kind : "";
      const found = mine.trim().length > 1 ? await fetched("/complete?" + new URLSearchParams({ q: mine, kind })) : [];
      if (mine !== asked) return;
      const offered = (found || []).map((thing) => ({ name: thing.label, label: thing.kind }));
      list.show(offered, "0", field.offsetTop + field.offsetHeight + 2 + "px");
    });
  }

  for (const area of document.querySelectorAll("textarea")) editor(area);
  for (const field of document.querySelectorAll("input[data-kind]")) {
    if (things.has(field.dataset.kind) || field.dataset.kind === "name") named(field);
  }
})();
