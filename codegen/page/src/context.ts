// What components deep in the page need: who looks, who is who, and what they can do.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Chat, Message } from "./api.js";

export interface Click {
  element: string; nth: number; text?: string; option?: string; options?: string[]; checked?: boolean;
  form?: Record<string, unknown>;
}
export interface Page {
  viewer: string;
  nameOf(id: string): string;
  isBot(id: string): boolean;
  chats: Chat[];
  /** Runs an action of the viewer; what fails is shown. Whether it succeeded. */
  act(action: () => Promise<unknown>): Promise<boolean>;
  click(message: Message, what: Click): Promise<boolean>;
  busy: boolean;
}

export const PageContext = createContext<Page>(null as unknown as Page);
export const usePage = (): Page => useContext(PageContext);

/** A link that may be followed: to the web, not to a script. */
export function safeUrl(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const url = new URL(text);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export function openUrl(text: unknown): void {
  const url = safeUrl(text);
  if (url) window.open(url, "_blank", "noopener,noreferrer");
}

export function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

/** JSON of a bot, which can be anything: members of the type that is expected, or nothing. */
export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
export const object = (value: unknown): Json => (isObject(value) ? value : {});
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const objects = (value: unknown): Json[] => list(value).filter(isObject);
export const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
