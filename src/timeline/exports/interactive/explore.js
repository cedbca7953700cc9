// What is common to the parts of the page: what is marked, and the words about it.
// Every text goes in as textContent; nothing here fetches or remembers anything.
"use strict";
const explorer = {
  data: JSON.parse(document.getElementById("tl-data").textContent),
  parts: [],

  // Mark some events everywhere and say what they have to do with each other.
  mark(words, ids, chosen) {
    const panel = document.getElementById("tl-panel");
    panel.replaceChildren();
    if (words) {
      const head = document.createElement("h3");
      head.textContent = words;
      panel.append(head);
      const list = document.createElement("ul");
      for (const id of ids) {
        const event = this.data.events[id];
        if (!event) continue;
        const item = document.createElement("li");
        const go = document.createElement("button");
        const when = document.createElement("span");
        go.type = "button";
        go.className = "tl-go";
        go.textContent = event.title + " ";
        when.className = "tl-when";
        when.textContent = event.when;
        go.append(when);
        go.addEventListener("click", () => this.show(id));
        item.append(go);
        list.append(item);
      }
      panel.append(list);
    }
    const marked = new Set(ids);
    for (const row of document.querySelectorAll(".table tr[id]")) {
      row.classList.toggle("is-marked", marked.has(row.id));
    }
    for (const part of this.parts) part.mark(marked, chosen || {});
  },

  // One event by itself: its words, and its row, brought into sight.
  show(id) {
    const event = this.data.events[id];
    if (!event) return;
    this.mark(event.title, [id]);
    const row = document.getElementById(id);
    if (row) {
      const fold = row.closest("details");
      if (fold) fold.open = true;
      row.scrollIntoView({ block: "nearest", behavior: this.isStill() ? "auto" : "smooth" });
    }
  },

  isStill() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  },

  // A part that can be looked at more closely: its buttons, its keys.
  steer(part, box, tools) {
    const acts = {
      in: () => part.zoom(1), out: () => part.zoom(-1), whole: () => part.whole(),
      left: () => part.move(-1, 0), right: () => part.move(1, 0),
      up: () => part.move(0, -1), down: () => part.move(0, 1),
    };
    const keys = {
      "+": acts.in, "=": acts.in, "-": acts.out, "0": acts.whole, ArrowLeft: acts.left,
      ArrowRight: acts.right, ArrowUp: acts.up, ArrowDown: acts.down,
    };
    for (const button of tools.querySelectorAll("button")) {
      button.addEventListener("click", acts[button.dataset.act]);
    }
    box.addEventListener("keydown", (event) => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
      if (act && act() !== false) event.preventDefault();
    });
    tools.hidden = false;
  },
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") explorer.mark("", []);
});
for (const go of document.querySelectorAll(".tl-go[data-leg]")) {
  go.addEventListener("click", () => {
    const leg = explorer.data.map.legs[go.dataset.leg];
    explorer.mark(leg.words, leg.events, { leg: go.dataset.leg });
  });
}
