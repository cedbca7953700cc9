addEventListener("message", function (event) {
  var said = event.data, height; try { if (typeof said === "string") said = JSON.parse(said); } catch (error) { return; }
  if (!said || typeof said !== "object") return;
  height = said["datawrapper-height"] ? Object.values(said["datawrapper-height"])[0] : (said.sentinel === "amp" && said.type === "embed-size") || said.context === "iframe.resize" ? said.height : 0;
  if (typeof height === "number" && height >= 100 && height <= 50000) document.querySelectorAll("iframe[data-timeline]").forEach(function (frame) { if (event.source === frame.contentWindow) frame.style.height = Math.ceil(height) + "px"; });
});
