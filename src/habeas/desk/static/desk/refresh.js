// Comfort only: the Refresh link does the same. The page is fetched again while nobody types, and taken in without moving focus, scroll or what is open.
(function () {
  "use strict";
  var main = document.getElementById("main"), line = document.querySelector(".refresh"), tag = "", last = Date.now(), alarm = null;
  if (!main || !line || !window.fetch || !window.DOMParser) { return; }
  var said = line.querySelector("[role=status]"), every = Number(line.dataset.every) * 1000;
  var fields = function () { return Array.prototype.slice.call(main.querySelectorAll("input, textarea, select")); };
  var typed = function (each) {
    if (each.type === "checkbox" || each.type === "radio") { return each.checked !== each.defaultChecked; }
    if (each.tagName === "SELECT") {
      return Array.prototype.some.call(each.options, function (one) { return one.defaultSelected; })
        ? Array.prototype.some.call(each.options, function (one) { return one.selected !== one.defaultSelected; }) : each.selectedIndex > 0;
    }
    if (/^(date|time|datetime-local|number)$/.test(each.type)) { return each.value !== each.habeasFirst; }  // a browser writes these its own way
    return each.type !== "hidden" && each.value !== each.defaultValue;
  };
  var remember = function () { fields().forEach(function (each) { each.habeasFirst = each.value; }); };
  var busy = function () {
    var active = document.activeElement, marked = window.getSelection && window.getSelection();
    if (active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) { return true; }
    if (marked && !marked.isCollapsed) { return true; }
    return document.hidden || document.body.classList.contains("covered") || fields().some(typed);
  };
  var path = function (each) {  // how an element is found again in the page that comes
    var tag = each.tagName, same = function (one) { return one.textContent === each.textContent && one.getAttribute("href") === each.getAttribute("href"); };
    return { tag: tag, id: each.id, same: same, at: Array.prototype.filter.call(main.getElementsByTagName(tag), same).indexOf(each) };
  };
  var again = function (found) {
    if (found.id && document.getElementById(found.id)) { return document.getElementById(found.id); }
    return Array.prototype.filter.call(main.getElementsByTagName(found.tag), found.same)[found.at];
  };
  var title = function (each) { var head = each.querySelector("summary"); return head ? head.textContent.replace(/\d+/g, "") : ""; };
  var take = function (fresh) {
    var focus = main.contains(document.activeElement) && document.activeElement !== main ? path(document.activeElement) : null;
    var open = Array.prototype.map.call(main.querySelectorAll("details"), function (each) { return [title(each), each.open]; });
    var across = Array.prototype.map.call(main.querySelectorAll(".usa-table-container--scrollable"), function (each) { return each.scrollLeft; });
    var x = window.scrollX, y = window.scrollY;
    while (main.previousElementSibling) { main.previousElementSibling.remove(); }  // whom the page is about stands before it
    while (fresh.previousElementSibling) { main.parentNode.insertBefore(fresh.previousElementSibling, main.parentNode.firstChild); }
    main.innerHTML = fresh.innerHTML;
    line = main.querySelector(".refresh"); said = line.querySelector("[role=status]");
    Array.prototype.forEach.call(main.querySelectorAll("details"), function (each, at) {
      if (open[at] && open[at][0] === title(each)) { each.open = open[at][1]; }
    });
    Array.prototype.forEach.call(main.querySelectorAll(".usa-table-container--scrollable"), function (each, at) { each.scrollLeft = across[at] || 0; });
    remember();
    var found = focus && again(focus);
    if (found) { found.focus({ preventScroll: true }); }
    window.scrollTo(x, y);
    document.dispatchEvent(new CustomEvent("habeas:refreshed"));
  };
  var sound = function () {
    var Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) { return; }
    var player = new Audio(), tone = player.createOscillator(), loud = player.createGain();
    tone.frequency.value = 660; loud.gain.value = 0.15; tone.connect(loud); loud.connect(player.destination);
    tone.start(); tone.stop(player.currentTime + 0.35); tone.onended = function () { player.close(); };
    document.body.dataset.sounded = String(Number(document.body.dataset.sounded || 0) + 1);
  };
  var listen = function () {
    var now = (line.dataset.alarm || "").split(" ").filter(Boolean);
    if (alarm && document.body.dataset.sound === "on" && now.some(function (each) { return alarm.indexOf(each) === -1; })) { sound(); }
    alarm = now;
  };
  var look = function () {
    if (busy()) { return; }
    fetch(window.location.href, { headers: { "X-Refresh": "1", "If-None-Match": tag }, cache: "no-store", credentials: "same-origin" }).then(function (answer) {
      if (answer.status === 304) { last = Date.now(); return null; }
      if (answer.status !== 200 || answer.redirected) { return null; }
      var fresh = answer.headers.get("ETag") || "";
      return answer.text().then(function (text) {
        var made = new DOMParser().parseFromString(text, "text/html").getElementById("main");
        if (!made || !made.querySelector(".refresh") || busy()) { return; }
        take(made); tag = fresh; last = Date.now(); listen();
        said.textContent = "Refreshed.";
      });
    }).catch(function () { /* away for a moment: the next round tries again */ });
  };
  listen();
  remember();
  window.setInterval(function () {
    if (Date.now() - last > 300000 && said.textContent !== "This page is older than five minutes.") { said.textContent = "This page is older than five minutes."; }
  }, 30000);
  window.setInterval(look, every);
  window.addEventListener("habeas:look", look);
  window.addEventListener("habeas:forget", function () { alarm = []; });
})();
