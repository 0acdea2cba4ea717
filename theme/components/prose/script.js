// A table wider than its text can be reached by keyboard, to be pushed sideways with the arrow keys.
(function () {
  "use strict";

  function reach() {
    document.querySelectorAll(".prose table").forEach(function (table) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    });
  }

  reach();
  addEventListener("resize", reach);
})();
