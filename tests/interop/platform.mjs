// Helpers of the tests: child processes, the emulator among them; a queue; and test cases with TAP output.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A child process that reads one JSON value per line and writes one per line. `start(program, …arguments)`, then
 * `await program.ask(value)`; `program.hello` is its first line.
 */
export class Program {
  static async start(...command) {
    const program = new this(spawn(command[0], command.slice(1), { stdio: ["pipe", "pipe", "inherit"] }));
    program.hello = await program.#line();
    return program;
  }

  async ask(value) {
    this.#child.stdin.write(`${JSON.stringify(value)}\n`);
    return this.#line();
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
    if (done) throw new Error("the program has ended");
    return JSON.parse(value);
  }
}

/**
 * The emulator. `platform.do("say", { text: "hello" })` is a command of its program, `platform.control("GET",
 * "/_emulator/users")` a request of its control interface.
 */
export class Platform extends Program {
  async do(what, order = {}) {
    const result = await this.ask({ do: what, ...order });
    if (result.error) throw new Error(`${what}: ${result.error}`);
    return result;
  }

  async control(method, path, body) {
    const response = await fetch(this.hello.base_url + path, {
      method, body: body && JSON.stringify(body), headers: body && { "content-type": "application/json" },
    });
    const result = await response.json();
    if (!response.ok || result.code > 0) throw new Error(`${method} ${path}: ${JSON.stringify(result)}`);
    return result;
  }
}

/** The smallest PNG. */
export const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwACggF/yF4M1wAAAABJRU5ErkJggg==", "base64");

/** A logger that the SDK takes. */
export const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

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
