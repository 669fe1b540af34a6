// The official SDK against the emulator.
//
// The SDK accepts the emulator's pushes, and the emulator understands the SDK's responses.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import lark from "@larksuiteoapi/node-sdk";

import { Platform, Queue, quiet, test } from "./platform.mjs";

const long = "长连接 🚀 ".repeat(400); // several fragments, cut anywhere within a character
const keys = { encrypt_key: "an encrypt key", verification_token: "a verification token" };

/** A dispatcher of the SDK, and the events that its handlers get. */
function dispatcher(encryptKey, cache) {
  const messages = new Queue();
  const clicks = new Queue();
  const on = new lark.EventDispatcher({
    encryptKey, verificationToken: keys.verification_token, cache, logger: quiet,
  }).register({
    "im.message.receive_v1": async (event) => {
      messages.put(event);
      if (JSON.parse(event.message.content).text === "fail once" && !on.hasFailed) {
        on.hasFailed = true;
        throw new Error("fail once");
      }
    },
    "card.action.trigger": async (event) => {
      clicks.put(event);
      return { toast: { type: "success", content: `saved ${event.action.value.draft}` } };
    },
  });
  return Object.assign(on, { messages, clicks });
}

/** A web server around the SDK's adapter; `tamper` may change a request before the adapter gets it. */
async function listen(on) {
  const adapter = lark.adaptDefault("/event", on, { autoChallenge: true });
  const here = { tamper() {}, close: () => server.close() };
  const server = createServer((request, response) => {
    here.tamper(request);
    adapter(request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  here.url = `http://127.0.0.1:${server.address().port}/event`;
  return here;
}

async function webhook(platform) {
  const { custom, chat_id } = platform.hello;
  const on = dispatcher(keys.encrypt_key);
  const server = await listen(on);

  await test("the SDK responds to the encrypted challenge of a webhook", () =>
    platform.do("push_to", { app_id: custom.app_id, url: server.url, ...keys }));

  await test("the SDK verifies and decrypts a pushed event and calls its typed handler", async () => {
    const { message_id } = await platform.do("say", { text: "你好, SDK" });
    const event = await on.messages.take();
    assert.equal(event.message.message_id, message_id);
    assert.equal(event.message.chat_id, chat_id);
    assert.deepEqual(JSON.parse(event.message.content), { text: "你好, SDK" });
    assert.equal(event.app_id, custom.app_id);
    assert.equal(event.tenant_key, platform.hello.tenant_key);
  });

  await test("its response to an event is accepted", async () => {
    const { deliveries } = await platform.do("deliveries");
    assert.equal(deliveries.at(-1).type, "im.message.receive_v1");
    assert.equal(deliveries.at(-1).status, 200);
  });

  await test("its response to a click on a card is returned to the user", async () => {
    const { message_id } = await platform.do("send_card");
    const { response } = await platform.do("click", { message_id });
    assert.deepEqual(response, { toast: { type: "success", content: "saved 7" } });
    assert.equal((await on.clicks.take()).context.open_message_id, message_id);
    await platform.do("deliveries");
  });

  await test("the SDK calls no handler if the signature is wrong", async () => {
    server.tamper = (request) => {
      request.headers["x-lark-signature"] = request.headers["x-lark-signature"].replace(/./g, "0");
    };
    await platform.do("say", { text: "forged" });
    assert.equal((await platform.do("deliveries")).deliveries.length, 1);
    assert.ok(on.messages.empty);
  });
  server.close();
}

async function store(platform) {
  const { store: app, base_url, tenant_key, chat_id } = platform.hello;
  const kept = new Map();
  const cache = {
    get: async (key, options) => kept.get(`${options?.namespace}/${String(key)}`),
    set: async (key, value, _, options) => kept.set(`${options?.namespace}/${String(key)}`, value).size > 0,
  };
  const server = await listen(dispatcher(keys.encrypt_key, cache));
  await test("a store app's ticket reaches the SDK", async () => {
    await platform.do("push_to", { app_id: app.app_id, url: server.url, ...keys });
    const { app_ticket } = await platform.do("push_app_ticket");
    await platform.do("deliveries");
    assert.equal(await cache.get(lark.CAppTicket, { namespace: app.app_id }), app_ticket);
  });

  await test("the SDK's client exchanges the ticket for a store app's tokens", async () => {
    // Created before the ticket, it would request another one.
    const client = new lark.Client({
      appId: app.app_id, appSecret: app.app_secret, appType: lark.AppType.ISV, domain: base_url, cache, logger: quiet,
    });
    const list = { params: { container_id_type: "chat", container_id: chat_id } };
    const refused = await client.im.message.list(list, lark.withTenantKey(tenant_key)).catch((e) => e.response.data);
    assert.equal(refused.code, 230002); // authorized, but the bot is not in the chat
  });
  server.close();
}

async function files(platform) {
  const { custom, base_url, chat_id } = platform.hello;
  const client = new lark.Client({ appId: custom.app_id, appSecret: custom.app_secret, domain: base_url, logger: quiet });
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 256));
  const bytesOf = async (file) => Buffer.concat(await file.getReadableStream().toArray());
  let file_key;

  await test("the SDK uploads a file and downloads it", async () => {
    ({ file_key } = await client.im.file.create({ data: { file_type: "stream", file_name: "报告.pdf", file: content } }));
    const file = await client.im.file.get({ path: { file_key } });
    assert.ok(content.equals(await bytesOf(file)));
    assert.match(file.headers["content-disposition"], /filename\*=UTF-8''%E6%8A%A5%E5%91%8A\.pdf/);
  });

  await test("the SDK downloads a file from a message", async () => {
    const sent = await client.im.message.create({
      params: { receive_id_type: "chat_id" },
      data: { receive_id: chat_id, msg_type: "file", content: JSON.stringify({ file_key }) },
    });
    const path = { message_id: sent.data.message_id, file_key };
    assert.ok(content.equals(await bytesOf(await client.im.messageResource.get({ path, params: { type: "file" } }))));
  });

  await test("the SDK gets the platform's code for bytes that are not an image", async () => {
    const refused = await client.im.image.create({ data: { image_type: "message", image: content } }).catch((e) => e.response.data);
    assert.equal(refused.code, 234011);
  });
}

async function longConnection(platform) {
  const { custom, base_url } = platform.hello;
  const on = dispatcher();
  const client = new lark.WSClient({
    appId: custom.app_id, appSecret: custom.app_secret, domain: base_url, logger: quiet,
  });

  await test("the SDK opens a long connection", async () => {
    await client.start({ eventDispatcher: on });
    assert.ok((await platform.do("wait_connections")).connected);
  });

  await test("an event arrives over the long connection", async () => {
    const { message_id } = await platform.do("say", { text: "hello" });
    assert.equal((await on.messages.take()).message.message_id, message_id);
    const { deliveries } = await platform.do("deliveries");
    assert.deepEqual(deliveries.map((one) => one.status), [200]);
  });

  await test("an event in several fragments arrives whole", async () => {
    await platform.do("say", { text: long });
    assert.deepEqual(JSON.parse((await on.messages.take()).message.content), { text: long });
  });

  await test("a response to a click on a card arrives over the long connection", async () => {
    const { message_id } = await platform.do("send_card");
    const { response } = await platform.do("click", { message_id });
    assert.deepEqual(response, { toast: { type: "success", content: "saved 7" } });
    assert.equal((await on.clicks.take()).context.open_message_id, message_id);
  });

  await test("an event whose handler failed is pushed again", async () => {
    await platform.do("deliveries");
    await platform.do("say", { text: "fail once" });
    const first = await on.messages.take();
    assert.equal((await platform.do("deliveries")).deliveries[0].status, 500);
    await platform.do("advance", { seconds: 15 });
    assert.equal((await on.messages.take()).event_id, first.event_id);
    assert.equal((await platform.do("deliveries")).deliveries[0].status, 200);
  });

  await test("the SDK reconnects after its connection was dropped", async () => {
    assert.equal((await platform.do("drop_connections")).dropped, 1);
    assert.ok((await platform.do("wait_connections")).connected);
    await platform.do("say", { text: "again" });
    assert.deepEqual(JSON.parse((await on.messages.take()).message.content), { text: "again" });
  });
  client.close({ force: true });
}

export default async function run({ platform: program }) {
  const platform = await Platform.start(program);
  for (const part of [webhook, store, files, longConnection]) await part(platform);
  platform.stop();
}
