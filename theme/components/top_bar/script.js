// Remembers 大字版 from page to page: early.js sets what was remembered. Without it the link still enlarges its page.
(function () {
  "use strict";

  var KEY = "large-type";
  var root = document.documentElement;

  function remember(on) {
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch (refused) {
      return; // Storage may be switched off: then the choice holds for this page.
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

  var large = document.querySelector(".top-bar__switch--large");
  var standard = document.querySelector(".top-bar__switch--standard");
  if (!large || !standard) return;
  connect(large, true, standard);
  connect(standard, false, large);
})();
