// What is typed into a long form is saved at the desk (never in the browser) and offered back. Without this file forms work as ever.
(function () {
  "use strict";
  var WAIT = 1500;
  if (window.habeasDrafts) { return; }
  window.habeasDrafts = true;
  document.querySelectorAll("form[data-draft]").forEach(function (form) {
    var name = form.dataset.draft, key = (form.dataset.draftPage || window.location.pathname) + "#" + name, timer = 0, sent = false;
    var mark = document.createElement("input"), said = document.createElement("p");
    mark.type = "hidden"; mark.name = "draft"; mark.value = key; form.appendChild(mark);
    said.className = "hint"; said.setAttribute("role", "status"); form.appendChild(said);
    var save = function () {
      if (sent) { return; }
      var body = new URLSearchParams();
      new FormData(form).forEach(function (value, field) { if (typeof value === "string") { body.append(field, value); } });
      fetch("/drafts/save/", { method: "POST", body: body, credentials: "same-origin", cache: "no-store", redirect: "error" })
        .then(function (answer) { said.textContent = answer.status === 204 ? "Saved as a draft." : ""; })
        .catch(function () { said.textContent = ""; });
    };
    form.addEventListener("input", function () { window.clearTimeout(timer); timer = window.setTimeout(save, WAIT); });
    form.addEventListener("submit", function () { sent = true; window.clearTimeout(timer); });
    var offer = document.querySelector('[data-draft-kept="' + name + '"]');
    if (!offer) { return; }
    var back = offer.querySelector("[data-draft-back]");
    back.hidden = false;
    back.addEventListener("click", function () {
      var kept = JSON.parse(offer.querySelector("script[type='application/json']").textContent);
      Object.keys(kept).forEach(function (field) {
        var places = form.querySelectorAll('[name="' + CSS.escape(field) + '"]'), values = kept[field];
        places.forEach(function (place, index) {
          if (place.type === "radio" || place.type === "checkbox") { place.checked = values.indexOf(place.value) !== -1; }
          else if (place.type !== "hidden" && place.type !== "file" && values[index] !== undefined) { place.value = values[index]; }
          var fold = place.closest("details");
          if (fold && (place.checked || (place.value && place.type !== "radio" && place.type !== "checkbox"))) { fold.open = true; }
        });
      });
      offer.hidden = true;
      var first = form.querySelector("textarea, input:not([type=hidden]), select");
      if (first) { first.focus(); }
    });
  });
})();
