// What went wrong with a security key is said on the page, not only in the browser's console.
(function () {
  "use strict";
  document.addEventListener("allauth.error", function (event) {
    var main = document.getElementById("main"), line = document.getElementById("key-error");
    if (!line) {
      line = document.createElement("p"); line.id = "key-error"; line.className = "usa-error-message";
      line.setAttribute("role", "alert"); main.prepend(line);
    }
    line.textContent = "The security key did not answer, or it was stopped. Try again, or use the code app.";
    event.preventDefault();
  });
})();
