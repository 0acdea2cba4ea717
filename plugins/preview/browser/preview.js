/* Keeps an open page up to date: loads it anew when what it shows has changed, else its bar alone.
 *
 * Only a page in sight listens. A browser keeps at most six lines open to one address, and a page
 * that comes back in sight is told at once how things stand. */
(function () {
  "use strict";

  var bar = document.querySelector("preview-bar");
  var root = bar.shadowRoot || opened();
  var details = root.querySelector("details");
  var summary = root.querySelector("summary");
  var events = null;

  /* Browsers of before 2023 leave the template as it is. */
  function opened() {
    var made = bar.attachShadow({ mode: "open" });
    made.appendChild(bar.querySelector("template").content);
    return made;
  }

  function exchange(name, html) {
    var part = root.querySelector('[data-part="' + name + '"]');
    var fresh = document.createElement("template");
    fresh.innerHTML = html;
    if (part.innerHTML !== fresh.innerHTML) {
      part.innerHTML = html;
    }
  }

  function show(told) {
    bar.dataset.look = told.look;
    Object.keys(told.parts).forEach(function (name) {
      exchange(name, told.parts[name]);
    });
    details.hidden = !told.parts.problems;
  }

  function hear(event) {
    var told = JSON.parse(event.data);
    if (told.fingerprint !== bar.dataset.fingerprint) {
      hush();
      location.reload();
    } else {
      show(told);
    }
  }

  function miss() {
    exchange("status", '<b class="name">预览已断开</b><span class="how">重新启动预览后，这里会自动接上</span>');
    if (events && events.readyState === EventSource.CLOSED) {
      hush();
      setTimeout(listen, 1000);
    }
  }

  function listen() {
    if (!events && document.visibilityState === "visible") {
      events = new EventSource("/-/preview/events?page=" + encodeURIComponent(location.pathname));
      events.onmessage = hear;
      events.onerror = miss;
    }
  }

  function hush() {
    if (events) {
      events.close();
      events = null;
    }
  }

  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "visible") {
      listen();
    } else {
      hush();
    }
  });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", listen);
  addEventListener("keydown", function (event) {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      summary.focus();
    }
  });

  /* Who reads the problems goes on reading them on the next page, too. */
  details.open = details.open || sessionStorage.getItem("preview-problems") === "open";
  details.addEventListener("toggle", function () {
    sessionStorage.setItem("preview-problems", details.open ? "open" : "");
  });

  /* What is jumped to or focused must not end up under the bar. */
  document.documentElement.style.scrollPaddingTop = bar.offsetHeight + "px";
  listen();
})();
