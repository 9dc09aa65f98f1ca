// Comfort only: the paper beside a step is zoomed, turned and moved to the box of the field in focus. Without this file its pages scroll and its links jump.
(function () {
  "use strict";
  var paper = document.querySelector("[data-paper]");
  if (!paper) { return; }
  var pages = paper.querySelector("[data-paper-pages]"), bar = paper.querySelector("[data-paper-bar]"), at = paper.querySelector("[data-paper-at]");
  var all = Array.prototype.slice.call(pages.querySelectorAll("[data-page]")), zoom = 1, turned = 0;
  var narrow = window.matchMedia("(max-width: 63.99rem)");
  if (narrow.matches) { paper.open = false; }
  if (!all.length) { return; }
  bar.hidden = false;
  var top = function (el) { return el.getBoundingClientRect().top - pages.getBoundingClientRect().top + pages.scrollTop; };
  var current = function () {
    var found = 0;
    all.forEach(function (each, index) { if (top(each) <= pages.scrollTop + pages.clientHeight / 2) { found = index; } });
    return found;
  };
  var say = function () { at.textContent = "Page " + all[current()].dataset.page + " (" + (current() + 1) + " of " + all.length + ")"; };
  var go = function (index) { if (all[index]) { pages.scrollTop = top(all[index]); say(); } };
  var draw = function () {
    all.forEach(function (each) {
      var sheet = each.querySelector(".paper-page__sheet"), wide = Number(each.dataset.wide), high = Number(each.dataset.high);
      if (!sheet) { return; }
      var lying = turned % 180 !== 0;
      each.style.width = zoom * 100 + "%";
      each.style.aspectRatio = lying ? high + " / " + wide : wide + " / " + high;
      sheet.style.width = lying ? (wide / high) * 100 + "%" : "100%";
      sheet.style.transform = turned ? "rotate(" + turned + "deg) translate(" + (turned === 90 ? "0, -100%" : turned === 180 ? "-100%, -100%" : "-100%, 0") + ")" : "";
    });
    say();
  };
  var acts = {
    before: function () { go(current() - 1); },
    after: function () { go(current() + 1); },
    "in": function () { zoom = Math.min(4, zoom * 1.25); draw(); },
    out: function () { zoom = Math.max(1, zoom / 1.25); draw(); },
    turn: function () { turned = (turned + 90) % 360; draw(); },
  };
  var keys = { "+": "in", "=": "in", "-": "out", r: "turn", R: "turn", PageUp: "before", PageDown: "after" };
  bar.addEventListener("click", function (event) { var found = event.target.closest("[data-do]"); if (found) { acts[found.dataset.do](); } });
  pages.addEventListener("keydown", function (event) {
    var name = keys[event.key];
    if (!name || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault(); acts[name]();
  });
  pages.addEventListener("scroll", say, { passive: true });
  var show = function (number) {
    var box = null;
    pages.querySelectorAll(".paper-box--here").forEach(function (each) { each.classList.remove("paper-box--here"); });
    pages.querySelectorAll('.paper-box[data-for="' + number + '"]').forEach(function (each) { each.classList.add("paper-box--here"); box = box || each; });
    if (!box || !paper.open) { return box; }
    var place = box.getBoundingClientRect(), frame = pages.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) { pages.scrollTop += place.top - frame.top - frame.height / 3; }
    if (place.left < frame.left || place.right > frame.right) { pages.scrollLeft += place.left - frame.left - frame.width / 3; }
    say();
    return box;
  };
  document.addEventListener("focusin", function (event) {
    var field = event.target.closest("[data-box]");
    if (field) { show(field.dataset.box); }
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-box]");
    if (!link) { return; }
    event.preventDefault(); paper.open = true; show(link.dataset.box);
    if (narrow.matches) { pages.scrollIntoView({ block: "nearest" }); }
  });
  draw();
})();
