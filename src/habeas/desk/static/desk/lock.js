// Comfort only: the server locks by itself. After the pause this covers what the screen shows and takes the password in place, so typed text stays.
(function () {
  "use strict";
  var body = document.body, cover = document.getElementById("cover"), last = Date.now(), form = cover && cover.querySelector("form");
  if (!cover) { return; }
  ["keydown", "pointerdown", "pointermove", "scroll"].forEach(function (name) {
    document.addEventListener(name, function () { if (cover.hidden) { last = Date.now(); } }, { passive: true });
  });
  window.setInterval(function () {
    if (cover.hidden && Date.now() - last > Number(body.dataset.idle) * 1000) {
      cover.hidden = false; body.classList.add("covered"); form.elements.password.value = ""; form.elements.password.focus();
    }
  }, 1000);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new FormData(form) }).then(function (answer) {
      if (answer.url.indexOf("/account/login/") !== -1) { window.location.assign("/account/login/"); return; }
      if (!answer.ok) { throw new Error("refused"); }
      cover.hidden = true; body.classList.remove("covered"); last = Date.now();
    }).catch(function () {
      cover.querySelector("[role=alert]").textContent = "The password does not fit, or the desk does not answer. Try again.";
    });
  });
})();
