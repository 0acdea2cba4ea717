// Remembers 大字版 from page to page. Without this script its link still enlarges the page it is on.
(function () {
  "use strict";

  var KEY = "large-type";
  var root = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem(KEY) === "on";
    } catch (refused) {
      return false; // Storage may be switched off: then the choice holds for this page.
    }
  }

  function remember(on) {
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch (refused) {
      return;
    }
  }

  function choose(on) {
    root.classList.toggle("large-type", on);
    remember(on);
    // Leaving `#large` ends the `:target` state that came with the address.
    if (!on && location.hash === "#large") location.hash = "top";
  }

  function connect(from, on, to) {
    from.addEventListener("click", function (event) {
      event.preventDefault();
      choose(on);
      to.focus({ preventScroll: true });
    });
  }

  if (location.hash === "#large") remember(true);
  root.classList.toggle("large-type", remembered());

  var large = document.querySelector(".top-bar__switch--large");
  var standard = document.querySelector(".top-bar__switch--standard");
  if (!large || !standard) return;
  connect(large, true, standard);
  connect(standard, false, large);
})();
