// Show only the failures of one kind. Without this script all are shown.
const buttons = [...document.querySelectorAll("[data-show]")];
const cards = [...document.querySelectorAll("[data-failure]")];
for (const button of buttons) {
  button.addEventListener("click", () => {
    for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
    for (const card of cards) {
      card.hidden = button.dataset.show !== "" && card.dataset.failure !== button.dataset.show;
    }
  });
}
