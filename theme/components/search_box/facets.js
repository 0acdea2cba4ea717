// How many of what was found are of each column, year and organisation: engine.js asks, and hands its own tools.
async function countedBy({ manifest, json, facetFiles, passing, running, runOf }, found, kind, tests) {
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

// Each facet without its own filter, under those of the others.
export async function counted(engine, found, filters) {
  const counts = {};
  for (const kind of Object.keys(filters)) {
    const others = Object.keys(filters).filter((one) => one !== kind);
    counts[kind] = await countedBy(engine, found, kind, others.map((one) => filters[one]));
  }
  return counts;
}
