/* Steps through the events, says them beside the pictures, and tells the page around how high
   it is. It asks for nothing and keeps nothing. Neither sign that XML reserves is used in it. */
(() => {
"use strict";
const doc = document, body = doc.body, said = body.dataset, root = doc.documentElement;
const all = (which) => [...doc.querySelectorAll(which)];
const numbers = (list) => list ? list.split(" ").map(Number) : [];
const rows = all(".ev tbody tr"), count = rows.length;
const entries = all(".up:not(.cmp) li:not(.g)"), listed = numbers(said.list);
const picture = doc.querySelector("svg.time");
const labels = all("svg.time>g:last-of-type>g:last-of-type>text"), drawn = numbers(said.marks);
const isDrawn = labels.length === drawn.length;
const make = (tag, name, parent, words) => {
  const made = parent.appendChild(doc.createElement(tag));
  made.className = name;
  made.textContent = words || "";
  return made;
};
/* When, what, the report, where and how sure: as text of the table, never as markup. */
const words = (row) => [...row.cells].slice(0, 5).map((cell) =>
  [...cell.childNodes].map((part) => part.textContent).join(" "));
let now = -1;

const tell = (where, row) => {
  const [when, title, report, place, sure] = words(row);
  where.textContent = "";
  make("b", "", where, title);
  where.append(" " + [when, place, sure].filter(Boolean).join(" · "));
  if (report) make("span", "", where, report);
};

if (count) {
  const bar = doc.createElement("div");
  const before = make("button", "", bar, said.previous);
  const status = make("output", "", bar);
  const after = make("button", "", bar, said.next);
  bar.className = "step";
  status.setAttribute("aria-live", "polite");
  const place = picture || doc.querySelector("details,section");
  place.before(bar);

  const step = (to) => {
    now = Math.max(0, Math.min(count - 1, to));
    all(".on").forEach((one) => one.classList.remove("on"));
    const mark = (one) => { if (one) one.classList.add("on"); };
    mark(rows[now]);
    mark(entries[listed.indexOf(now)]);
    const label = isDrawn ? labels[drawn.indexOf(now)] : null;
    mark(label);
    if (picture) {
      const old = picture.querySelector(".band");
      if (old) old.remove();
      if (label) {
        const box = label.getBBox(), band = doc.createElementNS(picture.namespaceURI, "rect");
        const size = {x: 0, y: box.y - 3, width: picture.viewBox.baseVal.width, height: box.height + 6};
        for (const name of Object.keys(size)) band.setAttribute(name, size[name]);
        band.setAttribute("class", "band");
        picture.prepend(band);
      }
    }
    tell(status, rows[now]);
    before.disabled = now === 0;
    after.disabled = now === count - 1;
  };
  before.onclick = () => step(now - 1);
  after.onclick = () => step(now + 1);
  before.disabled = true;
  const onwards = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const keys = {ArrowLeft: -1, ArrowRight: 1};
  doc.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const way = keys[event.key];
    if (way) step(event.key === onwards ? now + 1 : now - 1);
    else if (event.key === "Home") step(0);
    else if (event.key === "End") step(count - 1);
    else return;
    event.preventDefault();
  });

  /* Words on pointing: the nearest label of the timeline, or the numbers of the map. */
  const tip = make("div", "tip", body);
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  const show = (event, row) => {
    tip.hidden = !row;
    if (!row) return;
    tell(tip, row);
    const room = root.clientWidth - tip.offsetWidth - 8;
    tip.style.left = Math.max(8, Math.min(room, event.clientX + 12)) + "px";
    tip.style.top = event.pageY + 16 + "px";
  };
  const nearest = (event) => {
    let best = 40, found = -1;
    labels.forEach((label, index) => {
      const box = label.getBoundingClientRect();
      const across = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
      const down = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
      const far = down * 5 + across / 8;
      if (best > far) [best, found] = [far, index];
    });
    return found;
  };
  if (picture) if (isDrawn) {
    picture.addEventListener("pointermove", (event) => show(event, rows[drawn[nearest(event)]]));
    picture.addEventListener("click", (event) => {
      const found = nearest(event);
      if (found > -1) step(drawn[found]);
    });
  }
  const legs = new Map((said.legs || "").split(" ").map((one) => one.split(":")));
  all("svg.map").forEach((map) => map.addEventListener("pointermove", (event) =>
    show(event, rows[legs.get(event.target.textContent)])));
  all("svg").forEach((one) => one.addEventListener("pointerleave", () => { tip.hidden = true; }));
}

/* The height, in the four ways that pages around an embed listen for; nothing else is told. */
const pym = new URLSearchParams(location.search).get("childId");
const height = () => Math.ceil(root.getBoundingClientRect().height);
let last = 0;
const post = () => {
  const px = height();
  if (px === last) return;
  last = px;
  parent.postMessage({"datawrapper-height": {[said.id]: px}}, "*");
  parent.postMessage({sentinel: "amp", type: "embed-size", height: px}, "*");
  parent.postMessage(JSON.stringify({src: location.href, context: "iframe.resize", height: px}), "*");
  if (pym) parent.postMessage("pymxPYMx" + pym + "xPYMxheightxPYMx" + px, "*");
};
if (parent !== window) {
  new ResizeObserver(post).observe(root);
  addEventListener("message", (event) => {
    const asked = event.source === parent ? event.data : null;
    if (asked) if (asked.type === "setHeight")
      parent.postMessage({type: "setHeight", id: asked.id, height: height()}, "*");
  });
}
})();
