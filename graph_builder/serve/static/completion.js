"use strict";
// A list of offers under a field: arrow keys choose, Enter or Tab takes, Escape closes, and a screen reader hears of it.
class Offers {
  constructor(field, take) {
    this.field = field;
    this.take = take;
    this.offers = [];
    this.at = 0;
    this.list = document.createElement("ul");
    this.list.className = "offers";
    this.list.id = field.id + "-offers";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Completions");
    this.list.hidden = true;
    this.told = document.createElement("p");
    this.told.className = "unseen";
    this.told.setAttribute("role", "status");
    field.after(this.list, this.told);
    field.setAttribute("aria-autocomplete", "list");
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => this.close());
  }

  show(offers, left, top) {
    this.offers = offers;
    this.at = 0;
    if (!offers.length) return this.close();
    this.list.replaceChildren(...offers.map((offer, i) => this.item(offer, i)));
    this.list.style.left = left;
    this.list.style.top = top;
    this.list.hidden = false;
    this.field.setAttribute("aria-controls", this.list.id);
    this.told.textContent = `${offers.length} completions; ${offers[0].name}`;
    this.mark();
  }

  item(offer, i) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    const label = document.createElement("small");
    item.id = `${this.list.id}-${i}`;
    item.setAttribute("role", "option");
    name.textContent = offer.name;
    label.textContent = offer.label || "";
    item.append(name, label);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.at = i;
      this.taken();
    });
    return item;
  }

  mark() {
    [...this.list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === this.at)));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", this.list.children[this.at].id);
  }

  close() {
    this.list.hidden = true;
    this.told.textContent = "";
    this.field.removeAttribute("aria-activedescendant");
  }

  taken() {
    const offer = this.offers[this.at];
    this.close();
    this.take(offer);
  }

  pressed(event) {
    if (this.list.hidden || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.at = (this.at + step + this.offers.length) % this.offers.length;
      this.mark();
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.taken();
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }
}

async function fetched(path) {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // the server is gone: nothing is completed, and asking will say so
  }
}
