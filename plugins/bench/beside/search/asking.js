// How the bench asks an engine: a fault is an answer too, and nothing is waited for without end.
const MOST_SECONDS = 120;
let engine;

export async function open(adapter, base) {
  engine = await import(adapter);
  await withinTime(engine.open(base));
}

export async function ask(query, most) {
  try {
    return await withinTime(most ? engine.everything(query, most) : engine.ask(query));
  } catch (fault) {
    return { total: 0, shown: [], how: "", fault: String(fault) };
  }
}

// With a blank more the query means the same, but is none whose answer is still at hand.
export async function milliseconds(query) {
  const begun = performance.now();
  await ask(`${query} `);
  return performance.now() - begun;
}

function withinTime(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), MOST_SECONDS * 1000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
