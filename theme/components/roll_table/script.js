// Sorting and filtering of rolls; without it a roll is complete, in the order of its groups.
document.querySelectorAll(".roll-table").forEach((roll) => {
  const rows = [...roll.querySelectorAll(".roll-table__row")];
  const homes = rows.map((row) => row.parentNode);
  const headings = [...roll.querySelectorAll(".roll-table__heading")];
  const jumps = roll.querySelector(".jump-list");
  const bar = roll.querySelector(".roll-table__filter");
  const key = (row, column) => row.cells[column].dataset.sort;
  const plain = (text) => text.replace(/\s/g, "").toLowerCase();

  function sort(heading, column) {
    const up = heading.ariaSort !== "ascending";
    const flat = !up || !("group" in heading.dataset);
    const order = [...rows];
    if (flat) {
      order.sort((a, b) => {
        const [x, y] = [key(a, column), key(b, column)];
        return ((x > y) - (x < y)) * (up ? 1 : -1);
      });
    }
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.ariaSort = up ? "ascending" : "descending";
    order.forEach((row) => homes[flat ? 0 : rows.indexOf(row)].append(row));
    roll.toggleAttribute("data-flat", flat);
    if (jumps) jumps.hidden = flat;
    if (bar) filter();
  }

  function filter(event) {
    if (event && event.isComposing) return;
    const sought = plain(bar.children[1].value);
    let shown = 0;
    rows.forEach((row) => {
      row.hidden = !plain(row.textContent + key(row, 0)).includes(sought);
      shown += !row.hidden;
    });
    homes.forEach((home) => {
      home.hidden = !home.querySelector(".roll-table__row:not([hidden])");
    });
    bar.children[2].value = `显示${shown}${roll.dataset.measure}`;
  }

  if (bar) {
    bar.hidden = false;
    bar.oninput = filter;
    bar.addEventListener("compositionend", () => filter());
  }
  if (!rows[1]) return;
  roll.dataset.sortable = "";
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.className = "roll-table__sort";
    button.append(heading.textContent);
    button.onclick = () => sort(heading, column);
    heading.firstElementChild.replaceWith(button);
  });
});
