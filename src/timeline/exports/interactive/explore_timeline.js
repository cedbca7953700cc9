// The timeline: Plotly's figure of the explorer, with ticks for every distance.
"use strict";
(function () {
  const box = document.getElementById("tl-chart");
  const told = explorer.data.timeline;
  if (!box || !told || typeof Plotly === "undefined") return;
  const TICK_PX = 76; // least room from one tick to the next
  const STEP = 1.6;
  const isDark = matchMedia("(prefers-color-scheme: dark)");
  const look = () => told.looks[Object.keys(told.looks).length > 1 && isDark.matches ? "dark" : Object.keys(told.looks).sort().pop()];
  let range = [0, told.days];
  let marked = new Set();

  // The finest ticks that find room; nothing where the page says what Plotly was told first.
  function ticks() {
    const perDay = (box.clientWidth || 600) / (range[1] - range[0]);
    let fitting = told.ticks[0];
    for (const level of told.ticks) {
      const inside = level.filter((tick) => tick[0] >= range[0] && tick[0] <= range[1]);
      const gaps = inside.slice(1).map((tick, index) => (tick[0] - inside[index][0]) * perDay);
      if (inside.length && !gaps.some((gap) => gap > 0.5 && gap < TICK_PX)) fitting = level;
    }
    return fitting;
  }

  function isWhole() {
    return range[0] <= 0 && range[1] >= told.days;
  }

  // A label that would be cut at the edge is left out; a click or the pointer still tells it.
  const pen = document.createElement("canvas").getContext("2d");
  function uncut(notes, font) {
    const wide = box.clientWidth || 600, perDay = wide / (range[1] - range[0]);
    pen.font = font.size + "px " + font.family;
    return notes.filter((note) => {
      if (note.xref === "paper" || !note.text) return true;
      const lines = note.text.split("<br>").map((line) => pen.measureText(line.replace(/<[^>]*>/g, "")).width);
      const at = (note.x - range[0]) * perDay + (note.xshift || 0), long = Math.max(...lines);
      return note.xanchor === "right" ? at - long > 0 : note.xanchor === "left" ? at + long < wide : true;
    });
  }

  function layout() {
    const own = look().layout;
    const level = ticks();
    const axis = Object.assign({}, own.xaxis, { range: range.slice() });
    if (!isWhole()) {
      axis.tickvals = level.map((tick) => tick[0]);
      axis.ticktext = level.map((tick) => tick[1]);
    }
    const bands = Object.entries(look().bands).filter((band) => marked.has(band[0]));
    const coarse = matchMedia("(pointer: coarse)").matches;
    return Object.assign({}, own, {
      xaxis: axis,
      shapes: bands.map((band) => band[1]).concat(own.shapes),
      annotations: isWhole() ? own.annotations : uncut(own.annotations, own.font),
      // A finger that moves down the page must not be caught by the chart.
      dragmode: coarse ? false : "pan",
    });
  }

  function draw() {
    return Plotly.react(box, look().data, layout(), told.config);
  }

  function reach(first, last) {
    const days = Math.min(Math.max(last - first, told.least), told.days);
    const middle = (first + last) / 2;
    const start = Math.min(Math.max(middle - days / 2, 0), told.days - days);
    const before = range;
    range = [start, start + days];
    draw();
    return Math.abs(before[0] - range[0]) + Math.abs(before[1] - range[1]) > 0.01;
  }

  // Where the events stand that are marked, or all, in days; those in sight, in order.
  function places(ofMarked) {
    const points = look().data[0];
    return Array.from(points.x)
      .filter((place, index) => !ofMarked || marked.has(points.customdata[index]))
      .sort((one, other) => one - other);
  }

  const isInSight = (place) => place >= range[0] && place <= range[1];

  const part = {
    mark(ids) {
      marked = ids;
      const found = places(true);
      const half = (range[1] - range[0]) / 2;
      if (found.length && !found.some(isInSight)) reach(found[0] - half, found[0] + half);
      else draw();
    },
    zoom(way) {
      const half = ((range[1] - range[0]) / 2) * (way > 0 ? 1 / STEP : STEP);
      // What is marked stays in sight, else most of what stands there.
      const near = [places(true), places(false)].map((one) => one.filter(isInSight)).find((one) => one.length);
      const middle = near ? near[Math.floor(near.length / 2)] : (range[0] + range[1]) / 2;
      return reach(middle - half, middle + half);
    },
    move(x, y) {
      if (y) return false;
      const step = ((range[1] - range[0]) / 4) * x;
      return reach(range[0] + step, range[1] + step);
    },
    whole() {
      return reach(0, told.days);
    },
  };

  // The page scrolls as ever; with ctrl, or two fingers, the chart comes closer.
  box.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) event.stopPropagation();
  }, { capture: true, passive: true });

  document.documentElement.classList.add("has-chart");
  draw().then(() => {
    box.on("plotly_click", (event) => {
      const point = event.points.find((one) => one.customdata);
      if (point) explorer.show(point.customdata);
    });
    box.on("plotly_relayout", (change) => {
      if (change["xaxis.range[0]"] !== undefined) reach(change["xaxis.range[0]"], change["xaxis.range[1]"]);
      else if (change["xaxis.range"]) reach(...change["xaxis.range"]);
      else if (change["xaxis.autorange"]) part.whole();
    });
    isDark.addEventListener("change", draw);
    explorer.parts.push(part);
    explorer.steer(part, box.parentElement, document.getElementById("tl-chart-tools"));
  });
})();
