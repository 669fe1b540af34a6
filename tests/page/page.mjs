// The page of the emulator in a browser: node page.mjs EMULATE CHROMIUM
//
// Nothing here waits for a fixed time: Playwright waits until a condition holds, for 20 seconds at most.

import assert from "node:assert/strict";
import { once } from "node:events";
import { get } from "node:http";

import { chromium } from "playwright-core";

import { Bot, card, emulate } from "./bot.mjs";

const [, , program, browserPath] = process.argv;
const limit = 20_000;
let count = 0;
let failed = 0;

async function test(name, run) {
  ++count;
  try {
    await run();
    console.log(`ok ${count} - ${name}`);
  } catch (problem) {
    ++failed;
    console.log(`not ok ${count} - ${name}`);
    console.log(String(problem?.stack ?? problem).split("\n").map((line) => `# ${line}`).join("\n"));
  }
}

const platform = await emulate(program);
const bot = await Bot.start(platform.about);
const browser = await chromium.launch({ executablePath: browserPath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
context.setDefaultTimeout(limit);
const page = await context.newPage();
const violations = []; // of the Content-Security-Policy, and scripts that fail
const elsewhere = []; // requests to other hosts
page.on("console", (line) => line.type() === "error" && /policy|trusted/i.test(line.text()) && violations.push(line.text()));
page.on("pageerror", (problem) => violations.push(String(problem)));
page.on("request", (request) => {
  const url = new URL(request.url());
  if (["http:", "https:"].includes(url.protocol) && url.origin !== platform.about.base_url) elsewhere.push(request.url());
});
await page.exposeFunction("hacked", (how) => violations.push(`a script of a message ran: ${how}`));

const { items: users } = await bot.control("GET", "/users");
const { items: chats } = await bot.control("GET", "/chats");
const [ann, ben] = users;
const group = chats[0].chat_id;

const bubble = (text) => page.locator(".conversation > .split > .messages .bubble").filter({ hasText: text });
const visible = (locator) => locator.first().waitFor({ state: "visible" });
/** Waits until `holds` does. */
async function until(holds, what) {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come true: ${what}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
async function write(text) {
  await page.getByLabel("Write a message").fill(text);
  await page.getByLabel("Write a message").press("Enter");
}
const choose = (name) => page.locator("#viewer").selectOption({ label: name });
const tab = (name) => page.getByRole("tab", { name }).click();

await test("the page shows the chat of the first user", async () => {
  const response = await page.goto(platform.about.page);
  assert.equal(response.status(), 200);
  const policy = response.headers()["content-security-policy"];
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  await visible(page.getByRole("heading", { name: "General" }));
  await visible(page.getByText("No messages yet. Write the first one below."));
});

await test("a user writes and the bot responds", async () => {
  bot.onText = (message) => bot.reply(message.message_id, "text", { text: `you said: ${JSON.parse(message.content).text}` });
  await write("hello bot");
  await visible(bubble("you said: hello bot"));
  await visible(page.locator(".quoted", { hasText: "hello bot" }));
  assert.equal(await bubble("you said: hello bot").locator(".tag").first().textContent(), "Bot");
  bot.onText = async () => {};
});

await test("calls and events appear in the panel as they happen", async () => {
  await visible(page.locator(".entry", { hasText: "im.v1.message.reply" }).locator("small", { hasText: "ms" }));
  await tab("Events");
  await visible(page.locator(".entry", { hasText: "im.message.receive_v1" }).locator(".status", { hasText: "✓" }));
  await page.locator(".entry", { hasText: "im.message.receive_v1" }).locator("summary").first().click();
  await visible(page.locator(".entry pre", { hasText: "hello bot" }));
  await tab("API calls");
});

await test("a call that is refused says in plain words why", async () => {
  await bot.api("POST", "/im/v1/messages?receive_id_type=chat_id", { receive_id: "oc_unknown", msg_type: "text", content: '{"text":"x"}' }, false);
  const entry = page.locator(".entry.bad", { hasText: "im.v1.message.create" }).first();
  await visible(entry.locator(".problem"));
  await entry.locator("summary").click();
  await visible(entry.locator("dd", { hasText: /^\d{5,} / }));
});

await test("a click on a button reaches the bot, whose toast and card are shown", async () => {
  const actions = [];
  bot.onAction = async ({ action, operator }) => {
    actions.push({ value: action.value, by: operator.open_id });
    return { toast: { type: "success", content: "approved" }, card: { type: "raw", data: card("Leave", [{ tag: "markdown", content: "Approved **at once**" }]) } };
  };
  await bot.send(group, "interactive", card("Leave", [
    { tag: "markdown", content: "Two days?" },
    { tag: "column_set", columns: ["approve", "reject"].map((what) => ({
      tag: "column", width: "weighted", weight: 1,
      elements: [{ tag: "button", text: { tag: "plain_text", content: what }, behaviors: [{ type: "callback", value: { what } }] }],
    })) },
  ]));
  await page.getByRole("button", { name: "reject" }).waitFor();
  await page.getByRole("button", { name: "approve" }).click();
  await visible(page.locator(".toast.success", { hasText: "approved" }));
  await visible(bubble("Approved at once"));
  assert.equal(await bubble("Approved at once").locator("strong").textContent(), "at once");
  assert.deepEqual(actions, [{ value: { what: "approve" }, by: ann.open_id }]);
});

await test("a form is submitted with all that was entered", async () => {
  const submitted = [];
  bot.onAction = async ({ action }) => {
    submitted.push(action.form_value);
    return { toast: { type: "info", content: "stored" } };
  };
  const option = (value) => ({ text: { tag: "plain_text", content: value.toUpperCase() }, value });
  await bot.send(group, "interactive", card("Report", [{ tag: "form", name: "report", elements: [
    { tag: "input", name: "reason", label: { tag: "plain_text", content: "Reason" }, required: true },
    { tag: "select_static", name: "level", placeholder: { tag: "plain_text", content: "Level" }, options: [option("low"), option("high")] },
    { tag: "multi_select_static", name: "parts", placeholder: { tag: "plain_text", content: "Parts" }, options: [option("disk"), option("net")] },
    { tag: "date_picker", name: "day", placeholder: { tag: "plain_text", content: "Day" } },
    { tag: "checker", name: "agree", checked: false, text: { tag: "plain_text", content: "I agree" } },
    { tag: "button", name: "submit", text: { tag: "plain_text", content: "Hand in" }, form_action_type: "submit" },
  ] }]));
  const form = page.locator(".card-form");
  await visible(form);
  await form.getByRole("button", { name: "Hand in" }).click();
  await visible(page.locator(".toast", { hasText: "reason" })); // required, and empty
  await form.getByLabel("Reason").fill("磁盘坏了");
  await form.locator("select").selectOption("high");
  await form.getByLabel("DISK").check();
  await form.getByLabel("NET").check();
  await form.locator("input[type=date]").fill("2026-12-24");
  await form.getByLabel("I agree").check();
  await form.getByRole("button", { name: "Hand in" }).click();
  await visible(page.locator(".toast", { hasText: "stored" }));
  assert.deepEqual(submitted, [{ reason: "磁盘坏了", level: "high", parts: ["disk", "net"], day: "2026-12-24", agree: true }]);
});

await test("streaming text grows while it arrives", async () => {
  const streamed = card("Answer", [{ tag: "markdown", element_id: "md", content: "One" }], { config: { streaming_mode: true } });
  const { card_id: id } = await bot.api("POST", "/cardkit/v1/cards", { type: "card_json", data: JSON.stringify(streamed) });
  await bot.send(group, "interactive", { type: "card", data: { card_id: id } });
  await visible(bubble("Writing…"));
  let sequence = 0;
  for (const text of ["One, two", "One, two, three"]) {
    await bot.api("PUT", `/cardkit/v1/cards/${id}/elements/md/content`, { content: text, sequence: ++sequence });
    await until(async () => (await bubble("Writing…").locator(".markdown").textContent()) === text, text);
  }
  await bot.api("PATCH", `/cardkit/v1/cards/${id}/settings`, { settings: JSON.stringify({ config: { streaming_mode: false } }), sequence: ++sequence });
  await until(async () => (await bubble("Writing…").count()) === 0, "the end of streaming");
  await visible(bubble("One, two, three"));
});

await test("tables and charts of cards are drawn", async () => {
  await bot.send(group, "interactive", card("Numbers", [
    { tag: "table", page_size: 5, columns: [{ name: "host", display_name: "Host", data_type: "text" }, { name: "load", display_name: "Load", data_type: "number", format: { precision: 1 } }, { name: "since", display_name: "Since", data_type: "date" }],
      rows: Array.from({ length: 7 }, (_, n) => ({ host: `web-${n}`, load: n * 1.5, since: n === 4 ? "never" : 1_700_000_000_000 })) },
    { tag: "chart", chart_spec: { type: "bar", title: { text: "Visits" }, data: { values: [{ day: "Mon", n: 3 }, { day: "Tue", n: 5 }] }, xField: "day", yField: "n" } },
    { tag: "chart", chart_spec: { type: "pie", data: { values: [{ k: "a", v: 1 }, { k: "b", v: 2 }] }, categoryField: "k", valueField: "v" } },
  ]));
  const shown = bubble("web-4");
  await visible(shown);
  assert.equal(await shown.locator("tbody tr").count(), 5);
  assert.deepEqual(await shown.locator("tbody tr").last().locator("td").allTextContents(), ["web-4", "6.0", "never"]);
  await shown.getByRole("button", { name: "›" }).click();
  await visible(bubble("web-6"));
  assert.equal(await bubble("web-6").locator("svg rect").count(), 2);
  assert.equal(await bubble("web-6").locator("svg path").count(), 2);
});

await test("a message that cannot be drawn does not take the page with it", async () => {
  const other = await context.newPage();
  // What draws numbers in a table.
  await other.addInitScript(() => { Number.isInteger = () => { throw new Error("a defect of the page"); }; });
  await other.goto(platform.about.page);
  await visible(other.locator(".missing", { hasText: "a defect of the page" }));
  await visible(other.locator(".bubble", { hasText: "you said: hello bot" }));
  await other.close();
});

await test("posts, reactions, recalls and read marks are shown", async () => {
  const { message_id: id } = await bot.send(group, "post", { en_us: { title: "News", content: [[{ tag: "text", text: "Read ", style: ["bold"] }, { tag: "a", text: "this", href: "https://example.com/" }]] } });
  await visible(bubble("News").locator("a[href='https://example.com/']"));
  await visible(bubble("News").locator(".mark.unread"));
  await bot.control("POST", `/users/${ben.open_id}/reactions`, { message_id: id, emoji_type: "THUMBSUP" });
  await visible(bubble("News").locator(".reactions button", { hasText: "Ben" }));
  await bubble("News").locator(".reactions button").click();
  await visible(bubble("News").locator(".reactions button.mine", { hasText: "2" }));
  await bubble("News").hover();
  await bubble("News").getByRole("button", { name: "Mark as read" }).click();
  await visible(bubble("News").locator(".mark.read", { hasText: "Ann" }));
  await bot.api("POST", "/im/v1/pins", { message_id: id });
  await visible(bubble("News").locator(".mark.pin"));
  await bot.api("PATCH", `/im/v1/messages/${id}/urgent_app?user_id_type=open_id`, { user_id_list: [ann.open_id] });
  await visible(bubble("News").locator(".mark.urgent", { hasText: "Ann" }));
  await bot.api("DELETE", `/im/v1/messages/${id}`);
  await visible(bubble("This message was recalled"));
});

await test("a message is edited, pinned and forwarded", async () => {
  await write("a first try");
  const shown = bubble("a first try");
  await visible(shown);
  await shown.hover();
  await shown.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Write a message").fill("a second try for @Ben");
  await page.getByLabel("Write a message").press("Enter");
  const edited = bubble("a second try for");
  await visible(edited.locator("small", { hasText: "edited" }));
  await visible(edited.locator(".at", { hasText: "@Ben" }));
  await edited.hover();
  await edited.getByRole("button", { name: "Pin" }).click();
  await visible(edited.locator(".mark.pin", { hasText: "Ann" }));
  await edited.getByLabel("Forward to").selectOption(group);
  await until(async () => (await edited.count()) === 2, "the message is there twice");
});

await test("a feed card is shown, and its button reaches the bot", async () => {
  const pressed = [];
  bot.onAction = async ({ action }) => {
    pressed.push(action.value);
    return {};
  };
  await bot.api("POST", "/im/v2/app_feed_card?user_id_type=open_id", { user_ids: [ann.open_id], app_feed_card: {
    biz_id: "ticket-1", title: "Ticket 1", preview: "Waits for you", link: { link: "https://example.com/ticket" },
    buttons: { buttons: [{ action_type: "webhook", text: { text: "Close it" }, button_type: "primary", action_map: { ticket: "1" } }] } } });
  const feed = page.locator(".feed-card", { hasText: "Ticket 1" });
  await visible(feed.getByText("Waits for you"));
  await feed.getByRole("button", { name: "Close it" }).click();
  await until(() => pressed.length > 0, "the bot gets a callback");
  assert.deepEqual(pressed, [{ ticket: "1" }]);
});

await test("an ephemeral card is shown to one user only", async () => {
  await bot.api("POST", "/ephemeral/v1/send", { chat_id: group, open_id: ann.open_id, msg_type: "interactive", card: { elements: [{ tag: "div", text: { tag: "plain_text", content: "just between us" } }] } });
  await visible(bubble("just between us").locator(".mark.only", { hasText: "Ann" }));
  await choose("Ben");
  await visible(bubble("you said: hello bot"));
  assert.equal(await bubble("just between us").count(), 0);
  await choose("Ann");
  await visible(bubble("just between us"));
});

await test("replies in a thread are shown beside the chat", async () => {
  const { message_id: id } = await bot.send(group, "text", { text: "a topic" });
  await bot.reply(id, "text", { text: "inside" }, { reply_in_thread: true });
  await bubble("a topic").getByRole("button", { name: "1 replies in the thread" }).click();
  await visible(page.locator(".thread .bubble", { hasText: "inside" }));
  assert.equal(await page.locator(".conversation > .split > .messages .bubble > .text", { hasText: /^inside$/ }).count(), 0);
  await page.locator(".thread").getByRole("button", { name: "Close" }).click();
});

await test("a user sends a file and an image", async () => {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  await page.locator(".writer input[type=file]").setInputFiles([
    { name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from("42") },
    { name: "dot.png", mimeType: "image/png", buffer: png },
  ]);
  await visible(page.locator("button.file", { hasText: "报告.txt" }));
  await page.locator("img.picture").first().waitFor({ state: "attached" });
  await until(() => page.locator("img.picture").first().evaluate((image) => image.complete && image.naturalWidth === 1), "the image is loaded");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("button.file", { hasText: "报告.txt" }).click()]);
  assert.equal(download.suggestedFilename(), "报告.txt");
});

await test("a fault is switched on, hits the bot and is switched off", async () => {
  await tab(/Faults/);
  await page.locator(".faults select[name=fault]").selectOption("rate_limit");
  await page.getByRole("button", { name: "Switch on" }).click();
  await visible(page.locator(".faults li", { hasText: "Rate limit" }));
  const refused = await bot.api("GET", "/bot/v3/info", undefined, false);
  assert.equal(refused.code, 99991400);
  await visible(page.locator(".faults li", { hasText: "1 hits" }));
  await tab("API calls");
  await visible(page.locator(".entry", { hasText: "Rate limit" }));
  await tab(/Faults/);
  await page.getByRole("button", { name: "Switch all off" }).click();
  await visible(page.getByText("No faults are on"));
  assert.equal((await bot.api("GET", "/bot/v3/info")).code, 0);
  await tab("API calls");
});

await test("the clock of the platform is moved", async () => {
  const { now: before } = await bot.control("POST", "/clock", { milliseconds: 0 });
  await page.getByRole("button", { name: "+1 day" }).click();
  await until(async () => new Date(await page.locator("#clock").getAttribute("datetime")).getTime() - before >= 86_400_000, "the clock is moved");
  assert.notEqual((await bot.api("GET", "/bot/v3/info", undefined, false)).code, 0); // its token has expired
  await bot.logIn();
});

await test("what hostile messages contain stays text", async () => {
  const evil = ['<img src=x onerror=hacked("img")>', '<script>hacked("script")</script>', "javascript:hacked('url')", '"><svg onload=hacked("svg")>'];
  for (const text of evil) await bot.control("POST", `/users/${ben.open_id}/messages`, { chat_id: group, text: `evil ${text}` });
  await bot.send(group, "post", { en_us: { title: evil[0], content: [[{ tag: "a", text: "evil link", href: "javascript:hacked('post')" }], [{ tag: "md", text: `[evil md](javascript:hacked('md')) ${evil[1]} ![x](https://example.com/x.png)` }]] } });
  await bot.send(group, "interactive", card(evil[1], [
    { tag: "markdown", content: `${evil.join(" ")} [evil card](javascript:hacked('card')) <font color='red" onclick="hacked()'>evil font</font>` },
    { tag: "button", text: { tag: "plain_text", content: evil[3] }, url: "javascript:hacked('open')" },
    { tag: "div", text: { tag: "plain_text", content: "evil end", text_color: "red\"><b>" } },
  ]));
  await bot.control("POST", "/users", { name: evil[0] });
  await visible(bubble("evil end"));
  for (const text of evil) await visible(bubble(`evil ${text}`));
  await bubble("evil end").getByRole("button").first().click();
  assert.equal(await page.locator("a[href^='javascript:']").count(), 0);
  assert.equal(await page.locator("#app script, #app [onerror], #app [onload], #app [onclick]").count(), 0);
  assert.equal(context.pages().length, 1);
  assert.deepEqual(violations, []);
  assert.deepEqual(elsewhere, []);
});

await test("the keyboard suffices", async () => {
  await bot.control("POST", "/chats", { name: "Second", members: [ann.open_id] });
  await visible(page.locator("button.chat", { hasText: "Second" }));
  await page.locator("button.chat").first().focus();
  const second = await page.locator("button.chat").nth(1).getAttribute("data-chat");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await visible(page.locator(`button.chat[data-chat="${second}"][aria-current]`));
  await page.getByRole("tab", { name: "API calls" }).focus();
  await page.keyboard.press("ArrowRight");
  await visible(page.getByRole("tab", { name: "Events", selected: true }));
  await page.keyboard.press("ArrowLeft");
});

await test("groups, users and one-to-one chats are created", async () => {
  await page.getByText("New chat").click();
  await page.getByLabel("Name of the group").fill("Incident");
  await page.locator(".new-chat form").first().getByRole("button", { name: "Create" }).click();
  await visible(page.getByRole("heading", { name: "Incident" }));
  await page.getByRole("button", { name: /Talk to a bot/ }).click();
  await visible(page.getByRole("heading", { name: "emulator", exact: true }));
  await write("privately");
  await visible(bubble("privately"));
});

await test("a follow-up bubble sends its text", async () => {
  const chat = await page.locator("button.chat[aria-current]").getAttribute("data-chat");
  const { message_id: id } = await bot.send(chat, "text", { text: "anything else?" });
  await bot.api("POST", `/im/v1/messages/${id}/push_follow_up`, { follow_ups: [{ content: "yes please" }] });
  await bubble("anything else?").getByRole("button", { name: "yes please" }).click();
  await visible(page.locator(".message.mine .text", { hasText: /^yes please$/ }));
});

await test("the page is in Chinese too, dark and light", async () => {
  await page.locator("#language").click();
  await visible(page.getByRole("tab", { name: "API 调用" }));
  assert.equal(await page.evaluate(() => document.documentElement.lang), "zh-CN");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.locator("#theme").click();
  await until(async () => (await background()) !== light, "dark");
  await page.locator("#theme").click();
  await until(async () => (await background()) === light, "light");
  await page.locator("#language").click();
  await visible(page.getByRole("tab", { name: "API calls" }));
});

await test("elsewhere than on loopback the page asks for the token", async () => {
  const open = await emulate(program, "--address", "0.0.0.0");
  const other = await (await browser.newContext({ locale: "en-US" })).newPage();
  await other.goto(`${open.about.base_url}/`);
  await visible(other.getByText("The emulator asks for its control token"));
  await other.getByLabel("Control token").fill(open.about.control_token);
  await other.getByRole("button", { name: "Open" }).click();
  await visible(other.getByRole("heading", { name: "General" }));
  const linked = await (await browser.newContext({ locale: "en-US" })).newPage();
  await linked.goto(open.about.page);
  await visible(linked.getByRole("heading", { name: "General" }));
  assert.equal(new URL(linked.url()).hash, "");
  open.stop();
});

await test("a page of another site is refused", async () => {
  const status = async (headers) => {
    const [response] = await once(get(`${platform.about.base_url}/`, { headers }), "response");
    response.resume();
    return response.statusCode;
  };
  assert.equal(await status({}), 200);
  assert.equal(await status({ Origin: "http://evil.example" }), 403);
  assert.equal(await status({ Host: "evil.example" }), 403); // a name that was made to resolve to this machine
});

await test("the page says that the emulator is gone", async () => {
  platform.stop();
  await visible(page.getByText("The emulator does not respond"));
});

await browser.close();
bot.stop();
console.log(`1..${count}`);
process.exit(failed ? 1 : 0);
