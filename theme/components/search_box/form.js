// 高级检索 as one line of the query language.
import { BETWEEN, withoutRole } from "./meant.js";

const WORD = /(-?(?:[^\s“”":：]+[:：])?)[“”"]([^“”"]*)[“”"]?|[^\s“”"]+/gu;
const UNIT = /[（(][^（）()]*[）)]/gu;

export function written(form) {
  const given = Object.fromEntries(new FormData(form));
  const each = (name, before) => wordsOf(given[name]).map((word) => before + word);
  const phrase = given.phrase.replace(/[“”"]/g, "").trim();
  const names = given.byline.replace(UNIT, "").split(BETWEEN).map((name) => withoutRole(name.trim()) || name);
  return [
    ...wordsOf(given.all).flatMap(apart), phrase && `“${phrase}”`, ...each("title", "标题:"),
    whole("单位:", given.organisation), whole("栏目:", given.column), ...names.map((name) => whole("署名:", name)),
    span(form, given), ...each("without", "-"),
  ].filter(Boolean).join(" ");
}

// A phrase and what stands behind a colon stay as they are.
const apart = (word) => (/[:：“]/.test(word) ? word : word.split(BETWEEN));

// A phrase is one word, whatever blanks are in it.
function wordsOf(text) {
  return Array.from(text.matchAll(WORD), ([word, before, phrase]) => {
    if (phrase === undefined) return word;
    return phrase.trim() && `${before}“${phrase.trim()}”`;
  }).filter(Boolean);
}

// The name of one thing: a blank in it would begin another word.
const whole = (field, name) => name.replace(/[\s“”"]/g, "").replace(/^(?=.)/, field);

// Where only one end is chosen, the other is that of the archive.
function span(form, { from, to }) {
  if (!from && !to) return "";
  const years = [...form.elements.from.options].map(({ value }) => parseInt(value)).filter(Boolean);
  const ends = [parseInt(from) || Math.min(...years), parseInt(to) || Math.max(...years)];
  return `年份:${Math.min(...ends)}-${Math.max(...ends)}`;
}
