// Sorts and filters rolls; without it a roll is complete.
document.querySelectorAll(".roll-table").forEach((roll) => {
  const find = (name) => [...roll.querySelectorAll(name)];
  const rows = find(".roll-table__row");
  const homes = rows.map((row) => row.parentNode);
  const headings = find("thead th");
  const [bar] = find(".roll-table__filter");
  const key = (row, column = 0) => row.cells[column].dataset.sort;

  function sort(heading, column) {
    const up = heading.getAttribute("aria-sort") !== "ascending";
    const flat = !(up && "group" in heading.dataset);
    const by = (a, b) => {
      const [x, y] = [key(a, column), key(b, column)];
      return (up ? 1 : -1) * ((x > y) - (x < y));
    };
    for (const other of headings) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const order = flat ? [...rows].sort(by) : rows;
    order.forEach((row, at) => homes[flat ? 0 : at].append(row));
    roll.toggleAttribute("data-flat", flat);
    if (bar) filter();
  }

  function filter() {
    const words = bar.children[1].value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const home of homes) home.hidden = true;
    rows.forEach((row) => {
      const text = (row.textContent + key(row)).replace(/\s/g, "").toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      if (row.hidden) return;
      row.parentNode.hidden = false;
      shown++;
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
