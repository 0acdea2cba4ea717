// Where engine.js takes a query otherwise than it was meant: a sentence each, and where there is one sure meaning,
// the query that says it. `plan` is what engine.js made of the query.
const TAKEN = 500; // characters that engine.js reads
const FIELDS = ["标题", "单位", "栏目", "署名", "年份"];
const NO_YEAR = "“年份:”后面要写四位数字，例如“年份:2022”“年份:2021-2023”；现在这样什么也找不到。";
// All that engine.js understands: 2022, 2022-, 2022以来, -2022, 2021-2023.
const SPAN = /^(?:[-–—~至到]?\d{4}年?|\d{4}年?(?:[-–—~至到]|以来)|\d{4}年?[-–—~至到]+\d{4}年?)$/u;
const SHORT = /^\d{4}年?[-–—~至到](\d{2})年?$/u; // 2022-24
const SIMPLE = { 標: "标", 題: "题", 單: "单", 欄: "栏" };
const OTHER_NAMES = {
  作者: "署名", 记者: "署名", 通讯员: "署名", 撰稿: "署名", 题目: "标题",
  部门: "单位", 机关: "单位", 频道: "栏目", 板块: "栏目", 年: "年份", 年度: "年份",
};

export async function hints(query, plan, { total, groups, told }) {
  const characters = [...query];
  const plain = characters.slice(0, TAKEN).join("").replace(/\p{Cf}/gu, "").replace(/[\p{Z}\p{Cc}]/gu, " ");
  const read = plain.replace(/[標題單欄](?=[题題位目]?[:：])/gu, (one) => SIMPLE[one]);
  const words = unquoted(read).split(" ").filter(Boolean);
  const isNowhere = told || !(total || groups.length);
  const isNamed = told?.how === "byline"; // which says it already
  const misread = [...fieldsAlone(read, words), ...wrongYears(read, plan)];
  return [
    ...(characters.length > TAKEN ? [{ text: `这里写得太长，只用前${TAKEN}个字符查找。` }] : []),
    ...misread,
    ...(misread.length ? [] : nothingWanted(plan)),
    ...(isNowhere ? [...(isNamed ? [] : unknownField(read, words)), ...(await bylineWithRole(read, plan))] : []),
  ];
}

// A colon in a phrase is none of a field; a phrase behind a colon is one word.
const unquoted = (text) =>
  text.replace(/([:：]?)[“”"]([^“”"]*)[“”"]?/gu, (_, colon, phrase) => (colon ? colon + phrase.replace(/ /g, "") : " "));

// 标题: 学习
function fieldsAlone(read, words) {
  return words.flatMap((word, at) => {
    const field = FIELDS.find((one) => word === `${one}:` || word === `${one}：`);
    if (!field) return [];
    const next = words[at + 1] ?? "";
    const isMeant = next && !/^-|[:：]/.test(next);
    return [{
      text: `“${field}:”后面要紧接着写词，中间不空格；现在没有限定${field}。`,
      query: isMeant ? read.replace(new RegExp(`${word} +`), `${field}:`) : "",
    }];
  });
}

function wrongYears(read, { fields }) {
  const texts = fields.filter(([field]) => field === "年份").map(([, text]) => text);
  return texts.flatMap((text) => {
    const pieces = text.normalize("NFKC").replace(/\s/g, "").split(/[,、;或]/u).filter(Boolean);
    const at = read.indexOf(text, read.search(/年份[:：]/));
    const instead = (year) => read.slice(0, at) + year + read.slice(at + text.length);
    if (!/\d{4}/.test(pieces)) return [{ text: NO_YEAR }];
    return pieces.flatMap((piece) => {
      const wrong = wrongYear(piece);
      return wrong ? [{ text: wrong.said, query: wrong.year && pieces.length < 2 ? instead(wrong.year) : "" }] : [];
    });
  });
}

// What is not taken as it was meant, and the year that says it.
function wrongYear(piece) {
  const [from, to] = piece.match(/\d{4}/g) ?? [];
  if (!from) return { said: `“${piece}”不是四位数字的年份，没有用上。` };
  if (to < from && /\d{8}/.test(piece)) return { said: NO_YEAR, year: from };
  if (to < from) return { said: `年份从${from}到${to}，前后写反了。`, year: `${to}-${from}` };
  if (SPAN.test(piece)) return null;
  const used = `“${piece}”只按年份${to ? `${from}-${to}` : from}查`;
  const [, end] = SHORT.exec(piece) ?? [];
  if (end > Math.max(from.slice(2), 12)) return { said: `${used}。`, year: `${from}-${from.slice(0, 2)}${end}` };
  const isMonth = /[\d月]/.test(piece.replace(/\d{4}年?/g, ""));
  return { said: `${used}，${isMonth ? "月份" : "其余的字"}没有用上。` };
}

function nothingWanted({ parts, fields, excluded, barred }) {
  if (parts.length || fields.length) return [];
  if (excluded.length + barred.length) return [{ text: "这里只写了不要的词。请在前面写上要找的词，中间空一格。" }];
  return [{ text: "这里只有符号，没有可以查找的字。请写要找的词，一个字、一个数字也可以。" }];
}

// 作者:某某 is only a text to look for.
function unknownField(read, words) {
  const names = words.map((word) => /^(\p{Script=Han}{1,6})[:：]./u.exec(word)?.[1]);
  const name = names.find((one) => one && !FIELDS.includes(one));
  if (!name) return [];
  const field = OTHER_NAMES[name];
  return [{
    text: `“${name}:”不能限定范围，只当作要找的字。能用的是${FIELDS.join("、")}，后面加冒号；记者、通讯员的姓名写在“署名:”后面。`,
    query: field ? read.replace(new RegExp(`${name}[:：]`), `${field}:`) : "",
  }];
}

// 署名:通讯员 某某
async function bylineWithRole(read, { fields }) {
  if (!fields.some(([field]) => field === "署名")) return [];
  const { withoutRole } = await import("./meant.js"); // loaded already, as nothing was found
  const [, before, field, signed] = /^(.*?)(署名[:：][“”"]?)(.*)$/u.exec(read);
  const rest = withoutRole(signed);
  if (rest === signed) return [];
  const role = signed.slice(0, signed.length - rest.length).replace(/[\s:：、/／]+$/u, "");
  const isName = /^\p{L}+(?![\p{L}:：])/u.test(rest);
  return [{
    text: `“署名:”后面只写姓名，不写“${role}”。`,
    query: isName ? before + field + rest : "",
  }];
}
