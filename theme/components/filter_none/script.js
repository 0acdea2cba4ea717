// Tells that no row fits what was typed. The script of the roll itself hides rows and groups.
document.querySelectorAll(".filter-none").forEach((told) => {
  const roll = told.parentNode;
  const [field] = roll.getElementsByTagName("input");
  const show = () => { told.hidden = !!roll.querySelector("tbody:not([hidden])"); };

  roll.addEventListener("input", show);
  roll.addEventListener("compositionend", show);
  told.lastElementChild.onclick = () => {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
});
