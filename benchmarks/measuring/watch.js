// Runs in the page before anything else and notes, on the page's own clock, when a
// choice was made, what came over the websocket, and when charts were drawn.
(() => {
  const fresh = () => ({
    chosen: null,        // the key press or click that made the choice
    sent: null,          // first message to the server after it
    firstFrame: null,
    lastFrame: null,
    frames: 0,
    bytes: 0,            // of websocket messages received
    sizes: [],           // of each of them
    scriptStart: null,
    scriptEnd: null,
    plotLast: null,      // last change inside a Plotly chart
    plotCount: 0,        // plotly_afterplot events
    deckFirst: null,
    deckLast: null,      // last draw call of WebGL
    lastEvent: 0,        // any of the above
    painted: 0,          // two frames after the last change of a chart or of the script's state
    longTasks: 0,        // ms of main-thread work in pieces above 50 ms
  });
  let seen = fresh();
  let before = null;     // the charts as they were when armed
  let waiting = false;
  let frames = 0;        // animation frames since the last event
  seen.lastEvent = performance.now();

  const afterPaint = () => {
    if (waiting) return;
    waiting = true;
    const stamp = seen.lastEvent;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      waiting = false;
      seen.painted = performance.now();
      if (seen.lastEvent !== stamp) afterPaint();
    }));
  };
  const event = (isVisible) => {
    seen.lastEvent = performance.now();
    frames = 0;
    if (isVisible) afterPaint();
  };
  const countFrames = () => { frames += 1; };

  for (const kind of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced", "clear"]) {
    const original = WebGL2RenderingContext.prototype[kind];
    WebGL2RenderingContext.prototype[kind] = function (...given) {
      const now = performance.now();
      seen.deckFirst ??= now;
      seen.deckLast = now;
      event(true);
      return original.apply(this, given);
    };
  }

  const watched = new WeakSet();
  const originalSend = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...given) {
    if (!watched.has(this)) {
      watched.add(this);
      this.addEventListener("message", (message) => {
        const size = message.data.byteLength ?? message.data.size ?? message.data.length;
        const now = performance.now();
        seen.frames += 1;
        seen.bytes += size;
        seen.sizes.push(size);
        seen.firstFrame ??= now;
        seen.lastFrame = now;
        event(false);
      });
    }
    if (seen.chosen !== null) seen.sent ??= performance.now();
    return originalSend.apply(this, given);
  };

  const plots = new WeakSet();
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.attributeName === "data-test-script-state") {
        const now = performance.now();
        if (change.target.dataset.testScriptState === "notRunning") seen.scriptEnd = now;
        else seen.scriptStart ??= now;
        event(true);
        continue;
      }
      const place = change.target.nodeType === 1 ? change.target : change.target.parentElement;
      if (place && place.closest(".js-plotly-plot")) {
        seen.plotLast = performance.now();
        event(true);
      }
    }
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      if (plot.on && !plots.has(plot)) {
        plots.add(plot);
        seen.plotCount += 1;
        plot.on("plotly_afterplot", () => { seen.plotCount += 1; event(true); });
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  const choosing = (input) => {
    if (armedFor !== null && input.type === armedFor && seen.chosen === null) {
      seen.chosen = input.timeStamp;
      event(false);
    }
  };
  let armedFor = null;
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, choosing, true);

  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.longTasks += task.duration;
  }).observe({ type: "longtask" });

  // What the charts show, short enough to compare. Read only when nothing is being measured.
  const shown = () => {
    const charts = [...document.querySelectorAll(".js-plotly-plot")].map((plot) =>
      JSON.stringify([plot.data, plot.layout?.annotations, plot.layout?.shapes]));
    return charts.join("\n");
  };

  const state = () =>
    document.querySelector("[data-testid='stApp']")?.getAttribute("data-test-script-state");

  window.__watch = {
    // The next input of this kind ("keydown" or "pointerdown") is the choice.
    arm(kind) {
      before = shown();
      armedFor = kind;
      seen = fresh();
      seen.lastEvent = performance.now();
    },
    // Whether script, charts and websocket have been still long enough, with something drawn.
    isSettled(quietMs, needsChange) {
      if (state() !== "notRunning" || seen.plotCount === 0 || seen.deckLast === null) return false;
      if (needsChange && seen.chosen === null) return false;
      if (performance.now() - seen.lastEvent < quietMs) { requestAnimationFrame(countFrames); return false; }
      if (frames < 3) { requestAnimationFrame(countFrames); return false; }
      return !needsChange || shown() !== before;
    },
    seen: () => ({ ...seen, origin: performance.timeOrigin }),
  };
})();
