// What may be meant by what stands in the box so far: engine.js asks, and hands its own tools.
const SHOWN = 8;
const OF_A_KIND = 3;
const SOUGHT = ["organisations", "branches", "honours", "topics", "columns"]; // what most are looking for by its name

// Some of each kind, so that many of one do not hide the others; then those that begin with what was typed.
export async function suggested({ manifest, matchesOf, headOf, learnVariants, trimmed, isOfNames, runOf }, text) {
  await learnVariants(text);
  const phrase = trimmed(text);
  if (!phrase) return [];
  const plan = { parts: [], excluded: [], fields: [["标题", phrase]], barred: [] };
  const kindOf = ({ segment, number }) => (isOfNames(segment) ? runOf(segment, number) : "items");
  const rank = (kind) => (SOUGHT.includes(kind) ? 0 : kind === "items" ? 2 : 1);
  const byKind = new Map();
  for (const one of await matchesOf(plan)) {
    const kind = kindOf(one);
    if (!byKind.has(kind)) byKind.set(kind, []);
    byKind.get(kind).push(one);
  }
  const order = [...SOUGHT, ...Object.keys(manifest.kinds)];
  const kinds = [...byKind.keys()].sort(
    (one, other) => rank(one) - rank(other) || order.indexOf(one) - order.indexOf(other),
  );
  const some = kinds.flatMap((kind) => byKind.get(kind).slice(0, kind === "items" ? SHOWN : OF_A_KIND));
  const heads = await Promise.all(some.slice(0, 2 * SHOWN).map((one) => headOf(one.segment, one.number)));
  const nearness = ({ kind, title }) => {
    const name = trimmed(title);
    return rank(kind) === 2 ? 3 : name === phrase ? 0 : name.startsWith(phrase) && !rank(kind) ? 1 : 2;
  };
  return heads
    .sort((one, other) => nearness(one) - nearness(other)) // equals stay as they stand
    .slice(0, SHOWN)
    .map(({ kind, url, title }) => ({ kind, name: manifest.kinds[kind], url, title }));
}
