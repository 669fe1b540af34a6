// A bot for the tests of the page, with nothing but Node: it calls the API and gets events by a webhook.

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The emulator as a child process; `about` is what it prints: base_url, page, app_id, app_secret. */
export async function emulate(program, ...options) {
  const child = spawn(program, ["--port", "0", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (done) throw new Error("the emulator has ended");
  return { about: JSON.parse(value), stop: () => child.stdin.end() };
}

async function call(url, method, body, headers = {}) {
  const multipart = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: { ...(body && !multipart ? { "Content-Type": "application/json" } : {}), ...headers },
    body: body && !multipart ? JSON.stringify(body) : body,
  });
  return response.json();
}

export class Bot {
  static async start(about) {
    const bot = new Bot(about);
    await bot.#listen();
    await bot.logIn();
    return bot;
  }

  /** Gets a token: the first one, or a new one when the clock was moved by more than the two hours that one lasts. */
  async logIn() {
    const app = { app_id: this.about.app_id, app_secret: this.about.app_secret };
    const { tenant_access_token: token } = await call(`${this.about.base_url}/open-apis/auth/v3/tenant_access_token/internal`, "POST", app);
    this.#headers = { Authorization: `Bearer ${token}` };
  }

  /** What the bot does with the text of a message, and with the action of a card callback. */
  onText = async () => {};
  onAction = async () => ({});

  /** Calls the API; `ok` false returns failures too. */
  async api(method, path, body, ok = true) {
    const response = await call(`${this.about.base_url}/open-apis${path}`, method, body, this.#headers);
    if (ok && response.code !== 0) throw new Error(`${method} ${path}: ${JSON.stringify(response)}`);
    return response.data ?? response;
  }
  control(method, path, body) {
    return call(`${this.about.base_url}/_emulator${path}`, method, body);
  }
  send(chat, type, content) {
    return this.api("POST", "/im/v1/messages?receive_id_type=chat_id", { receive_id: chat, msg_type: type, content: JSON.stringify(content) });
  }
  reply(message, type, content, more = {}) {
    return this.api("POST", `/im/v1/messages/${message}/reply`, { msg_type: type, content: JSON.stringify(content), ...more });
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  constructor(about) {
    this.about = about;
  }

  #server;
  #headers = {};

  async #listen() {
    this.#server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      const body = JSON.parse(text);
      const result = body.type === "url_verification" ? { challenge: body.challenge } : await this.#handle(body);
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify(result ?? {}));
    });
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const subscribed = await this.control("POST", "/webhooks", { app_id: this.about.app_id, url: `http://127.0.0.1:${this.#server.address().port}/event` });
    if (subscribed.code !== 0) throw new Error(JSON.stringify(subscribed));
  }

  async #handle({ header, event }) {
    if (header?.event_type === "im.message.receive_v1") await this.onText(event.message);
    return header?.event_type === "card.action.trigger" ? this.onAction(event) : {};
  }
}

/** A card in JSON 2.0. */
export function card(title, elements, more = {}) {
  return { schema: "2.0", header: { title: { tag: "plain_text", content: title }, template: "blue" }, body: { elements }, ...more };
}
