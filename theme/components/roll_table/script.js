// Sorts and filters; without it a roll is complete.
document.querySelectorAll(".roll-table").forEach((roll) => {
  const find = (name) => [...roll.querySelectorAll(name)];
  const rows = find(".roll-table__row");
  const homes = rows.map((row) => row.parentNode);
  const heads = find("thead th");
  const [bar] = find(".roll-table__filter");
  const key = (row, at = 0) => row.cells[at].dataset.sort;

  function sort(head, at) {
    const was = head.getAttribute("aria-sort");
    const up = was ? was > "b" : !/number/.test(head.className);
    const flat = !(up && "group" in head.dataset);
    const by = (a, b) => {
      const [x, y] = [key(up ? a : b, at), key(up ? b : a, at)];
      return (x > y) - (x < y);
    };
    for (const one of heads) one.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    (flat ? [...rows].sort(by) : rows).forEach((row, at) => homes[flat ? 0 : at].append(row));
    roll.toggleAttribute("data-flat", flat);
    if (bar) filter();
  }

  function filter() {
    const bare = (one) => one.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    const words = bar.children[1].value.split(/\s+/).map(bare);
    let shown = 0;
    for (const home of homes) home.hidden = true;
    rows.forEach((row) => {
      const all = `${row.textContent}${key(row)}|${key(row).replace(/\B\w/g, "")}`;
      row.hidden = !words.every((word) => bare(all).includes(word));
      if (!row.hidden) row.parentNode.hidden = !++shown;
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
  heads.forEach((head, at) => {
    const made = document.createElement("button");
    made.className = "roll-table__sort";
    made.append(head.textContent);
    made.onclick = () => sort(head, at);
    head.firstElementChild.replaceWith(made);
  });
});
