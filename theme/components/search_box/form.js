// 高级检索 as one line of the query language.
export function written(form) {
  const given = Object.fromEntries(new FormData(form));
  const each = (name, before) => given[name].split(/\s+/).filter(Boolean).map((word) => before + word);
  // The name of one thing: a blank in it would begin another word.
  const whole = (name, before) => each(name, "").join("").replace(/^(?=.)/, before);
  const phrase = given.phrase.replace(/[“”"]/g, "").trim();
  return [
    ...each("all", ""), phrase && `“${phrase}”`, ...each("title", "标题:"),
    whole("organisation", "单位:"), whole("column", "栏目:"), whole("byline", "署名:"),
    span(form, given), ...each("without", "-"),
  ].filter(Boolean).join(" ");
}

// Where only one end is chosen, the other is that of the archive.
function span(form, { from, to }) {
  if (!from && !to) return "";
  const years = [...form.elements.from.options].map(({ value }) => parseInt(value)).filter(Boolean);
  const ends = [parseInt(from) || Math.min(...years), parseInt(to) || Math.max(...years)];
  return `年份:${Math.min(...ends)}-${Math.max(...ends)}`;
}
