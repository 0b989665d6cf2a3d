/* Keyboard for the desk: j/k move in the list, single letters press the acts that show them, ? lists the keys.
   Everything here is also reachable without it. */
"use strict";
(() => {
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
  const rows = () => [...document.querySelectorAll("a[data-row]")];

  function move(step) {
    const all = rows();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement);
    const chosen = all.findIndex((row) => row.closest(".chosen"));
    const from = here >= 0 ? here : chosen >= 0 ? chosen : step > 0 ? -1 : all.length;
    const next = all[Math.min(all.length - 1, Math.max(0, from + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function press(key) {
    for (const act of document.querySelectorAll("[data-key]")) {
      if (act.dataset.key === key) {
        act.focus();
        act.click();
        return true;
      }
    }
    return false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const keys = document.getElementById("keys");
    if (event.key === "Escape" && !keys?.open) {
      const close = document.querySelector("[data-close]");
      if (close) { event.preventDefault(); close.click(); }
      return;
    }
    if (typing(event.target) || keys?.open) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); move(event.key === "j" ? 1 : -1); }
    else if (event.key === "?" && keys) { event.preventDefault(); keys.showModal(); }
    else if (event.key.length === 1 && press(event.key.toLowerCase())) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-shows-keys]")) document.getElementById("keys")?.showModal();
  });
  /* What was typed into a form is not lost by a slip of the hand. */
  let dirty = false;
  document.addEventListener("input", (event) => { if (event.target.closest("form[data-keeps]")) dirty = true; });
  document.addEventListener("submit", () => { dirty = false; });
  window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
  /* Only once everything is loaded: going to #act, the browser takes the focus away again. */
  window.addEventListener("load", () => {
    const drawer = document.querySelector("#act form");
    (drawer?.querySelector("[aria-invalid], input:checked") ?? drawer?.querySelector("input:not([type=hidden]), textarea, select"))?.focus();
  });
  document.querySelector(".row.chosen")?.scrollIntoView({ block: "nearest" });
})();
