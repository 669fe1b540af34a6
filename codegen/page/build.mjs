// Builds the page of the emulator: one HTML file, which is written into a header with the policy that allows its script
// and its style, and nothing else.
//
// Of the libraries, Preact: 4 kB, its JSX is checked by TypeScript, and it makes elements and text nodes, never HTML from
// strings, so that what bots send stays text and the policy can forbid everything else (Lit's templates are strings that
// no compiler checks, and go through innerHTML). esbuild-wasm writes the same bytes on every machine.
//
//     npm ci && node build.mjs            # writes the header
//     node build.mjs --check              # says whether the header is what it would write
//     node build.mjs --check --root DIR   # for a copy of this folder elsewhere: DIR is the checkout
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild-wasm";

const here = dirname(fileURLToPath(import.meta.url));
const option = process.argv.indexOf("--root");
const root = option < 0 ? resolve(here, "../..") : process.argv[option + 1];
const header = join(root, "include/feishu/emulator/page/impl/page_html.hpp");

async function bundle(entry) {
  const built = await build({
    absWorkingDir: here,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: "es2022",
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
  });
  return built.outputFiles[0].text.trim();
}

// A script or a style may do nothing but what is in the page: it is allowed by its hash.
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

function policy(script, style) {
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "img-src blob: data:",
    "media-src blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

// Compilers limit the length of one literal: the page is in several. None of them ends inside a character.
function pieces(text, length) {
  const characters = Array.from(text);
  const out = [];
  for (let at = 0; at < characters.length; at += length) out.push(characters.slice(at, at + length).join(""));
  return out;
}

const script = await bundle("src/main.tsx");
const style = await bundle("src/style.css");
if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error("the page would end its own script or style");
const html = readFileSync(join(here, "src/page.html"), "utf8")
  .replace("{style}", () => style)
  .replace("{script}", () => script);
if (html.includes(')page"')) throw new Error("the page has the end of a literal");

const text = `#pragma once
// Generated from codegen/page by its build.mjs; not to be edited.
// clang-format off

#include <string_view>

namespace feishu::emulator::detail {

inline constexpr std::string_view page_policy = "${policy(script, style)}";

inline constexpr std::string_view page_parts[]{
${pieces(html, 12000).map((piece) => `R"page(${piece})page"`).join(",\n")}};

} // namespace feishu::emulator::detail
`;

if (process.argv.includes("--check")) {
  if (readFileSync(header, "utf8") !== text) {
    console.error(`${header} is not what build.mjs writes: run it`);
    process.exit(1);
  }
} else {
  writeFileSync(header, text);
  console.log(`${header}: ${Buffer.byteLength(html)} bytes`);
}
