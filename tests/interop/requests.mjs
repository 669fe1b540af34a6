// The official SDK and the library's client send the same requests.
//
// calls.json has the calls. The SDK makes each one against the emulator, the client makes it again; a proxy records both
// requests. The client gets the response that the SDK got, so that the call does not take effect twice.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { Comparison } from "./comparison.mjs";
import { compareMembers } from "./members.mjs";
import { isMessaging, routeOf } from "./methods.mjs";
import { Platform, Program, test } from "./platform.mjs";
import { Recorder } from "./recorder.mjs";

const table = JSON.parse(readFileSync(new URL("calls.json", import.meta.url)));

async function coverage(comparison) {
  const called = new Set(table.steps.map((step) => step.call));
  const routes = new Map([...comparison.endpoints.values()].map((one) => [routeOf(one.method, one.path), one.id]));

  await test("each endpoint of the library is called, or listed as one that the SDK lacks", () => {
    const missing = [...comparison.endpoints.keys()].filter((id) => !called.has(id) && !(id in table.lacking));
    assert.deepEqual(missing, []);
  });

  for (const [id, reason] of Object.entries(table.lacking))
    await test(`${id} is not in the SDK: ${reason}`, () => {
      const endpoint = comparison.endpoints.get(id) ?? assert.fail("the library has no such endpoint");
      assert.ok(!comparison.methodOf(endpoint), "the SDK has it now: call it");
    });

  await test("each messaging endpoint of the SDK is called, or has a reason why not", () => {
    const messaging = [...comparison.methods.keys()].filter(isMessaging);
    assert.ok(messaging.length > 90, "the SDK's methods cannot be listed any more");
    const missing = messaging.filter((route) => !called.has(routes.get(route)) && !(route in table.only_in_sdk));
    assert.deepEqual(missing, []);
  });

  for (const [route, reason] of Object.entries(table.only_in_sdk))
    await test(`${route} is only in the SDK: ${reason}`, () => {
      assert.ok(comparison.methods.has(route), "the SDK does not have it any more");
      assert.ok(!routes.has(route), "the library has it now: call it");
    });
}

export default async function run({ platform: program, client: clientProgram }) {
  const platform = await Platform.start(program);
  const recorder = await Recorder.start(platform.hello.base_url);
  const { custom, store, tenant_key, chat_id, users } = platform.hello;
  const client = await Program.start(clientProgram, recorder.url, custom.app_id, custom.app_secret);
  const { user_token, version_id, public_chat } = await platform.do("prepare");
  const comparison = new Comparison(platform, recorder, client, {
    ...custom, store_id: store.app_id, store_secret: store.app_secret, tenant_key, chat: chat_id,
    ann: users[0], ben: users[1], eve: users[2], user_token, version: version_id, public: public_chat,
  });
  await coverage(comparison);
  await compareMembers(comparison, table.members);
  for (const step of table.steps) await comparison.run(step);
  await test("the SDK sends the body {} with GET and DELETE too, the client none", () => {
    assert.deepEqual([...comparison.withoutBody].sort(), ["DELETE", "GET"]);
  });
  comparison.files.remove();
  client.stop();
  platform.stop();
  recorder.stop();
}
