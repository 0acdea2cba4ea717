// Finds what is in the index beside it: see plugins/search.
// Pairs that so many documents hold have no places.
const FEW = 16;
// Documents after which places go on in another file.
const FILED = 512;
// Of a phrase that are asked for at once.
const PAIRS = 4;
// Documents that are looked into whatever it costs: most are shown anyway.
const FREE = 5;
const ON_PAGE = 10;
const HARDLY_ANY = 5;
const LONGEST = 500;
// Milliseconds after which a file that has not come is given up, to be asked for anew.
const STALLED = 15000;
const JOINT = "¶";
// Every character that is neither letter nor digit.
const OTHER = "·";
const SECOND = 2 ** 21;
const BLOCK = 2 ** 8;
const LATIN = 2 ** 7;
const TWO_LATIN = 0x110000;
// Bytes to be expected: of a response, a text, a shard by the root of the documents, and places by the kind of an entry.
const HEADER = 250;
const TEXT = 2000;
const SHARD = 32;
const PLACES = [1.3, 2.6, 4, 9, 2, 4.5, 7.5, 14];
// More times weigh no more.
const MANY = 99;
const TITLE = 1000;
const WEIGHTS = [1, 2, 3.5, 6, TITLE + 1, TITLE + 3, TITLE + 6, TITLE + 10];
const FIELD = "[标標][题題]|[单單]位|[栏欄]目|署名|年份";
const BEFORE = 16;
const SNIPPET = 78;
// Also what a browser or Python does not know yet.
const WORD = /[\p{L}\p{N}\u{20000}-\u{3fffd}]/u;

let base = "";
let manifest = null;
let tries = 0;
let mode = "default";
let again = 0;
let files = new Map();
let last = { query: null };

const failure = (kind) => Object.assign(new Error(kind), { kind });

async function fetched(name) {
  let answer;
  try {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), STALLED);
    answer = await fetch(`${base}search/${name}.gz`, { cache: mode, signal: stop.signal });
    if (!answer.ok) throw failure("network");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // A host that has inflated it.
    if (bytes[0] !== 31 || bytes[1] !== 139) return bytes;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw failure("network");
  }
}

function once(name, read) {
  const key = `${name} ${read.name}`;
  if (!files.has(key)) {
    const file = fetched(name).then(read);
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
  await reopen("no-cache");
  mode = "default";
}

async function reopen(cache) {
  const before = [files, mode];
  [files, mode] = [new Map(), cache];
  manifest = await once("manifest", asManifest).catch((error) => {
    [files, mode] = before;
    throw error;
  });
  last = { query: null };
}

// Characters

const forms = new Map([[JOINT, JOINT.repeat(32)], ["\n", OTHER]]);

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
  const piece = new RegExp(`(-)?(?:(${FIELD})[:：])?(?:[“”"]([^“”"]*)[“”"]?|([^ “”"]+))`, "gu");
  const found = { parts: [], excluded: [], fields: [], barred: [], loose: [] };
  for (const [, minus, field, quoted, run] of plain.matchAll(piece)) {
    const written = quoted || run || "";
    const phrase = trimmed(written);
    if (!phrase) continue;
    if (field) (minus ? found.barred : found.fields).push([normal(field), written]);
    else (minus ? found.excluded : found.parts).push(phrase);
    if (run && !field && !minus) found.loose.push(phrase);
  }
  return found;
}

// The pair at a place; where it goes on behind the end, all that may be meant: first characters from one to another.
function unitAt(characters, at) {
  const code = (place) => (WORD.test(characters[place] ?? "") ? characters[place].codePointAt(0) : 0);
  let [first, second, size] = [code(at), code(at + 1), 2];
  if (!first) return null;
  if (second && Math.max(first, second) < LATIN) {
    [first, second, size] = [TWO_LATIN + first * LATIN + second, code(at + 2), 3];
  }
  const unit = { at, end: at + size - (second ? 0 : 1), pair: first * SECOND + second };
  if (at + size > characters.length) {
    unit.ranges = [[first, first + 1]];
    if (first < LATIN) unit.ranges.push([first, first + 1].map((one) => TWO_LATIN + one * LATIN));
  }
  return unit;
}

// The pairs that cover a phrase, with their places; some are only asked for where the others leave too much.
function unitsOf(phrase) {
  const characters = [...phrase];
  const all = [];
  for (let at = 0; at < characters.length; at++) {
    const unit = unitAt(characters, at);
    if (!unit) {
      const before = all[all.length - 1];
      // That a word ends here is told by its last character alone.
      if (before.end === at && before.pair % SECOND) all.push({ ...unitAt(characters, at - 1), isEnd: true });
      continue;
    }
    const earlier = unit.ranges ? [1, 2].map((back) => unitAt(characters, at - back)) : [];
    const others = earlier.filter((one) => one && one.end >= unit.end);
    all.push(others.find((one) => !one.ranges) ?? others[0] ?? unit);
    at = unit.end - 1;
  }
  const steps = all.length - 1;
  const isLater = ({ ranges, isEnd }, index) =>
    steps && (ranges || isEnd || (steps >= PAIRS && (index * (PAIRS - 1)) % steps >= PAIRS - 1));
  const units = all.filter((unit, index) => !isLater(unit, index));
  // Of several signs in a row only the text tells that they are no words.
  const isRough = /[^\p{L}\p{N}]{2}/u.test(phrase);
  return { phrase, units, later: all.filter(isLater), isWhole: !steps, isRough };
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

function pairsIn(reader, scale) {
  const count = reader.next();
  const pairs = reader.some(count);
  let first = 0;
  return pairs.map((step) => (first += step)).map((one) => one * scale + reader.next());
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
  once(`${segment.name}/keys`, (bytes) => pairsIn(opened(segment, bytes), SECOND / BLOCK));

const shardOf = (segment, number) =>
  once(`${segment.name}/${number}`, (bytes) => {
    const reader = opened(segment, bytes);
    const pairs = pairsIn(reader, SECOND);
    const lists = reader.some(pairs.length).map((count) => reader.some(count));
    const files = [];
    let before = 0;
    const places = lists.map((list, index) => {
      if (list.length <= FEW && pairs[index] < TWO_LATIN * SECOND) return null;
      const at = Math.floor(before / FILED);
      const file = (files[at] ??= { name: `${segment.name}/${number}-${at}`, bytes: HEADER, before });
      for (const entry of list) file.bytes += PLACES[entry & 7];
      before += list.length;
      return { file, skipped: before - list.length - file.before };
    });
    return { pairs, lists, places };
  });

const rangesOf = ({ pair, ranges }) =>
  (ranges ?? [[pair / SECOND, (pair + 1) / SECOND]]).map((ends) => ends.map((one) => one * SECOND));

function shardsFor(keys, unit) {
  const numbers = new Set();
  for (const [from, to] of rangesOf(unit)) {
    const first = Math.max(0, upTo(keys, Math.floor(from / BLOCK)));
    for (let at = first; at < keys.length && keys[at] * BLOCK < to; at++) numbers.add(keys[at]);
  }
  return [...numbers];
}

// Who holds a pair, and the lists that say so; null: nobody.
async function postings(segment, unit) {
  const numbers = shardsFor(await keysOf(segment), unit);
  const documents = new Map();
  const lists = [];
  for (const shard of await Promise.all(numbers.map((number) => shardOf(segment, number)))) {
    shard.pairs.forEach((pair, index) => {
      if (!rangesOf(unit).some(([from, to]) => from <= pair && pair < to)) return;
      const held = [];
      let number = 0;
      for (const entry of shard.lists[index]) {
        held.push((number += entry >> 3));
        documents.set(number, Math.max(entry & 7, documents.get(number) ?? 0));
      }
      lists.push({ held, places: shard.places[index] });
    });
  }
  return documents.size ? { documents, lists } : null;
}

// Places in documents, each twice its number, plus one in a title; `rare` are those of which not all are known.
async function placesOf(segment, { lists }) {
  const found = new Map();
  const rare = new Set();
  const read = async ({ held, places }) => {
    if (!places) return held.forEach((number) => rare.add(number));
    const bytes = await once(places.file.name, (all) => opened(segment, all) && all);
    const reader = new Reader(bytes, 4);
    for (let skip = 0; skip < places.skipped; skip++) placesAt(reader);
    for (const number of held) found.set(number, [...(found.get(number) ?? []), ...placesAt(reader)]);
  };
  await Promise.all(lists.map(read));
  return { found, rare };
}

function placesAt(reader) {
  const places = [];
  let place = 0;
  for (;;) {
    const value = reader.next();
    place += value >> 2;
    places.push(place * 2 + ((value >> 1) & 1));
    if (value & 1) return places;
  }
}

// Texts are named by their month: see pages.py.
function asManifest(bytes) {
  const read = asJson(bytes);
  for (const segment of read.segments) {
    let first = -segment.before;
    segment.months = Object.entries(segment.runs).flatMap(([run, counts]) =>
      counts.map((count, part) => ({ run, name: `text/${run}/${part + 1}-`, first: (first += count) - count })),
    );
    segment.firsts = segment.months.map((month) => month.first);
  }
  return read;
}

const monthOf = ({ months, firsts }, number) => months[upTo(firsts, number)];

function nameOf(segment, number) {
  const { name, first } = monthOf(segment, number);
  return name + (number - first);
}

// The year of an item, the kind of anything else.
const runOf = (segment, number) => monthOf(segment, number).run;

const headOf = (segment, number) =>
  once(nameOf(segment, number), (bytes) => {
    const [url, date, column, titles, text, traditional, isLong] = asJson(bytes);
    const kind = isOfNames(segment) ? runOf(segment, number) : "items";
    const pairs = [...traditional];
    for (let at = 0; at < pairs.length; at += 2) forms.set(pairs[at], pairs[at + 1]);
    const title = titles.split(JOINT)[0];
    return { kind, url, title, date, column, titles, text, isLong, traditional };
  });

async function textOf(segment, number) {
  const head = await headOf(segment, number);
  if (!head.whole) {
    const rest = head.isLong ? await json(`${nameOf(segment, number)}-rest`) : "";
    const text = head.text + rest;
    Object.assign(head, { text, isLong: 0, whole: normal(head.titles + JOINT + text) });
  }
  return head;
}

// Matching

const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
const isThere = (name) => files.has(`${name} `);

const costOfTexts = (segment, numbers) =>
  (numbers.filter((number) => !isThere(nameOf(segment, number))).length - FREE) * TEXT;

function costOfPlaces(pairs) {
  const wanted = pairs.flatMap(({ list }) => list.lists.flatMap(({ places }) => places?.file ?? []));
  return sum([...new Set(wanted)].map((file) => (isThere(file.name) ? 0 : file.bytes)));
}

// Where a phrase stands in each of some documents: a weight. What costs least is loaded first.
async function standing(segment, phrase, lists, wanted) {
  const found = new Map();
  if (phrase.isWhole) {
    for (const number of wanted) found.set(number, WEIGHTS[lists[0].documents.get(number)]);
    return found;
  }
  const left = phrase.units.map((unit, index) => ({ unit, list: lists[index] }));
  // Where the phrase may begin.
  const starts = new Map(Array.from(wanted, (number) => [number, null]));
  const unsure = new Set();
  const keys = await keysOf(segment);
  const shards = sum(phrase.later.map((unit) => shardsFor(keys, unit).length));
  for (let later = phrase.later; ; ) {
    const open = [...starts.keys()].filter((one) => phrase.isRough || left.length || later.length || unsure.has(one));
    const texts = costOfTexts(segment, open);
    const places = left.length ? costOfPlaces(left) : Infinity;
    if (later.length && 3 * shards * (HEADER + SHARD * Math.sqrt(segment.count)) < Math.min(texts, places)) {
      const more = await Promise.all(later.map((unit) => postings(segment, unit)));
      if (more.includes(null)) return found;
      more.forEach((list, index) => left.push({ unit: later[index], list }));
      for (const number of starts.keys()) {
        if (!more.every((list) => list.documents.has(number))) starts.delete(number);
      }
      later = [];
    } else if (texts > places) {
      left.sort((one, other) => costOfPlaces([one]) - costOfPlaces([other]));
      await narrow(segment, starts, unsure, left.splice(0, starts.size === wanted.size ? 2 : 1));
    } else {
      await lookInto(segment, phrase, open, found);
      for (const number of open) starts.delete(number);
      for (const [number, at] of starts) found.set(number, weightOf(at.length, at.some((place) => place & 1)));
      return found;
    }
  }
}

// Leave the starts that places of some pairs allow; where these are not all known, the text may have to tell.
async function narrow(segment, starts, unsure, pairs) {
  const all = await Promise.all(pairs.map(({ list }) => placesOf(segment, list)));
  pairs.forEach(({ unit }, index) => {
    const { found, rare } = all[index];
    for (const [number, known] of starts) {
      const here = (found.get(number) ?? []).map((place) => place - unit.at * 2);
      const both = known?.filter((place) => here.includes(place)) ?? here;
      if (rare.has(number)) unsure.add(number);
      if (both.length) starts.set(number, both);
      else if (!unsure.has(number)) starts.delete(number);
    }
  });
}

const weightOf = (times, isTitled) => Math.min(times, MANY) + (isTitled ? TITLE : 0);

async function lookInto(segment, { phrase }, numbers, found) {
  const texts = await Promise.all(numbers.map((number) => textOf(segment, number)));
  texts.forEach((text, index) => {
    let times = 0;
    for (let at = -1; (at = text.whole.indexOf(phrase, at + 1)) >= 0; ) times++;
    if (times) found.set(numbers[index], weightOf(times, normal(text.titles).includes(phrase)));
  });
}

const heldByAll = (sets) => {
  const [least, ...others] = [...sets].sort((one, other) => one.size - other.size);
  return new Set([...least.keys()].filter((number) => others.every((set) => set.has(number))));
};

// Who holds all phrases: number -> weight of each phrase.
async function holding(segment, phrases) {
  const lists = await Promise.all(
    phrases.map(({ units }) =>
      Promise.all(units.map((unit) => postings(segment, unit))),
    ),
  );
  if (lists.flat().includes(null)) return new Map();
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

const byScore = (one, other) =>
  other.score - one.score || other.order - one.order || other.number - one.number;

async function matchesOf(plan) {
  const phrases = plan.parts.map((part) => unitsOf(part));
  for (const [field, text] of plan.fields) {
    if (field === "标题") phrases.push({ ...unitsOf(trimmed(text)), inTitle: true });
  }
  const excluded = plan.excluded.map((part) => unitsOf(part));
  for (const [field, text] of plan.barred) {
    if (field === "标题") excluded.push({ ...unitsOf(trimmed(text)), inTitle: true });
  }
  const testsOf = (fields) => Promise.all(fields.map(([field, text]) => testOf(field, text)));
  const tests = await testsOf(plan.fields);
  const bars = await testsOf(plan.barred);
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
        if (bars.some((test) => test && test(order, number))) continue;
        some.push({ segment, order, number, score: sum(weights) });
      }
      return some;
    }),
  );
  return found.flat().sort(byScore);
}

// Filters: each is a function of a segment's place and a document's number

const running = (steps) => {
  let number = 0;
  // None for what only looks like a slug.
  return new Set(Array.from(steps, (step) => (number += step)));
};

function inSome(lists) {
  const sets = lists.map((some) => some.map(running));
  return (order, number) => sets[order].some((set) => set.has(number));
}

async function facetFiles(name) {
  return Promise.all(
    manifest.segments.map(async (segment) => {
      const read = await json(`${segment.name}/${name}`);
      if (read.roster !== segment.roster) throw failure("stale");
      return read;
    }),
  );
}

const isOfNames = (segment) => segment.name === "names";

const itemsOf = (found) => found.filter((one) => !isOfNames(one.segment));

// 2022, 2021-2023, from 2022- or 2022以来 on, up to -2022; several with a comma or 或 between.
const spanOf = (text) => {
  const [from, to] = text.match(/\d{4}/g) ?? ["~", "no year"];
  if (to) return [from, to];
  const isFrom = /\d年?([-–—~至到]|以来)$/u.test(text);
  return [/^[-–—~至到]/u.test(text) ? "" : from, isFrom ? "~" : from];
};

function testYears(text) {
  const spans = text.normalize("NFKC").replace(/ /g, "").split(/[,、;或]/u).map(spanOf);
  return (order, number) => {
    const segment = manifest.segments[order];
    const year = runOf(segment, number);
    return !isOfNames(segment) && spans.some(([from, to]) => from <= year && year <= to);
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
  const wanted = trimmed(text);
  if (field === "署名") {
    const bylines = await facetFiles("bylines");
    const signed = (names) => Object.keys(names).filter((name) => normal(name).includes(wanted));
    return inSome(bylines.map(({ names }) => signed(names).map((name) => names[name])));
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

function snippet({ text, isLong }, parts) {
  const found = marked(text, parts);
  const hit = Math.max(0, found.characters.findIndex((_, index) => found.hits.has(index)));
  let start = Math.max(0, hit - BEFORE);
  for (let at = start; at < hit; at++) if (/[。！？；\n]/u.test(found.characters[at])) start = at + 1;
  const end = Math.min(found.characters.length, start + SNIPPET);
  const cut = pieces(found, start, end);
  if (start > 0) cut.unshift(["…", false]);
  if (isLong || end < found.characters.length) cut.push(["…", false]);
  return cut;
}

async function shown(one, parts, told) {
  const text = await headOf(one.segment, one.number);
  const whole = normal(text.titles + JOINT + text.text);
  if (!again && !told && !text.isLong && !parts.every((part) => whole.includes(part))) throw failure("stale");
  const { kind, url, date, column } = text;
  return {
    kind,
    url,
    date,
    column,
    title: pieces(marked(text.title, parts)),
    snippet: kind === "items" ? snippet(text, parts) : [],
    traditional: (text.traditional.match(/../gu) ?? []).filter((pair) => parts.join("").includes(pair[1])).join(""),
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
      const texts = await Promise.all(some.slice(0, 3).map((one) => headOf(one.segment, one.number)));
      const results = texts.map(({ url, title }) => ({ url, title }));
      return { kind, name: manifest.kinds[kind], total: some.length, results };
    }),
  );
}

async function chosen(found, options) {
  const { kind = "items", sort = "relevance", page = 1 } = options;
  const tests = Object.values(await filtersOf(options));
  const items = passing(itemsOf(found), tests);
  let some = items;
  if (kind !== "items") {
    some = found.filter((one) => isOfNames(one.segment) && runOf(one.segment, one.number) === kind);
  }
  if (sort === "date") {
    some = [...some].sort((one, other) => other.order - one.order || other.number - one.number);
  }
  const here = some.slice((page - 1) * ON_PAGE, page * ON_PAGE);
  return { total: items.length, here, isFiltered: tests.some(Boolean) };
}

async function answer({ found, parts, told }, options) {
  const { total, here, isFiltered } = await chosen(found, options);
  const [groups, results] = await Promise.all([
    isFiltered ? [] : groupsOf(found),
    Promise.all(here.map((one) => shown(one, parts, told))),
  ]);
  return { total, groups, results, parts, told };
}

// What only some queries need, or what comes after the results, is in modules of its own.
export const module = (name) =>
  Promise.race([
    import(`./${name}.js${tries ? `?${tries}` : ""}`),
    new Promise((_, fail) => setTimeout(fail, STALLED)),
  ]).catch(() => {
    // A failed import may be remembered; another name asks anew.
    tries++;
    throw failure("network");
  });

// What may be meant where the words as they stand are nowhere.
async function otherwise(way, query, plan) {
  const tools = { manifest, module, matchesOf, postings, unitAt, textOf, parse, once, byScore, itemsOf, facetFiles, TITLE, WORD };
  return (await module("meant"))[way](tools, query, plan);
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
  return (await otherwise("meant", query, plan)) ?? exact;
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
    await reopen("reload");
    again++;
    return await work().finally(() => again--);
  }
}

export const find = (query, options = {}) =>
  fresh(async () => answer(await meaning(query), options));

// Of each result the snippet from the rest of its text, where its beginning holds nothing of what was asked for.
export const snippets = (query, options = {}) =>
  fresh(async () => {
    const { found, parts } = await meaning(query);
    const { here } = await chosen(found, options);
    return Promise.all(
      here.map(async ({ segment, number }) => {
        const head = await headOf(segment, number);
        const start = normal(head.title + JOINT + head.text);
        if (!head.isLong || parts.some((part) => start.includes(part))) return null;
        return snippet(await textOf(segment, number), parts);
      }),
    );
  });

// Beside the few items that hold a run as it was typed: how many hold its parts.
export const further = (query) =>
  fresh(async () => {
    const exact = await meaning(query);
    const few = itemsOf(exact.found).length;
    return !exact.told && few && few < HARDLY_ANY ? otherwise("further", query, few) : null;
  });

export const facets = (query, options = {}) =>
  fresh(async () => {
    const { counted } = await module("facets");
    const found = itemsOf((await meaning(query)).found);
    const tools = { manifest, json, facetFiles, passing, running, runOf };
    return counted(tools, found, await filtersOf(options));
  });

export const suggest = (text) =>
  fresh(async () => {
    const { suggested } = await module("suggest");
    return suggested({ manifest, matchesOf, headOf, learnVariants, trimmed, isOfNames, runOf }, text);
  });
