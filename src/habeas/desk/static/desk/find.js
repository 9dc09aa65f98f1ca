// Comfort only: the search box shows what it finds as one types, and fills a box that asks for a booking. Without this file the forms do.
(function () {
  "use strict";
  var WAIT = 250, form = document.querySelector("form.find");
  if (!form) { return; }
  var token = form.querySelector("[name=csrfmiddlewaretoken]").value, number = 0;
  var ask = function (text, then) {
    var mine = ++number, body = new URLSearchParams({ find: text });
    fetch(form.action, { method: "POST", body: body, credentials: "same-origin", cache: "no-store", headers: { "X-Part": "list", "X-CSRFToken": token } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ""; })
      .then(function (text) { if (mine === number) { then(text); } })
      .catch(function () { then(""); });
  };
  var boxed = function (input) {
    var box = document.createElement("div"), said = document.createElement("p"), timer = 0, kind = input.dataset.find, picks = kind !== "all";
    box.className = "find__found"; box.id = input.id + "-found"; box.hidden = true; box.setAttribute("role", "region"); box.setAttribute("aria-label", "Found");
    said.className = "usa-sr-only"; said.setAttribute("role", "status");
    input.after(box, said);
    input.setAttribute("aria-controls", box.id);
    var links = function () { return Array.prototype.slice.call(box.querySelectorAll("a")); };
    var close = function () { window.clearTimeout(timer); number++; box.hidden = true; };
    var show = function (text) {
      box.innerHTML = text; box.hidden = !text.trim();
      if (picks) { links().forEach(function (each) { if (each.dataset.kind !== kind) { each.parentNode.remove(); } }); }
      said.textContent = box.hidden ? "" : links().length + " found. Down arrow to choose.";
    };
    var look = function () { ask(input.value.trim(), show); };
    input.addEventListener("input", function () { window.clearTimeout(timer); if (input.value.trim().length === 1) { close(); return; } timer = window.setTimeout(look, WAIT); });
    input.addEventListener("focus", function () { if (!input.value && !picks) { look(); } });
    input.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { close(); }
      if (event.key === "ArrowDown" && !box.hidden && links().length) { event.preventDefault(); links()[0].focus(); }
    });
    box.addEventListener("keydown", function (event) {
      var all = links(), at = all.indexOf(document.activeElement), to = at + (event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0);
      if (event.key === "Escape") { close(); input.focus(); }
      if (to !== at) { event.preventDefault(); if (to < 0) { input.focus(); } else if (all[to]) { all[to].focus(); } }
    });
    box.addEventListener("click", function (event) {
      var link = event.target.closest("a");
      if (!picks || !link) { return; }
      event.preventDefault(); input.value = link.dataset.value; close(); input.focus();
    });
    document.addEventListener("focusin", function (event) { if (event.target !== input && !box.contains(event.target)) { close(); } });
    document.addEventListener("click", function (event) { if (event.target !== input && !box.contains(event.target)) { close(); } });
  };
  document.querySelectorAll("input[data-find]").forEach(boxed);
})();
