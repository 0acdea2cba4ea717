// Runs before anything is drawn: 大字版 where it was chosen; and `starting` until the other scripts have run,
// so that what they will show has its room and what they will fold away is not seen first (layout.css).
(function () {
  "use strict";

  var root = document.documentElement;
  var large = location.hash === "#large";

  function end() {
    root.classList.remove("starting");
  }

  try {
    large = large || localStorage.getItem("large-type") === "on";
  } catch (refused) {
    // Storage may be switched off: then the choice holds for one page.
  }
  root.classList.toggle("large-type", large);
  root.classList.add("starting");
  // The way back, which the other script takes care of where it comes.
  window.addEventListener("hashchange", function () {
    if (location.hash === "#top") root.classList.remove("large-type");
  });
  // Whether they ran or failed, and also where they do not come.
  document.addEventListener("DOMContentLoaded", end);
  setTimeout(end, 4000);
})();
