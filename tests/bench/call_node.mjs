// A peer: the same calls through the official SDK for Node. `sync` awaits each, `async` has 32 in flight.
//
//     node call_node.mjs CASE --url URL --operations N      (NODE_EXTRA_CA_CERTS names the CA over HTTPS)

import { createRequire } from "node:module";
import path from "node:path";

// The SDK is where tests/tools/npm.py installed it, which is the working directory.
const lark = createRequire(path.join(process.cwd(), "package.json"))("@larksuiteoapi/node-sdk");

const WARM_UP = 256;
const IN_FLIGHT = 32;
const [name, ...rest] = process.argv.slice(2);
const value = (option) => rest[rest.indexOf(`--${option}`) + 1];
const operations = Number(value("operations"));

const client = new lark.Client({
    appId: "cli_9f427eec54ae901b",
    appSecret: "secret",
    domain: value("url"),
    loggerLevel: lark.LoggerLevel.error,
});

async function send() {
    const sent = await client.im.message.create({
        params: { receive_id_type: "chat_id" },
        data: {
            receive_id: "oc_84983ff6516d731e5b5f68d4ea2e1da5",
            content: JSON.stringify({ text: "disk full on db-1" }),
            msg_type: "text",
            uuid: crypto.randomUUID(),
        },
    });
    if (sent.data?.message_id !== "om_dc13264520392913993dd051dba21dcf") throw new Error(JSON.stringify(sent));
}

async function run(calls) {
    let left = calls;
    const sender = async () => {
        while (left-- > 0) await send();
    };
    await Promise.all(Array.from({ length: name === "async" ? IN_FLIGHT : 1 }, sender));
}

await run(WARM_UP);
const start = process.hrtime.bigint();
const before = process.cpuUsage();
await run(operations);
const cpu = process.cpuUsage(before);
const per = (ns) => ns / operations;
console.log(JSON.stringify({
    case: name,
    ns: per(Number(process.hrtime.bigint() - start)),
    cpu_ns: per(1e3 * (cpu.user + cpu.system)),
    user_ns: per(1e3 * cpu.user),
    system_ns: per(1e3 * cpu.system),
}));
process.exit(0);
