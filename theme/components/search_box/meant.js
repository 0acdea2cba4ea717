// What may be meant where the words as they stand are nowhere: engine.js asks, and hands its own tools.
const LOOKED_AT = 20;
// Some roles are also what a name begins with: 编辑部, 摄影家协会.
const CALLED = new RegExp(
  "^(?:(?:(?:本报|本刊|特约|见习)?记者|(?:本报)?通讯员|作者|撰稿)[\\s:：、/／]*" +
    "|(?:图[/／]?文|摄影|供图|编辑|责编|审核|校对|评论员)[\\s:：、/／]+)+",
  "u",
);
const NAME = /^\p{Script=Han}{2,4}$/u;
const TIED = /^[\p{N}\p{Script=Latin}]{2}$/u; // 2019, 5G, iPhone: none of them is cut
const TYPED = /[^\s“”"]*[“”"][^“”"]*[“”"]?|[^\s“”"]+/gu;
export const BETWEEN = /[，、；;]|,(?!\d)/gu; // between words or names, but not in 3,000

// 通讯员 某某 signs as 某某.
export const withoutRole = (text) => text.replace(CALLED, "");

// Whoever signed items stands in no text; by a name all of theirs are meant, or those that hold the other words too.
async function signed({ matchesOf, facetFiles }, query, plan) {
  const whole = withoutRole(query.trim());
  const words = NAME.test(whole) ? [whole] : plan.loose.filter((word) => NAME.test(word));
  if (!words.length) return null;
  const files = await facetFiles("bylines");
  const known = new Set(files.flatMap(({ names }) => Object.keys(names)));
  const names = words.filter((word) => known.has(word));
  const ways = [names, ...names.map((name) => [name])].slice(names.length > 1 ? 0 : 1);
  for (const some of ways) {
    const isOther = (part) => !some.includes(part) && withoutRole(part);
    const parts = some[0] === whole ? [] : plan.parts.filter(isOther);
    const fields = [...plan.fields, ...some.map((name) => ["署名", name])];
    const found = await matchesOf({ ...plan, parts, fields });
    const isPart = parts.length + fields.length > some.length;
    if (found.length) return { found, parts, told: { how: "byline", shown: some, missing: [], isPart } };
  }
  return null;
}

// A query with its plain words made into others: phrases, fields and what is not wanted stay.
export const eachWord = (query, made) =>
  query.replace(TYPED, (word) => (/^-|[:：“”"]/.test(word) ? word : made(word)));

// 学习、安全 are two words to whoever wrote them so.
const separated = (query) => eachWord(query, (word) => word.replace(BETWEEN, " "));

async function apart(engine, query, plan) {
  const plain = engine.parse(separated(query));
  if (plain.parts.length <= plan.parts.length) return split(engine, plan);
  const found = await engine.matchesOf(plain);
  if (!found.length) return split(engine, plain);
  const { parts } = plain;
  return { found: await nearestFirst(engine, found, parts), parts, told: { how: "split", shown: parts, missing: [] } };
}

// A run that was typed without blanks is cut where two characters seldom stand together: first at
// all such places, then at the best one, then at the best two.
async function waysToCut({ manifest, postings, unitAt, WORD }, run) {
  const characters = [...run];
  if (characters.length < 4 || !characters.every((one) => WORD.test(one))) return [];
  const units = characters.slice(1).map((_, at) => unitAt(characters, at));
  const counts = await Promise.all(
    units.map(async (unit) => {
      const lists = await Promise.all(manifest.segments.map((segment) => postings(segment, unit)));
      return lists.reduce((sum, list) => sum + (list ? list.documents.size : 0), 0);
    }),
  );
  const tie = (at) => counts[at] / (Math.min(counts[at - 1], counts[at + 1]) + 1);
  const places = counts
    .map((_, at) => at)
    .slice(1, -1)
    .filter((at) => !TIED.test(characters[at] + characters[at + 1]))
    .sort((one, other) => tie(one) - tie(other));
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
async function nearestFirst({ textOf }, found, pieces) {
  const some = found.slice(0, LOOKED_AT);
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
async function split(engine, plan) {
  const { manifest, matchesOf, byScore, TITLE } = engine;
  const [run] = [...plan.loose].sort((one, other) => other.length - one.length);
  const ways = run ? (await waysToCut(engine, run)).slice(0, 10) : [];
  if (!ways.length) return null;
  const others = plan.parts.filter((part) => part !== run);
  for (const pieces of ways) {
    const parts = [...others, ...pieces];
    const found = await matchesOf({ ...plan, parts });
    if (!found.length) continue;
    return { found: await nearestFirst(engine, found, pieces), parts, told: { how: "split", shown: parts, missing: [] } };
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
  return { found, parts, told: { how: "split", shown: parts, missing } };
}

// How many more hold the parts of a run than the few that hold it as it stands.
export async function further(engine, query, few) {
  const others = await apart(engine, query, engine.parse(query));
  const total = others && !others.told.missing.length ? engine.itemsOf(others.found).length : 0;
  return total > few ? { parts: others.parts, total } : null;
}

async function proposed({ module, matchesOf, parse, once }, query) {
  const repair = await module("repair").catch(() => null);
  if (!repair) return null;
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
  return { found: [...all.values()], parts, told: { how: told, shown, missing: [] } };
}

export async function meant(engine, query, plan) {
  const theirs = await signed(engine, query, plan);
  if (theirs) return theirs;
  const cut = await apart(engine, query, plan);
  if (cut && !cut.told.missing.length) return cut;
  return (await proposed(engine, query)) ?? cut;
}
