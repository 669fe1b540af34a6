// The SDK's types: the members of each method's request and response, and of each event, from its declarations.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const declarations = () => {
  const main = createRequire(import.meta.url).resolve("@larksuiteoapi/node-sdk");
  return readFileSync(join(dirname(main), "../types/index.d.ts"), "utf8").split("\n");
};

/** Lines of declarations, one by one. Comments are skipped: only single lines look like members. */
class Lines {
  constructor(lines) {
    Object.assign(this, { lines, at: 0 });
  }

  get current() {
    return this.lines[this.at];
  }

  /** The members of the type whose brace opens at the end of this line, by name; moves to the line with the closing one. */
  members() {
    const found = {};
    for (this.at += 1; !/^\s*\}/.test(this.current); this.at += 1) {
      const [, name, opens] = /^\s*"?([\w-]+)"?\??: .*?(\{?)$/.exec(this.current) ?? [];
      if (name !== undefined) found[name] = opens ? this.members() : {};
    }
    return found;
  }
}

/** A map from "im.v1.message.create" to { request, response }, each the tree of its members. */
export function typesOfMethods() {
  const lines = new Lines(declarations());
  const found = new Map();
  let outer = []; // names around this line, with their indentation
  for (; lines.at < lines.lines.length; lines.at += 1) {
    const [, indent, name, opened] = /^(\s+)(\w+): (\{$|\(payload\?: )/.exec(lines.current) ?? [];
    if (name === undefined) continue;
    outer = [...outer.filter((one) => one.indent < indent.length), { indent: indent.length, name }];
    if (opened === "{") continue;
    const request = lines.current.endsWith("(payload?: {") ? lines.members() : {};
    const { data, code, msg, ...rest } = lines.current.endsWith("Promise<{") ? lines.members() : {};
    const isFile = "getReadableStream" in rest;
    found.set(outer.map((one) => one.name).join("."), { request, response: isFile ? {} : data ?? rest });
  }
  return found;
}

/** A map from "im.message.receive_v1" to the tree of what a handler gets, which is header and event in one object. */
export function typesOfEvents() {
  const lines = new Lines(declarations());
  const found = new Map();
  for (; lines.at < lines.lines.length; lines.at += 1) {
    const [, type] = /^\s+"?([\w.]+)"?\?: \(data: \{$/.exec(lines.current) ?? [];
    if (type !== undefined) found.set(type, lines.members());
  }
  return found;
}

/** The paths in the tree `wanted`, such as "data.receive_id", that the tree `there` lacks; it has all below "any". */
export function lacking(wanted, there, path = "") {
  if (there === "any") return [];
  return Object.entries(wanted).flatMap(([name, inner]) =>
    there?.[name] === undefined ? [path + name] : lacking(inner, there[name], `${path}${name}.`));
}

/** How many members a tree has. */
export const count = (tree) => Object.values(tree).reduce((sum, inner) => sum + 1 + count(inner), 0);
