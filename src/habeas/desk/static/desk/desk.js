// Comfort only: every page works without this file. Single keys can be switched off under "Your account" (WCAG 2.1.4).
(function () {
  "use strict";
  var off = document.body.dataset.keys === "off";
  var typing = function (el) { return /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) || el.isContentEditable; };
  document.addEventListener("keydown", function (event) {
    if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    var target = document.querySelector('[data-key="' + (window.CSS ? CSS.escape(event.key) : event.key) + '"]');
    if (target) { event.preventDefault(); target.focus(); if (target.tagName === "A") { target.click(); } }
  });
})();
