// Comfort only: where long work runs, the page looks again by itself. Without this file its link does.
(function () {
  "use strict";
  var box = document.querySelector("[data-waiting]");
  if (!box) { return; }
  var look = function () {
    fetch(box.dataset.waiting, { credentials: "same-origin", cache: "no-store" }).then(function (answer) { return answer.text(); }).then(function (text) {
      var parts = text.split(" "), bar = box.querySelector("progress");
      if (parts[0] !== "running") {
        var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && document.activeElement.value;
        if (!typing || document.activeElement.id === "kind") { location.reload(); return; }
      }
      if (bar && parts[2] > 0) { bar.max = parts[2]; bar.value = parts[1]; }
      setTimeout(look, 2000);
    }).catch(function () { setTimeout(look, 8000); });
  };
  setTimeout(look, 1500);
})();
