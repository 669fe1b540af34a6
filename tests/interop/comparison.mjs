// One call by the official SDK and by the library's client, and the comparison of their requests.

import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import lark from "@larksuiteoapi/node-sdk";

import { comparable, removeDifference } from "./comparable.mjs";
import { methodsOf, routeOf } from "./methods.mjs";
import { picture, quiet, test } from "./platform.mjs";

/** Replaces $name by the value that was kept under this name, and {"$json": …} by its text. */
function resolve(value, kept) {
  const find = (name) => kept[name] ?? assert.fail(`nothing is kept as ${name}`);
  if (typeof value === "string") return value.replace(/\$(\w+)/g, (_, name) => find(name));
  if (Array.isArray(value)) return value.map((one) => resolve(one, kept));
  if (value === null || typeof value !== "object") return value;
  if ("$json" in value) return JSON.stringify(resolve(value.$json, kept));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolve(one, kept)]));
}

/** The value at data.items.0.id. */
const at = (value, path) => path.split(".").reduce((inner, name) => inner?.[name], value);

function keep(step, result, kept) {
  for (const [name, path] of Object.entries(step.keep ?? {})) {
    kept[name] = at(result, path);
    assert.ok(kept[name], `there is no ${path} in ${JSON.stringify(result)}`);
  }
}

/** Files by name, in a folder that is removed at the end. */
class Files {
  #folder = mkdtempSync(join(tmpdir(), "interop-"));

  constructor(files) {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(this.path(name), bytes);
  }

  path(name) {
    return join(this.#folder, name);
  }

  remove() {
    rmSync(this.#folder, { recursive: true });
  }
}

const map = (object, f) => Object.fromEntries(Object.entries(object ?? {}).map(([name, value]) => [name, f(value)]));

/** The name of a case: the call, and what differs. */
function nameOf({ call, case: which, differences }) {
  const reasons = Object.entries(differences ?? {}).map(([path, reason]) => `${path} (${reason})`);
  const but = reasons.length > 0 ? `, but for ${reasons.join(" and ")}` : "";
  return `${call}${which ? `, ${which}` : ""}: the SDK and the client send the same request${but}`;
}

/**
 * Runs the steps of calls.json: "call" is one to compare, "request" one by the SDK alone, "control" one to the control
 * interface, "platform" a command of the emulator's program. `kept` has the values that steps refer to as $name.
 */
export class Comparison {
  withoutBody = new Set(); // methods of requests that have {} as body only if the SDK sends them

  constructor(platform, recorder, client, kept) {
    Object.assign(this, { platform, recorder, client, kept });
    this.endpoints = new Map(client.hello.endpoints.map((one) => [one.id, one]));
    this.sdk = new lark.Client({
      appId: kept.app_id, appSecret: kept.app_secret, domain: recorder.url, logger: quiet,
      cache: new lark.DefaultCache(),
    });
    this.methods = methodsOf(this.sdk);
    this.files = new Files({
      "图 1.png": picture,
      "bytes.bin": Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256)),
    });
  }

  /** The SDK's method for an endpoint, if it has one. */
  methodOf({ method, path }) {
    return this.methods.get(routeOf(method, path));
  }

  async run(step) {
    if (step.call !== undefined) return this.compare(step);
    if (step.platform !== undefined) return keep(step, await this.platform.do(step.platform), this.kept);
    const [method, path] = resolve(step.control ?? step.request, this.kept).split(" ");
    const body = resolve(step.body, this.kept);
    if (step.control !== undefined) return keep(step, await this.platform.control(method, path, body), this.kept);
    return keep(step, await this.sdk.request({ method, url: path, data: body }), this.kept);
  }

  async compare(step) {
    await test(nameOf(step), async () => {
      const endpoint = this.endpoints.get(step.call) ?? assert.fail("the library has no such endpoint");
      const call = resolve({ path: {}, query: {}, body: {}, ...step }, this.kept);
      const theirs = await this.byTheSdk(endpoint, call);
      const expected = step.code ?? 0;
      const isJson = theirs.response.headers["content-type"].includes("json");
      const result = isJson ? JSON.parse(theirs.response.body) : { code: 0 };
      assert.equal(result.code, expected, `the emulator's response: ${theirs.response.body}`);
      const { ours, response } = await this.byTheClient(endpoint, call, theirs);
      const { problem, field } = response;
      assert.ok(ours, `the client sent nothing: ${field} ${problem}`);
      const wanted = comparable(theirs);
      if (!endpoint.has_token) wanted.token = ""; // the SDK sends one all the same
      const found = comparable(ours);
      for (const path of Object.keys(step.differences ?? {})) removeDifference(path, found, wanted);
      assert.deepEqual(found, wanted);
      if (ours.body.length === 0 && theirs.body.length > 0) this.withoutBody.add(endpoint.method);
      assert.deepEqual({ code: response.code, problem }, { code: expected, problem: undefined });
      keep(step, result, this.kept);
    });
  }

  async byTheSdk(endpoint, { path, query, body, files, as }) {
    const { call } = this.methodOf(endpoint) ?? assert.fail("the SDK has no such method");
    const data = { ...body, ...map(files, (name) => createReadStream(this.files.path(name))) };
    this.recorder.replayed = null;
    this.recorder.take();
    const options = as === "user" ? lark.withUserAccessToken(this.kept.user_token) : undefined;
    const result = await call({ path, params: query, data }, options).catch((refused) => {
      if (!refused.response) throw refused;
    });
    if (result?.getReadableStream) for await (const _ of result.getReadableStream()); // to its end
    return this.recorded(endpoint);
  }

  async byTheClient(endpoint, { path, query, body, files, as }, replayed) {
    this.recorder.replayed = replayed;
    const response = await this.client.ask({
      call: endpoint.id, parameters: { ...path, ...query, ...body }, files: map(files, (name) => this.files.path(name)),
      user_token: as === "user" ? this.kept.user_token : "",
    });
    return { response, ours: this.recorded(endpoint) };
  }

  /** The request, without the one for a token before it. */
  recorded(endpoint) {
    const all = this.recorder.take();
    const others = all.filter(({ path }) => path === endpoint.path || !path.endsWith("/tenant_access_token/internal"));
    assert.ok(others.length <= 1, `more than one request: ${others.map((one) => one.path)}`);
    return others[0];
  }
}
