// Comfort only: the box of the field you are in is marked on the picture.
(function () {
  "use strict";
  document.addEventListener("focusin", function (event) {
    var field = event.target.closest("[data-box]");
    document.querySelectorAll(".paper-box--here").forEach(function (each) { each.classList.remove("paper-box--here"); });
    if (!field) { return; }
    document.querySelectorAll('.paper-box[data-for="' + field.dataset.box + '"]').forEach(function (each) { each.classList.add("paper-box--here"); });
  });
})();
