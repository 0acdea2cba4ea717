// Suggestions under the search box, and the keys that lead to it. Without this the form works all the same.
document.querySelectorAll(".search-box").forEach((box) => {
  const PAUSE = 150;
  const words = box.querySelector(".search-box__words");
  const list = box.querySelector(".search-box__options");
  const told = box.querySelector(".search-box__told");
  const model = document.getElementById("search-option").content.firstElementChild;
  const root = new URL("..", box.action).href;
  let engine = null;
  let timer = 0;
  let tries = 0;
  let turn = 0;
  let active = -1;

  function load() {
    // Whoever is offline now may not be when typing on; a failed import may be remembered.
    engine = engine || import(new URL(`engine.js${tries ? `?${tries}` : ""}`, box.action))
      .catch((error) => { tries += 1; throw error; })
      .then((module) => module.open(root).then(() => module));
    engine.catch(() => { engine = null; });
    return engine;
  }

  function show(found) {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    words.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = found.length ? `${found.length}条建议，用上下键选择` : "";
    choose(-1);
  }

  function close() {
    clearTimeout(timer);
    turn += 1; // What is still on its way comes too late.
    show([]);
  }

  function option({ kind, name, url, title }, place) {
    const part = model.cloneNode(true);
    part.id = `search-option-${place}`;
    part.setAttribute("role", "option");
    part.prepend(title);
    part.lastElementChild.textContent = kind === "items" ? "" : name;
    part.addEventListener("click", () => location.assign(new URL(url, root)));
    return part;
  }

  function choose(place) {
    active = place;
    [...list.children].forEach((part, at) => part.setAttribute("aria-selected", String(at === place)));
    if (place < 0) return words.removeAttribute("aria-activedescendant");
    words.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }

  function suggest() {
    const text = words.value.trim();
    const mine = ++turn;
    clearTimeout(timer);
    if (!text) return close();
    timer = setTimeout(() => {
      load().then((module) => module.suggest(text)).then(
        (found) => mine === turn && show(found),
        () => mine === turn && close() // Suggestions are an extra: the search tells what is wrong.
      );
    }, PAUSE);
  }

  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = list.children.length + 1; // one more: none of them
    if (event.isComposing || event.keyCode === 229) { // The key belongs to the input method.
      if (event.key === "Enter") event.preventDefault();
    } else if (step) {
      event.preventDefault();
      if (list.hidden) suggest();
      else choose((active + 1 + step + places) % places - 1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      list.children[active].click();
    }
  }

  function onKeyAnywhere(event) {
    const { key = "", ctrlKey, metaKey, altKey } = event;
    const typing = event.target.closest && event.target.closest("input, textarea, select");
    const slash = key === "/" && !typing && !ctrlKey && !metaKey && !altKey;
    const chord = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !event.shiftKey;
    if (event.isComposing || event.defaultPrevented || !(slash || chord)) return;
    event.preventDefault();
    words.focus();
    words.select();
  }

  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "建议");
  words.setAttribute("role", "combobox");
  words.setAttribute("aria-autocomplete", "list");
  words.setAttribute("aria-controls", list.id);
  words.setAttribute("aria-expanded", "false");
  words.addEventListener("focus", () => load().catch(() => {}));
  words.addEventListener("blur", close);
  words.addEventListener("input", (event) => event.isComposing || suggest());
  words.addEventListener("compositionend", suggest);
  words.addEventListener("keydown", onKey);
  box.addEventListener("submit", close);
  // The focus stays in the box, or the list would be gone before the click arrives.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("keydown", onKeyAnywhere);
});
