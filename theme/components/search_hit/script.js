// Marks in the text what a reader searched for: a result leads to `#find=` and the words, joined by `+`,
// and `&traditional=` and the traditional characters of this text, each before the one it stands for.
document.querySelectorAll(".search-hit__line").forEach((line) => {
  const APART = "nav, svg, script, template, button, select, textarea, .reading__margin";
  const BLOCKS = "p, li, h1, h2, h3, h4, td, th, dt, dd, caption, figcaption, blockquote, div, main";
  const main = line.closest("main");
  const told = new URLSearchParams(location.hash.slice(1));
  const wanted = told.get("find") || "";
  const forms = new Map((told.get("traditional") || "").match(/../gu)?.map((pair) => [...pair]));
  const words = wanted.split(" ").map((one) => normalised(one).replace(/^·+|·+$/g, "")).filter(Boolean);
  const marks = [];

  // As the index has it: of what is neither letter nor digit only the place counts.
  function normalised(text) {
    const seen = text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
    return seen.replace(/[^\p{L}\p{N}]/gu, "·").replace(/./gu, (one) => forms.get(one) || one);
  }

  // The text without blanks, and of each of its characters the node and the place where it stands.
  function read() {
    const places = [];
    let text = "";
    let block = null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const add = (part, node, start, end) => {
      text += part;
      for (const _ of part.split("")) places.push({ node, start, end });
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      // In a flex container a mark would become a box of its own and tear its line apart.
      const isTorn = getComputedStyle(parent).display.includes("flex");
      if (isTorn || !parent.getClientRects().length || parent.closest(APART)) continue;
      if (parent.closest(BLOCKS) !== block) add("\n"); // No word runs from one paragraph into the next.
      block = parent.closest(BLOCKS);
      let start = 0;
      for (const character of node.data) {
        add(normalised(character), node, start, start + character.length);
        start += character.length;
      }
    }
    return { text, places };
  }

  // What is to be marked: pieces of text nodes, in the order of the text.
  function pieces() {
    const { text, places } = read();
    const hits = new Set();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        for (let place = at; place < at + word.length; place++) hits.add(place);
      }
    }
    const found = [];
    for (const place of [...hits].sort((one, other) => one - other)) {
      const { node, start, end } = places[place];
      const last = found[found.length - 1];
      if (last && last.node === node && node.data.slice(last.end, start).trim() === "") last.end = end;
      else found.push({ node, start, end });
    }
    return found;
  }

  function mark({ node, start, end }) {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    const made = document.createElement("mark");
    made.className = "search-hit";
    range.surroundContents(made);
    marks.unshift(made);
  }

  function clear() {
    for (const made of marks) {
      const parent = made.parentNode;
      made.replaceWith(...made.childNodes);
      parent.normalize();
    }
    line.hidden = true;
    history.replaceState(history.state, "", location.pathname + location.search);
    main.focus({ preventScroll: true });
  }

  if (!words.length) return;
  pieces().reverse().forEach(mark); // From the end, so that the places before stay what they are.
  if (!marks.length) return;
  line.querySelector("mark").textContent = wanted;
  line.querySelector("button").addEventListener("click", clear);
  line.hidden = false;
  marks[0].scrollIntoView({ block: "center" });
});
