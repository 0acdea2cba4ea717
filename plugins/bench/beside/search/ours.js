// Our own engine, asked as any other is: what it shows first, and all that it finds.
let engine;

export async function open(base) {
  engine = await import(`${base}search/engine.js`);
  await engine.open(base);
}

export async function ask(query) {
  const { total, results, told } = await engine.find(query);
  return { total, shown: results.map((one) => one.url), how: told ? told.how : "" };
}

export async function everything(query, most) {
  const { total, shown, how } = await ask(query);
  for (let page = 2; shown.length < Math.min(total, most); page += 1) {
    const { results } = await engine.find(query, { page });
    if (!results.length) break;
    shown.push(...results.map((one) => one.url));
  }
  return { total, shown, how };
}
