// What is wider than its place, a table of a text or what says `data-wide`, can be reached by keyboard, to be
// pushed sideways with the arrow keys.
(function () {
  "use strict";

  function reach() {
    document.querySelectorAll(".prose table, [data-wide]").forEach(function (part) {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    });
  }

  reach();
  addEventListener("resize", reach);
})();
