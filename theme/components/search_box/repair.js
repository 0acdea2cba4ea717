// The files are told in plugins/search/repair_pages.py.

const MOST = 8;
const LONGEST = 40;
const HAN = /\p{Script=Han}{2,}(?![:：\p{Script=Han}])/gu;
const LATIN = /[a-z]+(?:[ '’]+[a-z]+)*/g;
const INITIAL = /^([a-hj-tw-z]|[zcs]h)$/;

export async function proposals(query, io) {
  if (query.length > LONGEST) return [];
  const read = {};
  const file = async (name) =>
    (read[name] ??= JSON.parse(new TextDecoder("gbk").decode(await io.load(name))));
  const written = query.normalize("NFKC").toLowerCase().replaceAll("ü", "v");
  const found = new Map();
  const propose = (how, other) => other === written || found.has(other) || found.set(other, how);
  const plain = await simplified(written, file);
  propose("variant", plain);
  propose("variant", translated(plain, await file("variants")));
  for (const group of await file("synonyms")) {
    for (const word of group.filter((one) => plain.includes(one))) {
      for (const other of group) propose("synonym", plain.replaceAll(word, other));
    }
  }
  await replaced(plain, LATIN, file, spelledOut, propose);
  await replaced(plain, HAN, file, mended, propose);
  return Array.from(found, ([other, how]) => ({ query: other, how })).slice(0, MOST);
}

const translated = (text, [some, others]) =>
  Array.from(text, (one) => others[some.indexOf(one)] ?? one).join("");

async function simplified(query, file) {
  const han = query.match(/\p{Script=Han}/gu) ?? [];
  const known = han.length && Object.values(await file("sounds")).join("");
  return han.every((one) => known.includes(one)) ? query : translated(query, await file("simplified"));
}

async function replaced(query, pattern, file, find, propose) {
  for (const { 0: run, index } of query.matchAll(pattern)) {
    for (const { word, start = 0, size = run.length, how } of await find(run, file)) {
      const from = index + start;
      propose(how, query.slice(0, from) + word + query.slice(from + size));
    }
  }
}

const initials = (sound) => sound.replace(/(\w)\w* ?/g, "$1");
const byWeight = (one, other) => other.weight - one.weight;

// Words whose initials begin so; up to an end, or near the shortest.
async function wordsAt(start, end, file) {
  const { firsts } = await file("words");
  const at = (key) => Math.max(firsts.filter((first) => first <= key).length - 1, 0);
  const shards = [];
  for (let number = at(start); number <= at(start + end); number++) shards.push(file(`words-${number}`));
  return (await Promise.all(shards))
    .flatMap(Object.entries)
    .filter(([sound]) => initials(sound).startsWith(start))
    .flatMap(([sound, words]) => Object.entries(words).map(([word, weight]) => ({ word, weight, sound })));
}

async function spelledOut(run, file) {
  const ways = waysToRead(run, new Set((await file("words")).syllables));
  const found = [];
  for (const way of ways) found.push(...(await wordsRead(way, file)).slice(0, MOST));
  const words = !found.length && ways.length && (await inPieces(ways[0], file));
  if (words) found.push({ word: words.join("") }, { word: words.join(" ") });
  return found.map(({ word }) => ({ word, how: "pinyin" }));
}

// dangzhib: [["dang", "zhi", "b"]]
function waysToRead(run, syllables) {
  const loose = (way) => 99 * way.some((part) => !syllables.has(part)) + way.length;
  const ways = [[[]]];
  for (let end = 1; end <= run.length; end++) {
    const all = /[a-z]/.test(run[end - 1]) ? [] : [...ways[end - 1]];
    for (let start = Math.max(end - 6, 0); start < end; start++) {
      const part = run.slice(start, end);
      if (syllables.has(part) || INITIAL.test(part)) all.push(...ways[start].map((way) => [...way, part]));
    }
    ways[end] = all.sort((one, other) => loose(one) - loose(other)).slice(0, MOST);
  }
  return ways.at(-1).filter((way) => way.length > 1);
}

async function wordsRead(way, file) {
  const pattern = way.map((part) => (INITIAL.test(part) ? `${part}\\w*` : part)).join(" ");
  const found = await wordsAt(initials(way.join(" ")), "", file);
  return found.filter((one) => RegExp(`^${pattern}$`).test(one.sound)).sort(byWeight);
}

async function inPieces(way, file) {
  if (!way.length) return [];
  for (const size of [4, 3, 2]) {
    const [first] = await wordsRead(way.slice(0, size), file);
    const others = first && (await inPieces(way.slice(size), file));
    if (others) return [first.word, ...others];
  }
  return null;
}

async function mended(run, file) {
  const found = [];
  for (const size of new Set([run.length, 4, 3, 2])) {
    found.push(...(await likely(run, size, (key) => [wordsAt(key, "", file)], file)));
    if (found.some((one) => one.how === "sound")) break;
    if (size === Math.min(run.length, 4)) found.push(...(await likely(run, size, otherwise(file), file)));
  }
  return found.sort((one, other) => other.worth - one.worth || byWeight(one, other));
}

const otherwise = (file) => ([first, second, third, fourth]) => {
  const behind = fourth ? [fourth + third] : [third + second, third + first];
  const upper = behind.map((one) => one.toUpperCase());
  return third ? [first + second, ...upper].map((start) => wordsAt(start, "~", file)) : [];
};

async function likely(run, size, candidates, file) {
  const sounds = await file("sounds");
  const soundsOf = (one) => Object.keys(sounds).filter((sound) => sounds[sound].includes(one));
  const inPlace = async (_, start) => {
    const part = run.slice(start, start + size);
    const sounding = Array.from(part, soundsOf);
    const add = (all, some) => all.flatMap((key) => some.map((one) => key + one[0]));
    const keys = sounding.reduce((all, some) => [...new Set(add(all, some))].slice(0, 99), [""]);
    const found = (await Promise.all(keys.flatMap(candidates))).flat();
    if (found.some((one) => one.word === part)) return part === run ? [{ word: run, how: "sound" }] : [];
    return found.flatMap((one) => {
      const distance = distanceOf(part, sounding, one);
      const how = distance < 1 ? "sound" : "spelling";
      return distance < 2 ? { ...one, start, size, how, worth: size - distance } : [];
    });
  };
  const starts = [...run].slice(size - 1, size + 5);
  return (await Promise.all(starts.map(inPlace))).flat();
}

const blurred = (sound) => sound.replace(/([zcs])h|([aei]n)g/g, "$1$2");

function distanceOf(part, sounding, { word, sound }) {
  const fits = (form) => (one, place) => sounding[place]?.some((other) => form(other) === form(one));
  const isAlike = (form) => word.length === part.length && sound.split(" ").every(fits(form));
  if (isAlike(String)) return 0;
  if (isAlike(blurred)) return 0.7;
  let same = 0;
  while (same < part.length && part[same] === word[same]) same++;
  const isNear = (here, there) => part.slice(same + here) === word.slice(same + there);
  return isNear(1, 1) || isNear(1, 0) || isNear(0, 1) ? 1.5 : 2;
}
