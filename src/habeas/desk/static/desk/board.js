// Comfort only: time left is kept fresh; the wall-clock time beside it stands by itself.
(function () {
  "use strict";
  var words = function (ms) {
    var minutes = Math.trunc(ms / 60000), size = Math.abs(minutes);
    var days = Math.floor(size / 1440), hours = Math.floor((size % 1440) / 60), rest = size % 60;
    var text = days ? days + " d " + hours + " h" : hours ? hours + " h " + (rest < 10 ? "0" : "") + rest + " min" : rest + " min";
    return ms >= 0 ? text + " left" : "Overdue " + text;
  };
  window.setInterval(function () {
    document.querySelectorAll("time[data-left]").forEach(function (each) {
      var ms = Date.parse(each.dateTime) - Date.now();
      each.textContent = words(ms);
      each.classList.toggle("over", ms <= 0);
    });
  }, 30000);
})();
