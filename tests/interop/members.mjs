// The library's types have each member that the official SDK's types have.

import assert from "node:assert/strict";

import { test } from "./platform.mjs";
import { count, lacking, typesOfEvents, typesOfMethods } from "./types.mjs";

// What the SDK's type of every event has, of either schema of events.
const ofEverySchema = Object.fromEntries(
  ["event_id", "token", "create_time", "event_type", "tenant_key", "ts", "uuid", "type", "app_id"].map((name) => [name, "any"]));

/** Members that the library may lack; an entry that applies to none is out of date. */
class Exemptions {
  constructor(entries) {
    this.entries = entries;
    this.unused = new Set(entries.flatMap(({ of, names }) => names.map((name) => `${of}: ${name}`)));
  }

  /** Of the paths of members of an endpoint or event, those to which no entry applies. */
  without(id, paths) {
    const entries = this.entries.filter(({ of }) => id.startsWith(of));
    return paths.filter((path) => {
      const exempt = entries.flatMap(({ of, names }) =>
        names.filter((name) => path.endsWith(`.${name}`)).map((name) => `${of}: ${name}`));
      for (const one of exempt) this.unused.delete(one);
      return exempt.length === 0;
    });
  }
}

/** Compares all members, by the endpoints and methods of a Comparison. `entries` are those that may be missing. */
export async function compareMembers(comparison, entries) {
  const exemptions = new Exemptions(entries);
  let compared = 0;
  const compare = (id, theirs, ours) => {
    compared += count(theirs);
    assert.deepEqual(exemptions.without(id, lacking(theirs, ours)), []);
  };
  const methods = typesOfMethods();
  for (const endpoint of comparison.endpoints.values()) {
    const method = comparison.methodOf(endpoint);
    if (method === undefined) continue;
    await test(`${endpoint.id}: the library has each member of a request and a response that the SDK's types have`, async () => {
      const theirs = methods.get(method.name) ?? assert.fail(`the SDK's types lack ${method.name}`);
      compare(endpoint.id, theirs, await comparison.client.ask({ describe: endpoint.id }));
    });
  }
  const events = typesOfEvents();
  const described = await comparison.client.ask({ events: true });
  for (const [type, ours] of Object.entries(described)) {
    if (!events.has(type)) continue; // a callback, or an event of schema 1
    await test(`${type}: the library has each member that the SDK's type has`, () => {
      compare(type, events.get(type), { ...ours, ...ours.header, ...ours.event, ...ofEverySchema });
    });
  }
  await test("each messaging event that the SDK's types have is one of the library", () => {
    const messaging = [...events.keys()].filter((type) => /^(im|application\.bot)\./.test(type));
    assert.ok(messaging.length > 10, "the SDK's events cannot be listed any more");
    assert.deepEqual(messaging.filter((type) => !(type in described)), []);
  });
  await test("each member that the library may lack is one that it lacks", () => {
    assert.deepEqual([...exemptions.unused], []);
    assert.ok(compared > 10_000, `the SDK's types cannot be read any more: they have ${compared} members`);
  });
}
