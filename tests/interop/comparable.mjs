// What must be the same in two requests for the same call.

import { isDeepStrictEqual } from "node:util";

/** The parts of a multipart body, from its bytes. */
function partsOf(body, boundary) {
  const parts = [];
  let at = body.indexOf(`--${boundary}\r\n`);
  while (at >= 0) {
    const begin = body.indexOf("\r\n", at) + 2;
    const headEnd = body.indexOf("\r\n\r\n", begin);
    const end = body.indexOf(`\r\n--${boundary}`, headEnd);
    const head = body.subarray(begin, headEnd).toString();
    const parameter = (name) => new RegExp(`[; ]${name}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(head)?.[1];
    const bytes = body.subarray(headEnd + 4, end);
    // A file by its bytes; a value by its text, which shows in a difference.
    const file_name = parameter("filename");
    const content = file_name === undefined ? { value: bytes.toString() } : { file_name, bytes: bytes.toString("base64") };
    parts.push({ name: parameter("name"), ...content });
    at = body.indexOf(`--${boundary}\r\n`, end + 2);
  }
  return parts.sort((a, b) => a.name.localeCompare(b.name));
}

function bodyOf({ headers, body }) {
  const type = headers["content-type"] ?? "";
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return { parts: partsOf(body, boundary) };
  if (body.length === 0) return {};
  if (type.startsWith("application/json")) return JSON.parse(body);
  return { type, text: body.toString() };
}

/** The parameters of a query: each with the set of its values. */
function queryOf(text) {
  const query = {};
  for (const [name, value] of new URLSearchParams(text)) (query[name] ??= []).push(value);
  for (const values of Object.values(query)) values.sort();
  return query;
}

/** Method, path, query, body and token. No body is the same as {}: neither has a parameter. */
export function comparable(request) {
  return {
    method: request.method,
    path: decodeURIComponent(request.path),
    query: queryOf(request.query),
    body: bodyOf(request),
    token: request.headers.authorization ?? "",
  };
}

/** Removes what is at "body.uuid" in one of two requests. It must differ: an explanation of nothing is out of date. */
export function removeDifference(path, ours, theirs) {
  const names = path.split(".");
  const last = names.pop();
  const [from, other] = [ours, theirs].map((request) => names.reduce((inner, name) => inner?.[name] ?? {}, request));
  if (isDeepStrictEqual(from[last], other[last])) throw new Error(`${path} does not differ`);
  delete from[last];
  delete other[last];
}
