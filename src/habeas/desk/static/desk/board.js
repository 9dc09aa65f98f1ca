// Comfort only: time left is kept fresh; the wall-clock time beside it stands by itself. A page left open says that it is old.
(function () {
  "use strict";
  var shown = document.querySelectorAll("time[data-left]"), loaded = Date.now();
  var words = function (ms) {
    var minutes = Math.trunc(ms / 60000), size = Math.abs(minutes);
    var days = Math.floor(size / 1440), hours = Math.floor((size % 1440) / 60), rest = size % 60;
    var text = days ? days + " d " + hours + " h" : hours ? hours + " h " + (rest < 10 ? "0" : "") + rest + " min" : rest + " min";
    return ms >= 0 ? text + " left" : "Overdue " + text;
  };
  window.setInterval(function () {
    shown.forEach(function (each) {
      var ms = Date.parse(each.dateTime) - Date.now();
      each.textContent = words(ms);
      each.classList.toggle("over", ms <= 0);
    });
    if (Date.now() - loaded > 300000 && !document.querySelector(".old")) {
      var line = document.createElement("p"), link = document.createElement("a");
      line.className = "old"; line.setAttribute("role", "status"); link.className = "usa-link";
      link.href = window.location.pathname; link.textContent = "This board is five minutes old. Load it again.";
      line.appendChild(link); document.getElementById("main").prepend(line);
    }
  }, 30000);
})();
