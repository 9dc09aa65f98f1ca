// Comfort only: what was typed in a box for a day or time is read by the desk (never here) and said back below it.
(function () {
  "use strict";
  document.addEventListener("change", function (event) {
    var box = event.target, kind = box.dataset && box.dataset.reads, said = kind && document.getElementById(box.id + "-read");
    if (!said) { return; }
    said.textContent = "";
    box.removeAttribute("aria-invalid");
    if (!box.value.trim()) { return; }
    var body = new URLSearchParams({ kind: kind, text: box.value }), asked = box.value;
    body.append("csrfmiddlewaretoken", (document.querySelector("[name=csrfmiddlewaretoken]") || {}).value || "");
    fetch("/times/read/", { method: "POST", body: body, credentials: "same-origin", cache: "no-store", redirect: "error" }).then(function (answer) {
      if (box.value !== asked || (answer.status !== 200 && answer.status !== 422)) { return null; }
      if (answer.status === 422) { box.setAttribute("aria-invalid", "true"); }
      return answer.text().then(function (words) { said.textContent = words; });
    }).catch(function () { /* the form is read when it is sent */ });
  });
})();
