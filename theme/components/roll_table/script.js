// Sorting and filtering of rolls. Without it a roll is complete, in the order of its groups.
(function () {
  "use strict";

  document.querySelectorAll(".roll-table").forEach(function (roll) {
    var table = roll.querySelector("table");
    var rows = Array.from(table.querySelectorAll(".roll-table__row"));
    var homes = rows.map(function (row) { return row.parentNode; });
    var headings = Array.from(table.tHead.rows[0].cells);
    var jumps = roll.querySelector(".jump-list");
    var bar = roll.querySelector(".roll-table__filter");

    function key(row, place) { return row.cells[place].dataset.sort; }

    function place(order, flat) {
      roll.toggleAttribute("data-flat", flat);
      if (jumps) jumps.hidden = flat;
      order.forEach(function (row) {
        (flat ? homes[0] : homes[rows.indexOf(row)]).appendChild(row);
      });
    }

    function sort(heading, at) {
      var up = heading.getAttribute("aria-sort") !== "ascending";
      var grouped = "group" in heading.dataset && up;
      headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
      heading.setAttribute("aria-sort", up ? "ascending" : "descending");
      place(grouped ? rows : rows.slice().sort(function (a, b) {
        var less = key(a, at) < key(b, at) ? -1 : +(key(a, at) > key(b, at));
        return up ? less : -less;
      }), !grouped);
      filter();
    }

    function filter() {
      if (!bar) return;
      var sought = bar.children[1].value.replace(/\s/g, "").toLowerCase();
      var shown = rows.filter(function (row) {
        var text = row.textContent + key(row, 0);
        return !(row.hidden = !text.replace(/\s/g, "").toLowerCase().includes(sought));
      });
      homes.forEach(function (home) { home.hidden = !home.querySelector(".roll-table__row:not([hidden])"); });
      bar.children[2].textContent = "共" + rows.length + roll.dataset.measure + (sought ? "，显示" + shown.length + roll.dataset.measure : "");
    }

    if (bar) {
      bar.hidden = false;
      bar.addEventListener("input", filter);
      filter();
    }
    if (rows.length < 2) return;
    roll.toggleAttribute("data-sortable", true);
    headings.forEach(function (heading, at) {
      heading.innerHTML = '<button class="roll-table__sort" type="button">' + heading.innerHTML + "</button>";
      heading.firstChild.addEventListener("click", sort.bind(null, heading, at));
      if ("group" in heading.dataset) heading.setAttribute("aria-sort", "ascending");
    });
  });
})();
