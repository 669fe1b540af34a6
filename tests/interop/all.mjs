// All tests with the official SDK: node all.mjs PLATFORM CLIENT

import { done, test } from "./platform.mjs";

const [platform, client] = process.argv.slice(2);
for (const part of ["sdk", "requests", "channel"]) {
  const { default: run } = await import(`./${part}.mjs`);
  try {
    await run({ platform, client });
  } catch (problem) {
    await test(`${part}.mjs runs to its end`, () => { throw problem; });
  }
}
done();
