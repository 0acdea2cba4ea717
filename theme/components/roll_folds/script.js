// On a phone the groups of a long roll are folded; without this the roll is complete.
document.querySelectorAll(".roll-folds").forEach((folds) => {
  const model = folds.querySelector("template").content.firstElementChild;
  const [roll] = folds.children;
  const groups = [...folds.querySelectorAll("tbody")];
  const [filter] = folds.querySelectorAll("input");

  function button(group) {
    const [title] = group.rows[0].cells;
    const made = model.cloneNode(true);
    const size = made.firstElementChild;
    size.textContent = group.rows.length - 1 + roll.dataset.measure;
    made.replaceChildren(title.textContent, size);
    made.onclick = () => group.toggleAttribute("data-folded");
    title.replaceChildren(made);
  }

  // In another order, or where something is looked for, there is nothing to fold.
  function show() {
    const isFolded = !roll.hasAttribute("data-flat") && !(filter && filter.value);
    folds.dataset.folded = String(isFolded);
    for (const group of groups) {
      const [made] = group.getElementsByClassName("roll-folds__button");
      made.disabled = !isFolded;
      made.setAttribute("aria-expanded", String(!isFolded || !group.hasAttribute("data-folded")));
    }
  }

  function follow() {
    const group = groups.find(({ id }) => id === location.hash.slice(1));
    if (group) group.removeAttribute("data-folded");
    show();
  }

  for (const group of groups) {
    button(group);
    group.dataset.folded = "";
  }
  folds.addEventListener("input", show);
  folds.addEventListener("click", show);
  addEventListener("hashchange", follow);
  follow();
});
