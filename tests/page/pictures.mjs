// The pictures of the page in examples/pictures: node pictures.mjs EMULATE CHROMIUM DIRECTORY
//
// Needs Debian's fonts-wqy-microhei and fonts-noto-color-emoji, and pngquant, which makes the pictures small. The time is in
// them, so that they differ from run to run: they are made when the page looks different.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { chromium } from "playwright-core";

import { Bot, card, emulate } from "./bot.mjs";

const [, , program, browserPath, directory] = process.argv;
const platform = await emulate(program);
const bot = await Bot.start(platform.about);
const browser = await chromium.launch({ executablePath: browserPath, headless: true, args: ["--no-sandbox", "--disable-gpu"] });

const { items: users } = await bot.control("GET", "/users");
const [ann, ben] = users;
const { items: chats } = await bot.control("GET", "/chats");
const group = chats[0].chat_id;
const people = { members: [ann.open_id, ben.open_id] };
await bot.control("POST", "/chats", { name: "Deployments", ...people });
await bot.control("POST", `/users/${ann.open_id}/enter`, { app_id: platform.about.app_id });

const say = (user, text) => bot.control("POST", `/users/${user.open_id}/messages`, { chat_id: group, text });
await say(ben, "Is the disk of web-3 full again?");
const alert = await bot.send(group, "interactive", card("Disk almost full: web-3", [
  { tag: "markdown", content: "**/var** has <font color='red'>4 %</font> left, on call: <at id=" + ann.open_id + "></at>" },
  { tag: "chart", chart_spec: { type: "line", title: { text: "/var, % used" }, data: { values: [31, 38, 52, 71, 96].map((n, i) => ({ t: `${10 + i}h`, n })) }, xField: "t", yField: "n" } },
  { tag: "column_set", flex_mode: "flow", columns: [["Acknowledge", "primary"], ["Clean up", "default"], ["Ignore", "danger"]].map(([text, type]) => ({ tag: "column", width: "auto", elements: [{ tag: "button", type, text: { tag: "plain_text", content: text }, behaviors: [{ type: "callback", value: { text } }] }] })) },
], { header: { title: { tag: "plain_text", content: "Disk almost full: web-3" }, template: "red", text_tag_list: [{ tag: "text_tag", text: { tag: "plain_text", content: "P1" }, color: "red" }] } }));
await bot.api("PATCH", `/im/v1/messages/${alert.message_id}/urgent_app?user_id_type=open_id`, { user_id_list: [ann.open_id] });
await bot.api("POST", "/im/v1/pins", { message_id: alert.message_id });
await bot.control("POST", `/users/${ben.open_id}/reactions`, { message_id: alert.message_id, emoji_type: "THUMBSUP" });
await bot.control("POST", `/users/${ben.open_id}/read`, { message_id: alert.message_id });
await bot.api("POST", "/im/v1/messages?receive_id_type=chat_id", { receive_id: group, msg_type: "text", content: "hello" }, false);

async function picture(name, options, prepare = async () => {}) {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 720 }, locale: "en-US", ...options })).newPage();
  await page.goto(platform.about.page);
  await page.locator("button.chat", { hasText: "General" }).click();
  await page.locator(".card .chart").waitFor();
  await page.locator(".entry").first().waitFor();
  await prepare(page);
  const path = join(directory, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  execFileSync("pngquant", ["--force", "--output", path, "--strip", "32", path]);
}

await picture("emulator", { colorScheme: "light" });
await picture("emulator-dark-zh", { colorScheme: "dark", locale: "zh-CN" }, (page) => page.locator("#tab-faults").click());

await browser.close();
bot.stop();
platform.stop();
