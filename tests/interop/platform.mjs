// Helpers of the tests: the emulator as a child process, a queue, and test cases with TAP output.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** The emulator. `start(program)`, then `platform.do("say", { text: "hello" })`; `platform.hello` is its first line. */
export class Platform {
  static async start(program) {
    const platform = new Platform(spawn(program, { stdio: ["pipe", "pipe", "inherit"] }));
    platform.hello = await platform.#line();
    return platform;
  }

  async do(what, order = {}) {
    this.#child.stdin.write(`${JSON.stringify({ do: what, ...order })}\n`);
    const result = await this.#line();
    if (result.error) throw new Error(`${what}: ${result.error}`);
    return result;
  }

  stop() {
    this.#child.stdin.end();
  }

  #child;
  #lines;

  constructor(child) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async #line() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the emulator has ended");
    return JSON.parse(value);
  }
}

/** A queue: `put` in a handler, `await take()` in a test. */
export class Queue {
  #items = [];
  #takers = [];

  put(item) {
    const taker = this.#takers.shift();
    if (taker) taker(item);
    else this.#items.push(item);
  }

  /** The next item; rejects after 20 seconds. */
  take() {
    if (this.#items.length > 0) return Promise.resolve(this.#items.shift());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("nothing arrived")), 20_000);
      this.#takers.push((item) => {
        clearTimeout(timer);
        resolve(item);
      });
    });
  }

  get empty() {
    return this.#items.length === 0;
  }
}

const cases = { count: 0, failed: 0 };

/** Runs one case; its name is a sentence. */
export async function test(name, body) {
  cases.count += 1;
  try {
    await body();
    console.log(`ok ${cases.count} - ${name}`);
  } catch (problem) {
    cases.failed += 1;
    console.log(`not ok ${cases.count} - ${name}`);
    for (const line of String(problem?.stack ?? problem).split("\n")) console.log(`# ${line}`);
  }
}

/** Ends the program with the plan. */
export function done() {
  console.log(`1..${cases.count}`);
  process.exit(cases.failed > 0 ? 1 : 0);
}
