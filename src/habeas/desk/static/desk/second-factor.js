// Signing with a security key instead of a code. Without this file the code is typed.
(function () {
  "use strict";
  var button = document.querySelector("[data-key-ask]"), said = document.querySelector("[data-key-said]");
  var answer = document.querySelector("[data-key-answer]"), code = document.getElementById("code");
  if (!button || !window.webauthnJSON || !window.webauthnJSON.supported()) { return; }
  button.hidden = false;
  button.addEventListener("click", function () {
    said.textContent = "";
    fetch(button.dataset.keyAsk, { headers: { Accept: "application/json" } }).then(function (found) {
      if (!found.ok) { throw new Error("none"); }
      return found.json();
    }).then(function (options) { return window.webauthnJSON.get(options); }).then(function (credential) {
      answer.value = JSON.stringify(credential);
      code.required = false;
      button.form.requestSubmit();
    }).catch(function (fault) {
      said.textContent = fault.message === "none" ? "No security key is set up for you: type the code." : "The security key did not answer. Try again, or type the code.";
    });
  });
})();
