// Finds what is in the index beside it: see plugins/search.
const FEW = 16; // pairs that so many documents hold have no places
const LOOKED_INTO = 8; // documents whose texts are quicker loaded than places
const ON_PAGE = 10;
const HARDLY_ANY = 5;
const LONGEST = 500;
const JOINT = "¶";
const OTHER = "·"; // every character that is neither letter nor digit
const SECOND = 2 ** 21;
const TITLE = 1000;
const WEIGHTS = [1, 2, 3.5, 6, TITLE + 1, TITLE + 3, TITLE + 6, TITLE + 10];
const FIELD = "标题|单位|栏目|署名|年份";
const BEFORE = 16;
const SNIPPET = 78;
const WORD = /[\p{L}\p{N}]/u;

let base = "";
let manifest = null;
let files = new Map();
let last = { query: null };

const failure = (kind) => Object.assign(new Error(kind), { kind });

async function fetched(name, cache) {
  let answer;
  try {
    answer = await fetch(`${base}search/${name}.gz`, { cache });
    if (!answer.ok) throw failure("network");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes[0] !== 31 || bytes[1] !== 139) return bytes; // a host that has inflated it
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw failure("network");
  }
}

function once(name, read, cache = "default") {
  const key = `${name} ${read.name}`;
  if (!files.has(key)) {
    const file = fetched(name, cache).then(read);
    file.catch(() => files.delete(key));
    files.set(key, file);
  }
  return files.get(key);
}

const asJson = (bytes) => JSON.parse(new TextDecoder("gbk").decode(bytes));
const json = (name) => once(name, asJson);

export async function open(where) {
  if (typeof DecompressionStream === "undefined") throw failure("unsupported");
  if (where === base && manifest) return;
  base = where;
  files = new Map();
  last = { query: null };
  manifest = await json("manifest");
}

async function reopen() {
  files = new Map();
  last = { query: null };
  manifest = await once("manifest", asJson, "reload");
}

// Characters

const forms = new Map([[JOINT, JOINT.repeat(32)]]);

function formOf(character) {
  let form = forms.get(character);
  if (form === undefined) {
    const seen = character.normalize("NFKC").toLowerCase().replace(/[\p{Z}\p{Cc}\p{Cf}]/gu, "");
    form = Array.from(seen, (one) => (WORD.test(one) ? (forms.get(one) ?? one) : OTHER)).join("");
    forms.set(character, form);
  }
  return form;
}

const normal = (text) => Array.from(text, formOf).join("");
const trimmed = (text) => normal(text).replace(/^[·¶]+|[·¶]+$/g, "");

let simple = null;

// A character that the standard of simplified texts lacks may be a traditional one.
function isDoubtful(character) {
  if (!simple) {
    const codes = [];
    for (let high = 0xb0; high < 0xf8; high++) {
      for (let low = 0xa1; low < 0xff; low++) codes.push(high, low);
    }
    simple = new Set(new TextDecoder("gbk").decode(new Uint8Array(codes)));
  }
  return /\p{Script=Han}/u.test(character) && !simple.has(character);
}

async function learnVariants(text) {
  if (![...text.normalize("NFKC")].some(isDoubtful)) return;
  const [from, to] = (await json("simplified")).map((some) => [...some]);
  from.forEach((one, index) => forms.set(one, to[index]));
}

// Queries

export function parse(query) {
  const readable = [...query].slice(0, LONGEST).join("");
  const plain = readable.replace(/\p{Cf}/gu, "").replace(/[\p{Z}\p{Cc}]/gu, " ");
  const piece = new RegExp(`(?:(-)|(${FIELD})[:：])?(?:[“”"]([^“”"]*)[“”"]?|([^ “”"]+))`, "gu");
  const found = { parts: [], excluded: [], fields: [], loose: [] };
  for (const [, minus, field, quoted, run] of plain.matchAll(piece)) {
    const written = quoted || run || "";
    const phrase = trimmed(written);
    if (!phrase) continue;
    if (field) found.fields.push([field, written]);
    else (minus ? found.excluded : found.parts).push(phrase);
    if (run && !field && !minus) found.loose.push(phrase);
  }
  return found;
}

// The pairs that cover a phrase, with their places; a single character is the beginning of many.
function unitsOf(phrase, all = false) {
  const characters = [...phrase];
  const units = [];
  let start = 0;
  while (start < characters.length) {
    let end = start;
    while (end < characters.length && WORD.test(characters[end])) end++;
    const pair = (at) => {
      const second = at + 1 < end ? characters[at + 1].codePointAt(0) : 0;
      units.push({ at, pair: characters[at].codePointAt(0) * SECOND + second });
    };
    if (end - start === 1) {
      pair(start);
      units[units.length - 1].alone = end === characters.length;
    } else {
      for (let at = start; at < end - 1; at += all ? 1 : 2) pair(at);
      if (!all && end > start && (end - start) % 2) pair(end - 2);
    }
    start = end + 1;
  }
  return { phrase, units, isWhole: units.length === 1 && characters.length <= 2 };
}

// Files

class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }
  next() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }
  some(count) {
    const values = new Array(count);
    for (let index = 0; index < count; index++) values[index] = this.next();
    return values;
  }
}

function opened(segment, bytes) {
  const roster = Array.from(bytes.slice(0, 4), (byte) => byte.toString(16).padStart(2, "0"));
  if (roster.join("") !== segment.roster) throw failure("stale");
  return new Reader(bytes, 4);
}

function pairsIn(reader) {
  const count = reader.next();
  const pairs = reader.some(count);
  let first = 0;
  return pairs.map((step) => (first += step)).map((one) => one * SECOND + reader.next());
}

// The last of sorted numbers that is not above a value.
function upTo(numbers, value) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const keysOf = (segment) =>
  once(`${segment.name}/keys`, (bytes) => pairsIn(opened(segment, bytes)));

const shardOf = (segment, number) =>
  once(`${segment.name}/${number}`, (bytes) => {
    const reader = opened(segment, bytes);
    const pairs = pairsIn(reader);
    const holders = reader.some(pairs.length);
    const lists = holders.map((count) => reader.some(count));
    let before = 0;
    const skipped = holders.map((count) => {
      const own = before;
      if (count > FEW) before += count;
      return own;
    });
    return { pairs, lists, skipped, number };
  });

async function postings(segment, unit) {
  const keys = await keysOf(segment);
  if (unit.alone) return beginningWith(segment, keys, unit.pair);
  const number = upTo(keys, unit.pair);
  if (number < 0) return null;
  const shard = await shardOf(segment, number);
  const index = shard.pairs.indexOf(unit.pair);
  return index < 0 ? null : listed(shard, index);
}

function listed(shard, index) {
  const documents = new Map();
  let number = 0;
  for (const entry of shard.lists[index]) documents.set((number += entry >> 3), entry & 7);
  return { documents, number: shard.number, skipped: shard.skipped[index] };
}

async function beginningWith(segment, keys, pair) {
  const end = pair - (pair % SECOND) + SECOND;
  const numbers = [];
  for (let at = Math.max(0, upTo(keys, pair - 1)); at < keys.length && keys[at] < end; at++) {
    numbers.push(at);
  }
  const shards = await Promise.all(numbers.map((number) => shardOf(segment, number)));
  const documents = new Map();
  for (const shard of shards) {
    shard.pairs.forEach((one, index) => {
      if (one < pair - (pair % SECOND) || one >= end) return;
      for (const [document, kind] of listed(shard, index).documents) {
        documents.set(document, Math.max(kind, documents.get(document) ?? 0));
      }
    });
  }
  return documents.size ? { documents } : null;
}

// Places in the wanted documents, each twice its number, plus one in a title.
async function placesOf(segment, list, wanted) {
  const reader = await once(`${segment.name}/${list.number}-places`, (bytes) => {
    opened(segment, bytes);
    return bytes;
  }).then((bytes) => new Reader(bytes, 4));
  const found = new Map();
  const walk = (keep) => {
    const places = [];
    let place = 0;
    for (;;) {
      const value = reader.next();
      place += value >> 2;
      if (keep) places.push(place * 2 + ((value >> 1) & 1));
      if (value & 1) return places;
    }
  };
  for (let skip = 0; skip < list.skipped; skip++) walk(false);
  for (const document of list.documents.keys()) {
    const isWanted = wanted.has(document);
    const places = walk(isWanted);
    if (isWanted) found.set(document, places);
  }
  return found;
}

const textOf = (segment, number) =>
  once(`${segment.name}/text/${number}`, (bytes) => {
    const [url, date, column, titles, text, traditional] = asJson(bytes);
    const kind = isOfNames(segment) ? runOf(segment, number) : "items";
    const pairs = [...traditional];
    for (let at = 0; at < pairs.length; at += 2) forms.set(pairs[at], pairs[at + 1]);
    const title = titles.split(JOINT)[0];
    return { kind, url, title, date, column, titles, text, whole: normal(titles + JOINT + text) };
  });

// Matching

// Where a phrase stands in each of some documents: places as above.
async function standing(segment, phrase, lists, wanted) {
  const found = new Map();
  if (phrase.isWhole) {
    for (const number of wanted) found.set(number, WEIGHTS[lists[0].documents.get(number)]);
    return found;
  }
  const few = wanted.size <= LOOKED_INTO || lists.some((list) => list.documents.size <= FEW);
  const numbers = [...wanted];
  if (few || lists.some((list) => list.number === undefined)) {
    const texts = await Promise.all(numbers.map((number) => textOf(segment, number)));
    texts.forEach((text, index) => {
      const times = text.whole.split(phrase.phrase).length - 1;
      const isTitled = normal(text.titles).includes(phrase.phrase);
      if (times) found.set(numbers[index], isTitled ? TITLE + times : times);
    });
    return found;
  }
  const all = await Promise.all(lists.map((list) => placesOf(segment, list, wanted)));
  for (const number of numbers) {
    const others = all.slice(1).map((places) => new Set(places.get(number)));
    const starts = all[0].get(number).filter((place) =>
      others.every((set, index) => {
        const away = (phrase.units[index + 1].at - phrase.units[0].at) * 2;
        return set.has(place + away);
      }),
    );
    if (starts.length) found.set(number, starts.length + (starts[0] & 1 ? TITLE : 0));
  }
  return found;
}

const heldByAll = (sets) => {
  const [least, ...others] = [...sets].sort((one, other) => one.size - other.size);
  return new Set([...least.keys()].filter((number) => others.every((set) => set.has(number))));
};

// Who holds all phrases: number -> weight of each phrase.
async function holding(segment, phrases) {
  const lists = await Promise.all(
    phrases.map((phrase) => Promise.all(phrase.units.map((unit) => postings(segment, unit)))),
  );
  if (lists.flat().some((list) => !list)) return new Map();
  let wanted = heldByAll(lists.flat().map((list) => list.documents));
  const weights = [];
  for (const [index, phrase] of phrases.entries()) {
    if (!wanted.size) return new Map();
    const found = await standing(segment, phrase, lists[index], wanted);
    if (phrase.inTitle) found.forEach((weight, number) => weight < TITLE && found.delete(number));
    weights.push(found);
    wanted = new Set([...wanted].filter((number) => found.has(number)));
  }
  const entries = [...wanted].map((number) => [number, weights.map((found) => found.get(number))]);
  return new Map(entries);
}

const scored = (weights) =>
  weights.reduce((sum, weight) => sum + (weight >= TITLE ? TITLE : 0) + Math.min(weight % TITLE, 99), 0);

const byScore = (one, other) =>
  other.score - one.score || other.order - one.order || other.number - one.number;

async function matchesOf(plan) {
  const phrases = plan.parts.map((part) => unitsOf(part));
  for (const [field, text] of plan.fields) {
    if (field === "标题") phrases.push({ ...unitsOf(trimmed(text)), inTitle: true });
  }
  const excluded = plan.excluded.map((part) => unitsOf(part));
  const tests = await Promise.all(plan.fields.map(([field, text]) => testOf(field, text)));
  const found = await Promise.all(
    manifest.segments.map(async (segment, order) => {
      const held = phrases.length
        ? await holding(segment, phrases)
        : new Map(Array.from({ length: segment.count }, (_, number) => [number, []]));
      const out = await Promise.all(excluded.map((phrase) => holding(segment, [phrase])));
      const some = [];
      for (const [number, weights] of held) {
        if (out.some((set) => set.has(number))) continue;
        if (!tests.every((test) => !test || test(order, number))) continue;
        some.push({ segment, order, number, score: scored(weights) });
      }
      return some;
    }),
  );
  return found.flat().sort(byScore);
}

// Filters: each is a function of a segment's place and a document's number

const running = (steps) => {
  let number = 0;
  return new Set(steps.map((step) => (number += step)));
};

function inSome(lists) {
  const sets = lists.map((some) => some.map(running));
  return (order, number) => sets[order].some((set) => set.has(number));
}

async function facetFiles(name) {
  return Promise.all(manifest.segments.map((segment) => json(`${segment.name}/${name}`)));
}

// The kind of a name, the year of an item: numbers are in their order.
const runOf = ({ runs }, number) => Object.keys(runs).filter((one) => runs[one] <= number).pop();

const isOfNames = (segment) => segment.name === "names";

const itemsOf = (found) => found.filter((one) => !isOfNames(one.segment));

function testYears(text) {
  const years = normal(text).match(/\d{4}/g);
  if (!years) return () => false;
  const [from, to = from] = years.map(Number);
  return (order, number) => {
    const segment = manifest.segments[order];
    const year = Number(runOf(segment, number));
    return !isOfNames(segment) && from <= year && year <= to;
  };
}

async function testSlugs(kind, slugs) {
  const facets = await facetFiles("facets");
  if (kind === "columns") {
    return (order, number) => {
      const one = facets[order];
      return slugs.includes(one.columns[one.column.charCodeAt(number) - 48]);
    };
  }
  return inSome(facets.map((one) => slugs.map((slug) => one.organisations[slug] ?? [])));
}

async function testOf(field, text) {
  if (field === "标题") return null;
  if (field === "年份") return testYears(text);
  const wanted = normal(text);
  if (field === "署名") {
    const bylines = await facetFiles("bylines");
    const signed = (names) => Object.keys(names).filter((name) => normal(name).includes(wanted));
    return inSome(bylines.map((names) => signed(names).map((name) => names[name])));
  }
  const kind = field === "栏目" ? "columns" : "organisations";
  const labels = (await json("labels"))[kind];
  const slugs = Object.keys(labels).filter((slug) =>
    [labels[slug]].flat().some((name) => normal(name).includes(wanted)),
  );
  return testSlugs(kind, slugs);
}

async function filtersOf({ column, year, organisation }) {
  return {
    columns: column ? await testSlugs("columns", [column]) : null,
    years: year ? testYears(year) : null,
    organisations: organisation ? await testSlugs("organisations", [organisation]) : null,
  };
}

const passing = (found, tests) =>
  found.filter((one) => tests.every((test) => !test || test(one.order, one.number)));

// What is shown

const marked = (text, parts) => {
  const places = [];
  let whole = "";
  Array.from(text).forEach((character, index) => {
    const form = formOf(character);
    for (let unit = 0; unit < form.length; unit++) places.push(index);
    whole += form;
  });
  const hits = new Set();
  for (const part of parts) {
    for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
      for (let index = places[at]; index <= places[at + part.length - 1]; index++) hits.add(index);
    }
  }
  return { characters: Array.from(text), hits };
};

function pieces({ characters, hits }, start = 0, end = characters.length) {
  const cut = [];
  for (let index = start; index < end; index++) {
    const isHit = hits.has(index);
    if (!cut.length || cut[cut.length - 1][1] !== isHit) cut.push(["", isHit]);
    cut[cut.length - 1][0] += characters[index] === "\n" ? " " : characters[index];
  }
  return cut;
}

function snippet(text, parts) {
  const found = marked(text, parts);
  const first = Math.min(...found.hits, found.characters.length);
  const hit = first === found.characters.length ? 0 : first;
  let start = Math.max(0, hit - BEFORE);
  for (let at = start; at < hit; at++) if (/[。！？；\n]/u.test(found.characters[at])) start = at + 1;
  const end = Math.min(found.characters.length, start + SNIPPET);
  const cut = pieces(found, start, end);
  if (start > 0) cut.unshift(["…", false]);
  if (end < found.characters.length) cut.push(["…", false]);
  return cut;
}

async function shown(one, parts) {
  const text = await textOf(one.segment, one.number);
  const { kind, url, date, column } = text;
  return {
    kind,
    url,
    date,
    column,
    title: pieces(marked(text.title, parts)),
    snippet: kind === "items" ? snippet(text.text, parts) : [],
  };
}

async function groupsOf(found) {
  const kinds = new Map();
  for (const one of found) {
    if (!isOfNames(one.segment)) continue;
    const kind = runOf(one.segment, one.number);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const order = Object.keys(manifest.kinds);
  const sorted = [...kinds].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return Promise.all(
    sorted.map(async ([kind, some]) => {
      const texts = await Promise.all(some.slice(0, 3).map((one) => textOf(one.segment, one.number)));
      const results = texts.map(({ url, title }) => ({ url, title }));
      return { kind, name: manifest.kinds[kind], total: some.length, results };
    }),
  );
}

async function answer({ found, parts, told }, options) {
  const { kind = "items", sort = "relevance", page = 1 } = options;
  const tests = Object.values(await filtersOf(options));
  const isFiltered = tests.some(Boolean);
  const items = passing(itemsOf(found), tests);
  const others = found.filter(
    (one) => isOfNames(one.segment) && runOf(one.segment, one.number) === kind,
  );
  let chosen = kind === "items" ? items : others;
  if (sort === "date") {
    chosen = [...chosen].sort((one, other) => other.order - one.order || other.number - one.number);
  }
  const some = chosen.slice((page - 1) * ON_PAGE, page * ON_PAGE);
  const [groups, results] = await Promise.all([
    isFiltered ? [] : groupsOf(found),
    Promise.all(some.map((one) => shown(one, parts))),
  ]);
  return { total: items.length, groups, results, parts, told };
}

// When the words as they stand are nowhere

// A run that was typed without blanks is cut where two characters seldom stand together: first at
// all such places, then at the best one, then at the best two.
async function waysToCut(run) {
  const characters = [...run];
  const { units } = unitsOf(run, true);
  if (characters.length < 4 || units.length !== characters.length - 1) return [];
  const counts = await Promise.all(
    units.map(async (unit) => {
      const lists = await Promise.all(manifest.segments.map((segment) => postings(segment, unit)));
      return lists.reduce((sum, list) => sum + (list ? list.documents.size : 0), 0);
    }),
  );
  const tie = (at) => counts[at] / (Math.min(counts[at - 1], counts[at + 1]) + 1);
  const places = counts.map((_, at) => at).slice(1, -1).sort((one, other) => tie(one) - tie(other));
  const ways = [places.filter((at) => tie(at) < 0.2), ...places.map((at) => [at])];
  places.forEach((one, index) => places.slice(index + 1).forEach((at) => ways.push([one, at])));
  const pieces = ways.map((cuts) => {
    const ends = [...cuts].sort((one, other) => one - other).concat(characters.length - 1);
    return ends.map((end, index) => characters.slice(index ? ends[index - 1] + 1 : 0, end + 1).join(""));
  });
  return pieces.filter((some) => some.length > 1 && some.every((one) => [...one].length > 1));
}

// How wide a part of a text holds all pieces, from one of the first.
function spanOf(whole, pieces) {
  let best = Infinity;
  for (let at = whole.indexOf(pieces[0]); at >= 0; at = whole.indexOf(pieces[0], at + 1)) {
    const ends = pieces.map((piece) => {
      const [before, after] = [whole.lastIndexOf(piece, at), whole.indexOf(piece, at)];
      return before >= 0 && (after < 0 || at - before < after - at) ? before : after;
    });
    best = Math.min(best, Math.max(...ends) - Math.min(...ends));
  }
  return best;
}

// What says all of it early, as a lead does, and near together.
async function nearestFirst(found, pieces) {
  const some = found.slice(0, 2 * ON_PAGE);
  const texts = await Promise.all(some.map((one) => textOf(one.segment, one.number)));
  const costs = new Map(
    some.map((one, index) => {
      const { whole } = texts[index];
      const last = Math.max(...pieces.map((piece) => whole.indexOf(piece)));
      return [one, last + spanOf(whole, pieces) / 3];
    }),
  );
  some.sort((one, other) => costs.get(one) - costs.get(other));
  return [...some, ...found.slice(some.length)];
}

// All pieces anywhere, the nearest together first; where nothing holds all, what holds most.
async function split(plan) {
  const [run] = [...plan.loose].sort((one, other) => other.length - one.length);
  const ways = run ? (await waysToCut(run)).slice(0, 10) : [];
  if (!ways.length) return null;
  const others = plan.parts.filter((part) => part !== run);
  const told = { how: "split", original: plan.parts.join(" ") };
  for (const pieces of ways) {
    const parts = [...others, ...pieces];
    const found = await matchesOf({ ...plan, parts });
    if (!found.length) continue;
    return { found: await nearestFirst(found, pieces), parts, told: { ...told, shown: parts, missing: [] } };
  }
  const pieces = [...others, ...ways[0]];
  const total = manifest.segments.reduce((sum, segment) => sum + segment.count, 0);
  const best = new Map();
  for (const piece of pieces) {
    const found = await matchesOf({ ...plan, parts: [piece] });
    const worth = Math.log(total / (found.length + 1)) + 1;
    for (const one of found) {
      const key = `${one.order}/${one.number}`;
      const known = best.get(key) ?? { ...one, score: 0, most: 0, held: new Set() };
      known.most += worth;
      known.score += worth * (one.score >= TITLE ? 1.5 : 1);
      known.held.add(piece);
      best.set(key, known);
    }
  }
  const most = Math.max(0, ...Array.from(best.values(), (one) => one.most));
  const found = [...best.values()].filter((one) => one.most >= most * 0.99).sort(byScore);
  if (!found.length) return null;
  const parts = pieces.filter((piece) => found[0].held.has(piece));
  const missing = pieces.filter((piece) => !found[0].held.has(piece));
  return { found, parts, told: { ...told, shown: parts, missing } };
}

async function proposed(query) {
  let repair;
  try {
    repair = await import("./repair.js");
  } catch {
    return null;
  }
  const asIs = (bytes) => bytes;
  const io = { load: (name) => once(name, asIs) };
  const all = new Map();
  const [parts, shown] = [[], []];
  let told = "";
  for (const { query: other, how } of await repair.proposals(query, io)) {
    // The first that finds something counts; initials stand for many words, so all of theirs do.
    if (told && (how !== told || how !== "pinyin")) continue;
    const plan = parse(other);
    const found = plan.parts.length ? await matchesOf(plan) : [];
    if (!found.length) continue;
    told = how;
    shown.push(other);
    parts.push(...plan.parts);
    for (const one of found) {
      const key = `${one.order}/${one.number}`;
      if (!all.has(key)) all.set(key, one);
    }
  }
  if (!told) return null;
  return { found: [...all.values()], parts, told: { how: told, shown, missing: [], original: query } };
}

// What a query finds, as it stands or as it may have been meant.
async function meant(query) {
  await learnVariants(query);
  const plan = parse(query);
  const titles = plan.fields.filter(([field]) => field === "标题").map(([, text]) => trimmed(text));
  const exact = { found: [], parts: [...plan.parts, ...titles], told: null };
  if (!plan.parts.length && !plan.fields.length) return exact;
  exact.found = await matchesOf(plan);
  if (exact.found.length) return exact;
  const apart = await split(plan);
  if (apart && !apart.told.missing.length) return apart;
  return (await proposed(query)) ?? apart ?? exact;
}

function meaning(query) {
  if (last.query !== query) {
    const found = meant(query);
    last = { query, found };
    found.catch(() => (last = { query: null }));
  }
  return last.found;
}

// A site that was published anew while a reader was on it: begin with its new files, once.
async function fresh(work) {
  try {
    return await work();
  } catch (error) {
    if (!error.kind) throw error;
    await reopen();
    return work();
  }
}

export const find = (query, options = {}) =>
  fresh(async () => answer(await meaning(query), options));

// Beside the few items that hold a run as it was typed: how many hold its parts.
export const further = (query) =>
  fresh(async () => {
    const exact = await meaning(query);
    const few = itemsOf(exact.found).length;
    const apart = !exact.told && few && few < HARDLY_ANY && (await split(parse(query)));
    const total = apart && !apart.told.missing.length ? itemsOf(apart.found).length : 0;
    return total > few ? { parts: apart.parts, total } : null;
  });

async function countedBy(found, kind, tests) {
  const some = passing(found, tests);
  const counts = new Map();
  const add = (value) => counts.set(value, (counts.get(value) ?? 0) + 1);
  if (kind === "years") {
    for (const one of some) add(runOf(one.segment, one.number));
    const years = [...counts].sort().reverse();
    return years.map(([value, total]) => ({ value, name: `${value}年`, total }));
  }
  const [facets, labels] = await Promise.all([facetFiles("facets"), json("labels")]);
  if (kind === "columns") {
    for (const one of some) {
      const { columns, column } = facets[one.order];
      add(columns[column.charCodeAt(one.number) - 48]);
    }
  } else {
    manifest.segments.forEach((segment, order) => {
      const numbers = some.filter((one) => one.order === order).map((one) => one.number);
      for (const [slug, steps] of Object.entries(facets[order].organisations)) {
        const held = running(steps);
        for (const number of numbers) if (held.has(number)) add(slug);
      }
    });
  }
  const names = labels[kind];
  return [...counts]
    .map(([value, total]) => ({ value, name: [names[value]].flat()[0], total }))
    .sort((one, other) => other.total - one.total);
}

export async function facets(query, options = {}) {
  return fresh(async () => {
    const found = itemsOf((await meaning(query)).found);
    const filters = await filtersOf(options);
    const counted = {};
    for (const kind of Object.keys(filters)) {
      const others = Object.keys(filters).filter((one) => one !== kind);
      counted[kind] = await countedBy(found, kind, others.map((one) => filters[one]));
    }
    return counted;
  });
}

export async function suggest(text) {
  await learnVariants(text);
  const phrase = trimmed(text);
  if (!phrase) return [];
  const plan = { parts: [], excluded: [], fields: [["标题", phrase]] };
  const found = await matchesOf(plan);
  const order = (one) => (isOfNames(one.segment) ? 0 : 1);
  const some = [...found].sort((one, other) => order(one) - order(other)).slice(0, 8);
  const texts = await Promise.all(some.map((one) => textOf(one.segment, one.number)));
  return texts.map(({ kind, url, title }) => ({ kind, name: manifest.kinds[kind], url, title }));
}
