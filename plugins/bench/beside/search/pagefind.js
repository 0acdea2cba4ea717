// Pagefind: it names what it finds by the names of its own files, which the bench looks up.
const SHOWN = 10;
let pagefind;

export async function open(base) {
  pagefind = await import(`${base}pagefind/pagefind.js`);
  await pagefind.options({ noWorker: true }); // what a worker loads is not seen from its page
  await pagefind.init();
}

export async function ask(query) {
  const { results } = await pagefind.search(query);
  const first = results.slice(0, SHOWN);
  await Promise.all(first.map((one) => one.data()));
  return { total: results.length, shown: first.map((one) => one.id), how: "" };
}

export async function everything(query, most) {
  const { results } = await pagefind.search(query);
  return { total: results.length, shown: results.slice(0, most).map((one) => one.id), how: "" };
}
