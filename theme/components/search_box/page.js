// The search page. All its state stands in the address, to be passed on and gone back to.
const root = new URL("..", import.meta.url).href;
const PATIENCE = 20000;
const PATIENCE_WITH_HINTS = 1000; // results do not wait for them any longer
const ROWS = 10;
const isWide = matchMedia("(min-width: 1000px)").matches;
const GROUPS = isWide ? 3 : 1;
const SHOWN = 30;
const REPEATED = 8; // characters in a row, by which a sentence is known again
const NAMED = 6; // of the words that a sentence tells
const ODD = /[-:：]|^[^\p{L}\p{N}]*$|.{500}/su; // what may need a hint: see hints.js
const WHOLE = /“[^“”]{1,9}”\S?(?!\S)|“[^“”]{1,9}”|\S{2}(?!\S)/gu; // what a headline does not break
const ALL = { column: "", year: "", organisation: "" };
const SHELVES = { column: "columns", year: "archive", organisation: "organisations" };
const WAYS = {
  split: "分成", variant: "换成简体", synonym: "换成同义的",
  byline: "改按署名", pinyin: "按拼音换成", sound: "换成同音的", spelling: "换成相近的",
};
const part = (name) => document.getElementById(`search-${name}`);
const fill = (name, parts) => part(name).replaceChildren(...parts);
const hide = (names, isHidden = true) => names.forEach((name) => { part(name).hidden = isHidden; });
const copy = (name) => part("models").querySelector(`.${name}`).cloneNode(true);
const quoted = (text) => `“${text.replace(/[“”"]/g, "")}”`;
const isFiltered = (options) => Object.keys(ALL).some((key) => options[key]);
const shortened = (text) => ([...text].length > SHOWN ? `${[...text].slice(0, SHOWN).join("")}…` : text);
const box = document.querySelector(".search-box");
const words = part("words");
const title = document.title;
let engine = null;
let tries = 0;
let turn = 0;
let shownFor = "";

function state() {
  const { q = "", ...options } = Object.fromEntries(new URLSearchParams(location.search));
  const page = /^\d+$/.test(options.page) ? Math.max(1, Number(options.page)) : 1;
  return { ...options, q: q.trim(), kind: options.kind || "items", page };
}

// The address with other values, which begin at their first page.
function address(changes) {
  const values = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries({ page: "", ...changes })) {
    if (value) values.set(key, value);
    else values.delete(key);
  }
  return `?${values}`;
}

function go(to) {
  history.replaceState({ top: scrollY }, "");
  history.pushState(null, "", to);
  return run();
}

// A failed import may be remembered; another name asks anew.
function load() {
  engine = engine || inTime(import(`./engine.js${tries ? `?${tries}` : ""}`))
    .catch((error) => { tries++; throw error; })
    .then((module) => module.open(root).then(() => module));
  engine.catch(() => { engine = null; });
  return engine;
}

function inTime(promise, patience = PATIENCE) {
  const late = new Promise((_, fail) => setTimeout(fail, patience, { kind: "network" }));
  return Promise.race([promise, late]);
}

// What can be shown: items where there is nothing of a kind, and the last page that there is.
async function answered(module, q, options) {
  const found = await module.find(q, options);
  const group = found.groups.find(({ kind }) => kind === options.kind);
  const kind = group ? group.kind : "items";
  const count = group ? group.total : found.total;
  const page = Math.min(options.page, Math.ceil(count / ROWS) || 1);
  if (kind !== options.kind || page < options.page) return answered(module, q, { ...options, kind, page });
  if (count || !isFiltered(options)) return { ...found, options, group, count };
  const all = await module.find(q, { ...options, ...ALL, page: Infinity });
  return { ...(all.total ? found : all), options, count, everywhere: all.total };
}

function correctAddress({ kind, page }) {
  history.replaceState(history.state, "", address({ kind: kind === "items" ? "" : kind, page: page > 1 ? page : "" }));
  shownFor = location.search;
}

function look() {
  part("results").scrollIntoView();
  part("count").focus({ preventScroll: true });
}

function comeBack() {
  if (history.state) scrollTo(0, history.state.top);
}

async function run() {
  const mine = ++turn;
  shownFor = location.search;
  const { q, ...asked } = state();
  const unlessLate = (act) => (value) => { if (mine === turn) act(value); };
  words.value = q;
  document.title = q ? `${shortened(q)}－${title}` : title;
  hide(["results"], !q);
  hide(["archives"], !!q);
  if (!q) return;
  fill("count", ["正在查找…"]);
  try {
    const hinting = ODD.test(q) ? import("./hints.js").catch(() => null) : null;
    const module = await inTime(load());
    const { options, ...found } = await inTime(answered(module, q, asked));
    const asTyped = found.told && (await inTime(module.module("meant"))).eachWord(q, quoted);
    const hints = hinting?.then((hinter) => hinter.hints(q, module.parse(q), found));
    const said = hints ? await inTime(hints, PATIENCE_WITH_HINTS).catch(() => []) : [];
    unlessLate(() => {
      if (options !== asked) correctAddress(options);
      show(q, options, { ...found, asTyped }, said);
    })();
    // Extras, after what was asked for.
    module.facets(q, options).then(unlessLate((facets) => showFacets(facets, options)), () => {});
    module.further(q).then(unlessLate(showFurther), () => {});
    module.snippets(q, options).then(unlessLate(showSnippets), () => {});
  } catch (error) {
    unlessLate(tell)(error);
  }
}

function tell({ kind }) {
  const isOld = kind === "unsupported";
  fill("count", ["暂时不能搜索"]);
  fill("order", []);
  hide(["told", "scope", "body", "nothing"]);
  hide(["unsupported", "archives"], !isOld);
  hide(["network", "retry"], isOld);
  hide(["fault"], false);
}

function show(q, options, { group, count, everywhere, groups, results, parts, told, asTyped }, said) {
  const isEmpty = !count && !groups.length && !everywhere;
  const nothing = `没有找到${isEmpty && quoted(q) !== "“”" ? quoted(shortened(q)) : "稿件"}`;
  const none = everywhere ? `在选定的范围里没有，不限范围有${everywhere}篇` : nothing;
  fill("asked", [`查找：${q}`]);
  fill("count", [count ? `找到${count}${group ? `条：${group.name}` : "篇稿件"}` : none]);
  fill("order", ways(options, count));
  fill("scope", scope(options));
  fill("told", [...said.flatMap(hint), ...(told ? explained(q, told, asTyped) : [])]);
  showGroups(groups.filter((one) => one !== group));
  fill("list", results.map((result) => row(result, parts)));
  fill("pages", pages(options.page, Math.ceil(count / ROWS)));
  hide(["fault"]);
  hide(["scope"], group || !isFiltered(options));
  hide(["told"], !told && !said.length);
  hide(["advice"], !!said.length);
  hide(["further"]);
  hide(["body"], isEmpty);
  hide(["nothing"], !isEmpty);
}

function link(text, changes, isHere) {
  const made = copy("search-results__link");
  made.textContent = text;
  made.href = changes.url || address(changes);
  if (isHere) made.setAttribute("aria-current", "true");
  return made;
}

function ways({ kind, sort, ...options }, count) {
  if (kind !== "items") return [link("只看稿件", { kind: "" })];
  const byDate = sort === "date";
  const orders = [link("按相关度", { sort: "" }, !byDate), link("按时间", { sort: "date" }, byDate)];
  return [...(isFiltered(options) ? [link("不限范围", ALL)] : []), ...(count > 1 ? orders : [])];
}

// Each filter, and the way to do without it.
function scope(options) {
  const chosen = [...part("facets").children].filter((facet) => options[facet.dataset.key]);
  return ["范围：", ...chosen.flatMap((facet) => {
    const { key } = facet.dataset;
    const name = facet.firstElementChild.textContent;
    return [`${name}${quoted(shortened(nameOf(key, options[key])))} `, link(`不限${name}`, { [key]: "" })];
  })];
}

// Whatever can be chosen stands among the archives.
function nameOf(key, value) {
  const links = [...part("archives").querySelectorAll("a")];
  const found = links.find((one) => one.getAttribute("href").endsWith(`/${SHELVES[key]}/${value}/`));
  return found ? found.textContent : value;
}

const hint = ({ text, query }) => [text, ...(query ? [link(`改为查找${quoted(shortened(query))}`, { q: query })] : [])];

// Each once, and not more than some.
function listed(texts) {
  const some = [...new Set(texts)];
  const more = some.length > NAMED ? `等${some.length}个` : "";
  return some.slice(0, NAMED).map((text) => quoted(shortened(text))).join("") + more;
}

// What was searched instead, and the way back.
function explained(q, { how, shown, missing, isPart }, exact) {
  const named = quoted(shortened(q));
  const beside = isPart ? "，连同其余条件" : "";
  const lost = missing.length ? `，没有同时写到${listed(missing)}的` : "";
  const back = q === exact ? [] : [link(`仍查找${named}`, { q: exact })];
  return [`没有找到${named}，${WAYS[how]}${listed(shown)}${beside}查找${lost}。`, ...back];
}

function marked(pieces) {
  return pieces.map(([text, isHit]) => {
    if (!isHit) return text;
    const mark = document.createElement("mark");
    mark.className = "search-hit";
    mark.textContent = text;
    return mark;
  });
}

// The pieces of a part of the text that they make.
function between(pieces, start, end) {
  let at = 0;
  return pieces.flatMap(([text, isHit]) => {
    const some = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    return some ? [[some, isHit]] : [];
  });
}

const textOf = (pieces) => pieces.map(([text]) => text).join("");

// A title breaks as everywhere else: see headline/macro.html.
function headline(pieces) {
  const text = textOf(pieces);
  const made = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(WHOLE)) {
    const whole = document.createElement("span");
    whole.className = "headline__whole";
    whole.append(...marked(between(pieces, index, index + found.length)));
    made.push(...marked(between(pieces, done, index)), whole);
    done = index + found.length;
  }
  return [...made, ...marked(between(pieces, done, text.length))];
}

// A summary and the text after it may say the same: then what was found, without what says it again.
function unrepeated(pieces) {
  const text = textOf(pieces);
  const found = textOf(pieces.slice(0, pieces.findIndex(([, isHit]) => isHit) + 1)).length;
  for (let at = found; at <= text.length - REPEATED; at++) {
    const blank = text.lastIndexOf(" ", at);
    const again = text.slice(at, at + REPEATED);
    if (blank >= Math.max(found, 1) && text.slice(0, blank).includes(again)) return between(pieces, 0, blank);
  }
  return pieces;
}

function row({ url, title: name, date, column, snippet, traditional }, parts) {
  const made = copy("news-list__row");
  const at = (what) => made.querySelector(what);
  const words = new URLSearchParams({ find: parts.join(" "), ...(traditional && { traditional }) });
  at("a").href = `${root}${url}#${words}`;
  at("a").replaceChildren(...headline(name));
  at(".news-row__summary").replaceChildren(...marked(unrepeated(snippet)));
  at("time").dateTime = date;
  at("time").textContent = date.split("-").map((number, place) => parseInt(number) + "年月日"[place]).join("");
  at(".news-row__column").textContent = column;
  at(".news-row__facts").hidden = !date;
  return made;
}

// Items come soon: where many kinds hold the words, most of them are folded.
function showGroups(groups) {
  const some = groups.length > GROUPS + 1 ? GROUPS : groups.length;
  const rest = groups.slice(some);
  const total = rest.reduce((sum, one) => sum + one.total, 0);
  fill("groups", groups.slice(0, some).map(groupLine));
  fill("rest", [`另有${rest.length}类，共${total}条`]);
  fill("others", rest.map(groupLine));
  part("more").open = false;
  hide(["more"], !rest.length);
}

function groupLine({ kind, name, total, results }) {
  const made = copy("search-results__group");
  made.firstChild.textContent = `${name} ${total}`;
  made.append(...results.map(({ url, title: text }) => link(text, { url: root + url })));
  if (total > results.length) made.append(link("全部", { ...ALL, kind }));
  return made;
}

function showFacets(facets, options) {
  for (const facet of part("facets").children) {
    const { list, key } = facet.dataset;
    facet.hidden = facets[list].length < (options[key] ? 1 : 2);
    facet.lastElementChild.replaceChildren(...facets[list].map(({ value, name, total }) => {
      const made = copy("search-results__entry");
      const here = made.firstChild;
      const isHere = options[key] === value;
      here.href = address({ kind: "", [key]: isHere ? "" : value });
      here.firstChild.data = name;
      here.lastChild.textContent = total;
      if (isHere) here.setAttribute("aria-current", "true");
      return made;
    }));
  }
  hide(["facets"], [...part("facets").children].every((facet) => facet.hidden));
}

// Where the words stand deep in a long text, the lead was shown first.
function showSnippets(snippets) {
  const summaries = part("list").querySelectorAll(".news-row__summary");
  snippets.forEach((snippet, at) => { if (snippet) summaries[at].replaceChildren(...marked(unrepeated(snippet))); });
}

function showFurther(found) {
  hide(["further"], !found);
  if (!found) return;
  const { parts, total } = found;
  fill("further", ["把这几个字分开查找：", link(`${listed(parts)}，${total}篇`, { q: parts.join(" ") })]);
}

function pages(here, last) {
  if (last < 2) return [];
  const made = copy("pagination");
  const [other, current] = made.querySelectorAll("li");
  const led = (way, page) => {
    way.href = address({ page: page > 1 ? page : "" });
    if (page < 1 || page > last) way.remove();
    return way;
  };
  const near = [-2, -1, 0, 1, 2].map((step) => here + step).filter((page) => page > 0 && page <= last);
  made.querySelector("ol").replaceChildren(...near.map((page) => {
    const entry = (page === here ? current : other).cloneNode(true);
    led(entry.firstChild, page).childNodes[1].data = page;
    return entry;
  }));
  led(made.querySelector("[rel=prev]"), here - 1);
  led(made.querySelector("[rel=next]"), here + 1);
  return [made];
}

function search(q) {
  return go(q.trim() ? `?${new URLSearchParams({ q })}` : location.pathname);
}

box.addEventListener("submit", (event) => {
  event.preventDefault();
  search(words.value);
});

part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  part("form").open = false;
  load().then(({ module }) => module("form")).then(({ written }) => search(written(event.target))).then(look, tell);
});

part("retry").addEventListener("click", () => run().then(() => {
  if (part("retry").hidden || part("fault").hidden) look(); // The button is gone, and the focus with it.
}));

box.closest("main").addEventListener("click", (event) => {
  const to = event.target.closest("a[href^='?']");
  if (!to || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(to.getAttribute("href")).then(look);
});

addEventListener("popstate", () => {
  if (location.search !== shownFor) run().then(comeBack);
});

addEventListener("pagehide", () => history.replaceState({ top: scrollY }, ""));

history.scrollRestoration = "manual"; // The list comes too late for it.
hide(["needs"]);
hide(["form"], false);
if (isWide) {
  for (const facet of part("facets").children) facet.open = true;
}
run().then(comeBack);
