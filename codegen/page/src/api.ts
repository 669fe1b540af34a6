// The control interface of the emulator, as far as the page uses it.

export interface Person { id: string; name?: string; bot?: boolean }
export interface Chat {
  chat_id: string; title?: string; chat_mode?: string; owner?: string; muted?: boolean; dissolved?: boolean;
  bots?: string[]; unread?: number; messages?: number; last_type?: string; last_content?: string; last_mentions?: Mention[];
  last_sender?: string; last_time?: number;
}
export interface Mention { key: string; id?: string; name?: string }
export interface Reaction { emoji_type: string; by?: string[] }
export interface Message {
  message_id: string; chat_id: string; root_id?: string; parent_id?: string; thread_id?: string; msg_type: string;
  content?: string; app?: string; user?: string; create_time: number; updated?: boolean; deleted?: boolean;
  sender_name?: string; mentions?: Mention[]; reactions?: Reaction[]; readers?: string[]; urgent?: string[];
  follow_ups?: string[]; thread_position?: number; pinned_by?: string; visible_to?: string; edits?: number;
  streaming?: boolean;
}
export interface FeedCard {
  app: string; biz_id: string; title?: string; preview?: string; status?: string; link?: string;
  buttons?: { text?: string; style?: string }[]; time_sensitive?: boolean;
}
export interface Fault {
  method?: string; path?: string; faults?: string[]; probability?: number; delay?: number; hits?: number; left?: number;
}
export interface Screen {
  people?: Person[]; chats?: Chat[]; feed?: FeedCard[]; messages?: Message[]; faults?: Fault[];
  connections?: Record<string, number>;
}
export interface Call {
  method: string; target: string; endpoint?: string; route?: string; body?: string; status: number; code?: number; log_id?: string;
  fault?: string; app?: string; message?: string; field?: string; time: number; duration?: number; sequence: number;
}
export interface Push { attempt: number; channel?: string; status?: number; response?: string }
export interface PlatformEvent {
  app: string; type: string; id: string; document?: string; callback?: boolean; time: number; sequence: number;
  pushes?: Push[];
}
export interface Look { revision: string; screen?: Screen; requests?: Call[]; events?: PlatformEvent[]; now: number }

/** Why the emulator refused a call. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: number, message: string) {
    super(message);
  }
}

const tokenKey = "feishu-emulator-token";

/** The token from the link that opened the page, which then shows it no longer. */
export function takeToken(): void {
  const found = /[#&]token=([^&]*)/.exec(location.hash);
  if (!found) return;
  sessionStorage.setItem(tokenKey, decodeURIComponent(found[1]!));
  history.replaceState(null, "", location.pathname);
}

export function setToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
}

async function request(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
  const headers: Record<string, string> = {};
  const token = sessionStorage.getItem(tokenKey);
  if (token) headers["Authorization"] = `Bearer ${token}`;
  if (type) headers["Content-Type"] = type;
  return fetch(`/_emulator${path}`, { method, headers, body, cache: "no-store" });
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  let json: { code?: number; msg?: string } = {};
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refused(response.status, 0, text.slice(0, 200));
  }
  if (!response.ok || json.code) throw new Refused(response.status, json.code ?? 0, json.msg ?? text.slice(0, 200));
  return json as T;
}

export async function call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  return read<T>(await request(method, path, json, json === undefined ? undefined : "application/json"));
}

export async function upload(user: string, chat: string, file: File): Promise<void> {
  const form = new FormData();
  form.set("chat_id", chat);
  form.set("file_name", file.name);
  form.set("file", file);
  await read(await request("POST", `/users/${user}/files`, form));
}

const urls = new Map<string, Promise<string>>();

/** The URL of an image or a file in this page; it is loaded once. */
export function resourceUrl(key: string): Promise<string> {
  let found = urls.get(key);
  if (!found) {
    found = request("GET", `/resources/${encodeURIComponent(key)}`).then(async (response) => {
      if (!response.ok) throw new Refused(response.status, 0, `no resource ${key}`);
      return URL.createObjectURL(await response.blob());
    });
    found.catch(() => urls.delete(key));
    urls.set(key, found);
  }
  return found;
}

/** Saves a file. It is never opened in the page, whatever type it says that it has. */
export async function save(key: string, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = await resourceUrl(key);
  link.download = name;
  link.click();
}
