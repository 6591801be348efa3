// The chat page's own part in the browser: passes on what was clicked, and brings into view what
// came of it. Gradio shows the HTML of ui/pages.py and calls these; nothing here makes HTML.
"use strict";

window.citewire = (() => {
  let opener = null; // the control that opened the article: the focus goes back to it

  const still = { block: "start", behavior: "instant" };

  // Passes each click on a control in `element` to Gradio as the event that the control names.
  function connect(element, trigger, watch, events) {
    element.addEventListener("click", (click) => {
      const example = click.target.closest(".cw-example");
      if (example) ask(example.textContent);
      const control = click.target.closest("[data-event]");
      if (!control || !events.includes(control.dataset.event)) return;
      if (control.dataset.event === "open_article") setOpener(control);
      trigger(control.dataset.event, { ...control.dataset });
    });
    watch("value", () => element.querySelector(".cw-turn:last-child")?.scrollIntoView(still));
  }

  // Asks as if it had been typed, so that there is one way in.
  function ask(question) {
    const box = document.querySelector("#cw-box textarea");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    toBox();
    document.querySelector("#cw-box .submit-button").click();
  }

  // Not where the focus would bring a keyboard up over the page.
  function toBox() {
    if (matchMedia("(hover: hover)").matches) document.querySelector("#cw-box textarea").focus();
  }

  // While an answer is awaited nothing else can be asked or begun; what was asked stays readable.
  function wait(given) {
    setBusy(true);
    return given;
  }

  function waited() {
    setBusy(false);
  }

  function setBusy(busy) {
    document.querySelector("#cw-room").setAttribute("aria-busy", busy);
    document.querySelector("#cw-box textarea").readOnly = busy;
    document.querySelector("#cw-restart").disabled = busy;
  }

  function toQuote() {
    document.querySelector(".cw-article")?.focus({ preventScroll: true });
    document.querySelector(".cw-article mark")?.scrollIntoView({ ...still, block: "center" });
  }

  function toSources() {
    document.querySelector(".cw-sources")?.scrollIntoView(still);
  }

  function back() {
    opener?.focus();
    setOpener(null);
  }

  function setOpener(control) {
    opener?.removeAttribute("aria-current");
    control?.setAttribute("aria-current", "true");
    opener = control;
  }

  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape") document.querySelector(".cw-back")?.click();
  });

  return { connect, wait, waited, toBox, toQuote, toSources, back };
})();
