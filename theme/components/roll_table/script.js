// Sorting and filtering of rolls; without it a roll is complete, in the order of its groups.
document.querySelectorAll(".roll-table").forEach((roll) => {
  const find = (name) => [...roll.querySelectorAll(name)];
  const rows = find(".roll-table__row");
  const homes = rows.map((row) => row.parentNode);
  const headings = find("thead th");
  const [bar] = find(".roll-table__filter");
  const key = (row, column) => row.cells[column].dataset.sort;
  const plain = (text) => text.replace(/\s/g, "").toLowerCase();

  function sort(heading, column) {
    const up = heading.getAttribute("aria-sort") !== "ascending";
    const flat = !up || !("group" in heading.dataset);
    const compare = (a, b) => {
      const [x, y] = [key(a, column), key(b, column)];
      return ((x > y) - (x < y)) * (up ? 1 : -1);
    };
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const order = flat ? [...rows].sort(compare) : rows;
    order.forEach((row, place) => homes[flat ? 0 : place].append(row));
    roll.toggleAttribute("data-flat", flat);
    if (bar) filter();
  }

  function filter() {
    const sought = plain(bar.children[1].value);
    let shown = 0;
    homes.forEach((home) => (home.hidden = true));
    rows.forEach((row) => {
      row.hidden = !plain(row.textContent + key(row, 0)).includes(sought);
      if (row.hidden) return;
      row.parentNode.hidden = false;
      shown += 1;
    });
    bar.children[2].value = `显示${shown}${roll.dataset.measure}`;
  }

  if (bar) {
    bar.hidden = false;
    bar.oninput = (event) => event.isComposing || filter();
    bar.addEventListener("compositionend", filter);
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
