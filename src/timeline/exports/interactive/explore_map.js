// The map: layouts made for rising scales, moved and enlarged. Land is enlarged, type is not.
"use strict";
(function () {
  const box = document.getElementById("tl-map");
  const told = explorer.data.map;
  if (!box || !told) return;
  const NARROW_PX = 480;
  const STILL_PX = 5; // a pointer that moves less has clicked
  let frame, svg, scale, least, x = 0, y = 0, marked = new Set(), chosen = {};

  const pick = (list, at) => list.filter((one) => one <= at * 1.02).pop() || list[0];

  function fit() {
    const name = box.clientWidth < NARROW_PX ? "narrow" : "wide";
    const isNew = !frame || frame.name !== name;
    frame = Object.assign({ name: name }, told.frames[name]);
    for (const one of box.querySelectorAll("svg")) one.toggleAttribute("hidden", one.dataset.frame !== name);
    svg = box.querySelector("svg[data-frame=" + name + "]");
    const wasWhole = isNew || scale <= least * 1.001;
    least = box.clientWidth / frame.width;
    svg.style.width = box.clientWidth + "px";
    svg.style.height = Math.round(frame.height * least) + "px";
    if (wasWhole) whole();
    else place();
  }

  function place() {
    const width = frame.width * least, height = frame.height * least;
    x = Math.min(Math.max(x, width - frame.width * scale), 0);
    y = Math.min(Math.max(y, height - frame.height * scale), 0);
    const ground = pick(frame.grounds, scale), level = pick(frame.scales, scale);
    for (const one of svg.querySelectorAll("[data-ground]")) {
      one.toggleAttribute("hidden", Number(one.dataset.ground) !== ground);
    }
    for (const one of svg.querySelectorAll("[data-scale]")) {
      const isShown = Number(one.dataset.scale) === level;
      one.toggleAttribute("hidden", !isShown);
      if (isShown) one.setAttribute("transform", move(scale / level));
    }
    svg.querySelector(".tl-grounds").setAttribute("transform", move(scale / ground));
    box.classList.toggle("is-closer", scale > least * 1.001);
    show();
  }

  const move = (by) => "translate(" + x.toFixed(1) + " " + y.toFixed(1) + ")scale(" + by.toFixed(4) + ")";

  // To another scale, with the point at (atX, atY) of the box staying where it is.
  function reach(to, atX, atY) {
    const most = frame.scales[frame.scales.length - 1];
    const next = Math.min(Math.max(to, least), Math.max(most, least));
    x = atX - ((atX - x) * next) / scale;
    y = atY - ((atY - y) * next) / scale;
    const before = scale;
    scale = next;
    place();
    return before !== scale;
  }

  function whole() {
    scale = least;
    x = y = 0;
    place();
    return true;
  }

  // What is marked stays in sight where it is, else the middle of the box.
  function middle() {
    const edge = box.getBoundingClientRect();
    for (const one of svg.querySelectorAll("[data-scale]:not([hidden]) .is-marked")) {
      const spot = one.getBoundingClientRect();
      const [atX, atY] = [spot.x + spot.width / 2 - edge.x, spot.y + spot.height / 2 - edge.y];
      if (atX > 0 && atY > 0 && atX < edge.width && atY < edge.height) return [atX, atY];
    }
    return [edge.width / 2, edge.height / 2];
  }

  function zoom(way, at) {
    const [atX, atY] = at || middle();
    const steps = [least].concat(frame.scales.filter((one) => one > least * 1.15));
    const next = way > 0
      ? steps.find((one) => one > scale * 1.05) || steps[steps.length - 1]
      : steps.filter((one) => one < scale / 1.05).pop() || least;
    return reach(next, atX, atY);
  }

  // Type is laid out for the steps: a pinch ends on the nearest one.
  function settle(at) {
    const steps = [least].concat(frame.scales.filter((one) => one > least * 1.15));
    const far = (one) => Math.abs(Math.log(one / scale));
    reach(steps.reduce((best, one) => (far(one) < far(best) ? one : best)), at[0], at[1]);
  }

  function show() {
    for (const one of svg.querySelectorAll(".tl-touch [data-place], .tl-touch [data-leg]")) {
      const of = one.dataset.leg
        ? told.legs[one.dataset.leg].events
        : one.dataset.place.split(" ").flatMap((id) => (told.places[id] || { events: [] }).events);
      const isChosen = chosen.leg || chosen.place
        ? one.dataset.leg === chosen.leg && one.dataset.place === chosen.place
        : of.some((id) => marked.has(id));
      one.classList.toggle("is-marked", isChosen && one.tagName !== "rect");
    }
  }

  function clicked(target) {
    const one = target.closest("[data-place], [data-leg]");
    if (!one) return explorer.mark("", []);
    if (one.dataset.leg) {
      const leg = told.legs[one.dataset.leg];
      return explorer.mark(leg.words, leg.events, { leg: one.dataset.leg });
    }
    const places = one.dataset.place.split(" ").map((id) => told.places[id]).filter(Boolean);
    return explorer.mark(
      places.map((place) => place.words).join(" · "),
      [...new Set(places.flatMap((place) => place.events))],
      { place: one.dataset.place },
    );
  }

  const at = (event) => {
    const edge = box.getBoundingClientRect();
    return [event.clientX - edge.left, event.clientY - edge.top];
  };

  // Mouse and pen.
  let held = null;
  box.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && event.button === 0) held = { x: event.clientX, y: event.clientY, far: 0 };
  });
  addEventListener("pointermove", (event) => {
    if (!held || event.pointerType === "touch") return;
    const [byX, byY] = [event.clientX - held.x, event.clientY - held.y];
    held.far += Math.abs(byX) + Math.abs(byY);
    if (held.far > STILL_PX) box.classList.add("is-held");
    [held.x, held.y, x, y] = [event.clientX, event.clientY, x + byX, y + byY];
    place();
  });
  addEventListener("pointerup", (event) => {
    if (!held || event.pointerType === "touch") return;
    if (held.far <= STILL_PX) clicked(event.target);
    box.classList.remove("is-held");
    held = null;
  });
  addEventListener("pointercancel", () => { held = null; });
  box.addEventListener("dblclick", (event) => zoom(1, at(event)));
  let turned = 0;
  box.addEventListener("wheel", (event) => {
    // The page scrolls as ever; with ctrl, or two fingers on a pad, the map comes closer.
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned += event.deltaY;
    if (Math.abs(turned) < 20) return;
    zoom(turned < 0 ? 1 : -1, at(event));
    turned = 0;
  }, { passive: false });

  // Fingers: one moves the page until the map is closer, two always move the map.
  let fingers = null, touched = null;
  const apart = (list) => Math.hypot(list[0].clientX - list[1].clientX, list[0].clientY - list[1].clientY);
  const between = (list) => at(list.length > 1
    ? { clientX: (list[0].clientX + list[1].clientX) / 2, clientY: (list[0].clientY + list[1].clientY) / 2 }
    : list[0]);
  box.addEventListener("touchstart", (event) => {
    const list = event.touches;
    fingers = { at: between(list), apart: list.length > 1 ? apart(list) : 0 };
    touched = list.length === 1 ? { target: event.target, at: fingers.at } : null;
  }, { passive: true });
  box.addEventListener("touchmove", (event) => {
    const list = event.touches;
    if (!fingers || (list.length === 1 && scale <= least * 1.001)) { touched = null; return; }
    event.preventDefault();
    const now = between(list);
    if (touched && Math.hypot(now[0] - touched.at[0], now[1] - touched.at[1]) > 2 * STILL_PX) touched = null;
    x += now[0] - fingers.at[0];
    y += now[1] - fingers.at[1];
    const wide = list.length > 1 ? apart(list) : 0;
    if (wide && fingers.apart) reach((scale * wide) / fingers.apart, now[0], now[1]);
    else place();
    fingers = { at: now, apart: wide };
  }, { passive: false });
  box.addEventListener("touchend", (event) => {
    if (event.touches.length) {
      fingers = { at: between(event.touches), apart: 0 };
      return;
    }
    if (fingers && fingers.apart === 0 && touched) clicked(touched.target);
    else if (fingers) settle(fingers.at);
    fingers = touched = null;
  });

  const part = {
    mark(ids, about) {
      marked = ids;
      chosen = about;
      show();
    },
    zoom: (way) => zoom(way),
    move(byX, byY) {
      if (scale <= least * 1.001) return false;
      x -= byX * 80;
      y -= byY * 80;
      place();
      return true;
    },
    whole,
  };
  document.documentElement.classList.add("has-map");
  fit();
  new ResizeObserver(fit).observe(box);
  explorer.parts.push(part);
  explorer.steer(part, box, document.getElementById("tl-map-tools"));
})();
