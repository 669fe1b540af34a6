// A bot written with the SDK's Channel, its bot layer, against the emulator: people act through the control interface.

import assert from "node:assert/strict";

import lark from "@larksuiteoapi/node-sdk";

import { picture, Platform, Queue, quiet, test } from "./platform.mjs";

const card = (text, behaviors = []) => ({
  schema: "2.0",
  config: { update_multi: true },
  body: { elements: [{ tag: "markdown", content: text }, { tag: "button", text: { tag: "plain_text", content: "Deploy" }, behaviors }] },
});

/** The text of such a card in a message. */
const textOf = (message) => JSON.parse(message.content).body.elements[0].content;

/** A bot, and what its handlers get. */
class Bot {
  messages = new Queue();
  clicks = new Queue();
  reactions = new Queue();
  rejected = new Queue();
  added = new Queue();
  reconnected = new Queue();

  constructor({ base_url, custom }) {
    this.channel = lark.createLarkChannel({
      appId: custom.app_id, appSecret: custom.app_secret, domain: base_url, logger: quiet,
      cache: new lark.DefaultCache(),
      safety: { batch: { text: { delayMs: 0 }, media: { delayMs: 0 } } }, // no message waits for another one
      outbound: { streamThrottleMs: 1, streamThrottleChars: 1, retry: { maxAttempts: 1 } },
    });
    this.channel.on({
      message: (message) => this.messages.put(message),
      cardAction: (action) => this.clicks.put(action),
      reaction: (reaction) => this.reactions.put(reaction),
      reject: (rejection) => this.rejected.put(rejection),
      botAdded: (event) => this.added.put(event),
      reconnected: () => this.reconnected.put(true),
    });
  }
}

/** What people do and see. */
class People {
  constructor(platform) {
    this.platform = platform;
    this.chat = platform.hello.chat_id;
    [this.ann, this.ben, this.eve] = platform.hello.users;
    this.bot = platform.hello.custom.app_id;
  }

  async say(where, text) {
    return (await this.platform.control("POST", `/_emulator/users/${this.ann}/messages`, { ...where, text })).message_id;
  }

  /** Says something to the bot in the group. */
  mention(text) {
    return this.say({ chat_id: this.chat }, `<at user_id="${this.bot}"></at> ${text}`);
  }

  async sendFile(chat_id, file_name, bytes) {
    const form = new FormData();
    form.set("chat_id", chat_id);
    form.set("file_name", file_name);
    form.set("file", new Blob([bytes]), file_name);
    const url = `${this.platform.hello.base_url}/_emulator/users/${this.ann}/files`;
    return (await (await fetch(url, { method: "POST", body: form })).json()).message_id;
  }

  async history(chat = this.chat) {
    return (await this.platform.control("GET", `/_emulator/chats/${chat}/messages?limit=1000`)).items;
  }

  async find(message_id, chat) {
    return (await this.history(chat)).find((one) => one.message_id === message_id);
  }

  click(message_id, element) {
    return this.platform.control("POST", `/_emulator/users/${this.ann}/clicks`, { message_id, element });
  }

  react(message_id, emoji_type, remove = false) {
    return this.platform.control("POST", `/_emulator/users/${this.ann}/reactions`, { message_id, emoji_type, remove });
  }
}

async function conversation(channel, bot, people) {
  await test("Channel connects and knows its bot", async () => {
    await channel.connect();
    assert.match(channel.botIdentity.openId, /^ou_/);
    assert.equal(channel.botIdentity.name, "emulator");
    assert.equal(channel.getConnectionStatus().state, "connected");
  });

  await test("Channel receives what a user says to the bot in a group, and its reply is in the chat", async () => {
    const id = await people.mention("hello 你好");
    const message = await bot.messages.take();
    assert.equal(message.messageId, id);
    assert.equal(message.chatId, people.chat);
    assert.equal(message.chatType, "group");
    assert.equal(message.senderId, people.ann);
    assert.equal(message.content, "hello 你好");
    assert.equal(message.mentionedBot, true);
    const sent = await channel.send(people.chat, { text: "hi" }, { replyTo: id });
    const reply = await people.find(sent.messageId);
    assert.equal(reply.parent_id, id);
    assert.equal(reply.app, people.bot);
    assert.deepEqual(JSON.parse(reply.content), { text: "hi" });
  });

  await test("Channel rejects a message of a group that does not mention the bot", async () => {
    const messageId = await people.say({ chat_id: people.chat }, "among us");
    const { reason, ...rejection } = await bot.rejected.take();
    assert.equal(reason, "no_mention");
    assert.deepEqual(rejection, { messageId, chatId: people.chat, senderId: people.ann });
  });

  await test("Channel answers a user one to one", async () => {
    const id = await people.say({ app_id: people.bot }, "psst");
    const message = await bot.messages.take();
    assert.equal(message.messageId, id);
    assert.equal(message.chatType, "p2p");
    const { messageId } = await channel.send(people.ann, { markdown: "# Title\n\n- **one**\n- [two](https://example.com)" });
    const sent = await people.find(messageId, message.chatId);
    assert.equal(sent.msg_type, "post");
    assert.match(sent.content, /one/);
  });

  await test("Channel's message can be edited and recalled", async () => {
    const { messageId } = await channel.send(people.chat, { text: "drat" });
    await channel.editMessage(messageId, "draft");
    assert.deepEqual(JSON.parse((await people.find(messageId)).content), { text: "draft" });
    await channel.recallMessage(messageId);
    assert.equal((await people.find(messageId)).deleted, true);
  });

  await test("Channel reads the chat", async () => {
    const { name, ownerId, memberCount } = await channel.getChatInfo(people.chat);
    assert.deepEqual({ name, ownerId, memberCount }, { name: "General", ownerId: people.ann, memberCount: "2" });
    assert.equal(await channel.getChatMode(people.chat), "group");
  });
}

async function files(channel, bot, people) {
  const bytes = Buffer.from("列1,列2\n1,2\n");

  await test("Channel receives a user's file and downloads it", async () => {
    const { chat_id } = await people.platform.control("POST", `/_emulator/users/${people.ann}/enter`, { app_id: people.bot });
    const id = await people.sendFile(chat_id, "表 1.csv", bytes);
    const { messageId, resources } = await bot.messages.take();
    assert.equal(messageId, id);
    assert.deepEqual(resources.map(({ type, fileName }) => ({ type, fileName })), [{ type: "file", fileName: "表 1.csv" }]);
    const resource = await channel.rawClient.im.v1.messageResource.get({
      path: { message_id: id, file_key: resources[0].fileKey }, params: { type: "file" },
    });
    assert.ok(bytes.equals(Buffer.concat(await resource.getReadableStream().toArray())));
    // Channel's own downloads are of what the app has uploaded.
    const refused = await channel.downloadResource(resources[0].fileKey, "file").catch((failed) => failed);
    assert.equal(refused.response?.status, 400);
  });

  await test("Channel uploads a file, sends it and downloads it", async () => {
    const { messageId } = await channel.send(people.chat, { file: { source: bytes, fileName: "表 2.csv" } });
    const { file_key } = JSON.parse((await people.find(messageId)).content);
    assert.ok(bytes.equals(await channel.downloadResource(file_key, "file")));
  });

  await test("Channel uploads an image and sends it", async () => {
    const { messageId } = await channel.send(people.chat, { image: { source: picture } });
    const { image_key } = JSON.parse((await people.find(messageId)).content);
    assert.ok(picture.equals(await channel.downloadResource(image_key, "image")));
  });
}

async function cards(channel, bot, people) {
  await test("Channel streams an answer, which is whole at the end", async () => {
    const id = await people.mention("stream");
    await bot.messages.take();
    // No piece begins as what is there ends: Channel would take that for a repetition.
    const pieces = ["流式 ", "**answer** ", "with `code`", "\n\n1. first", "\n2. second", " 🚀"];
    const { messageId } = await channel.stream(people.chat, {
      markdown: async (stream) => {
        for (const piece of pieces) await stream.append(piece);
      },
    }, { replyTo: id });
    const message = await people.find(messageId);
    assert.equal(message.msg_type, "interactive");
    assert.equal(message.parent_id, id);
    const { config, body } = JSON.parse(message.content);
    assert.equal(config.streaming_mode, false);
    assert.equal(body.elements[0].content, pieces.join(""));
    const requests = (await people.platform.control("GET", "/_emulator/requests")).items;
    const streamed = requests.filter(({ endpoint }) => endpoint?.startsWith("cardkit."));
    assert.equal(streamed[0].endpoint, "cardkit.v1.card.create");
    assert.ok(streamed.some(({ endpoint }) => endpoint === "cardkit.v1.card_element.content"));
    assert.deepEqual(streamed.filter(({ code }) => code > 0), []);
  });

  await test("Channel streams a card", async () => {
    const { messageId } = await channel.stream(people.chat, {
      card: {
        initial: card("0 %"),
        producer: async (stream) => {
          await stream.update(card("50 %"));
          await stream.update(() => card("100 %"));
        },
      },
    });
    assert.equal(textOf(await people.find(messageId)), "100 %");
  });

  await test("Channel handles the click on a card and updates it", async () => {
    const { messageId } = await channel.send(people.chat, { card: card("Version 7", [{ type: "callback", value: { version: "7" } }]) });
    await people.click(messageId, "Deploy");
    const click = await bot.clicks.take();
    assert.equal(click.messageId, messageId);
    assert.equal(click.chatId, people.chat);
    assert.equal(click.operator.openId, people.ann);
    assert.deepEqual(click.action.value, { version: "7" });
    assert.equal(click.action.tag, "button");
    await channel.updateCard(messageId, card("deployed"));
    const message = await people.find(messageId);
    assert.equal(textOf(message), "deployed");
    assert.equal(message.updated, true);
  });
}

async function events(channel, bot, people) {
  await test("Channel receives reactions, and adds and removes its own", async () => {
    const { messageId } = await channel.send(people.chat, { text: "done" });
    await people.react(messageId, "THUMBSUP");
    const { action, emojiType, operator } = await bot.reactions.take();
    assert.deepEqual({ action, emojiType, by: operator.openId }, { action: "added", emojiType: "THUMBSUP", by: people.ann });
    await people.react(messageId, "THUMBSUP", true);
    assert.equal((await bot.reactions.take()).action, "removed");
    await channel.addReaction(messageId, "OK");
    assert.equal(await channel.removeReactionByEmoji(messageId, "OK"), true);
    assert.equal(await channel.removeReactionByEmoji(messageId, "OK"), false);
  });

  await test("Channel is notified that its bot was added to a group", async () => {
    const { chat_id } = await people.platform.control("POST", "/_emulator/chats", { name: "Ops", members: [people.ann], bots: [] });
    await people.platform.control("PATCH", `/_emulator/chats/${chat_id}`, { add_bots: [people.bot] });
    assert.equal((await bot.added.take()).chatId, chat_id);
  });

  await test("Channel reconnects, and receives what is said then", async () => {
    const { dropped } = await people.platform.control("DELETE", `/_emulator/connections/${people.bot}`);
    assert.equal(dropped, 1);
    await bot.reconnected.take();
    const id = await people.mention("again");
    assert.equal((await bot.messages.take()).messageId, id);
  });
}

export default async function run({ platform: program }) {
  const platform = await Platform.start(program);
  const bot = new Bot(platform.hello);
  const people = new People(platform);
  for (const part of [conversation, files, cards, events]) await part(bot.channel, bot, people);
  await bot.channel.disconnect();
  platform.stop();
}
