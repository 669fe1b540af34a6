// One message as people see it.
import { Component, type ComponentChildren, type JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { call, type Message } from "./api.js";
import { Card } from "./card.js";
import { isObject, list, object, objects, parseJson, text, usePage, type Json } from "./context.js";
import { At, inline, Link, Markdown } from "./markdown.js";
import { ResourceFile, ResourceImage } from "./resource.js";
import { locale, t, type Word } from "./words.js";

export const timeOf = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", second: "2-digit" });

const typeNames: Record<string, Word> = {
  image: "image", file: "file", audio: "audio", media: "video", sticker: "sticker", interactive: "card", post: "post",
  share_chat: "shareChat", share_user: "shareUser", merge_forward: "merged",
};
export const typeName = (type: string): string => (typeNames[type] ? t(typeNames[type]) : type);

/** The text of a text message, with names in place of the keys of mentions. */
export function textOf(message: Message): string {
  return withNames(text(object(parseJson(message.content))["text"]), message.mentions);
}

/** What the list of chats shows of a message. */
export function preview(type: string | undefined, content: string | undefined, mentions?: Message["mentions"]): string {
  if (!type) return "";
  const json = object(parseJson(content));
  if (type === "text" && content) return withNames(text(json["text"]), mentions);
  if (type === "post" && text(json["title"])) return text(json["title"]);
  return `[${typeName(type)}]`;
}
const withNames = (from: string, mentions: Message["mentions"]): string =>
  (mentions ?? []).reduceRight((shown, one) => shown.replaceAll(one.key, `@${one.name ?? ""}`), from);

/** Text with mentions in place of their keys. */
function Mentioned({ message, children }: { message: Message; children: string }): JSX.Element {
  const mentions = message.mentions ?? [];
  const parts = children.split(/(@_(?:user_\d+|all))/);
  return (
    <>
      {parts.map((part) => {
        if (part === "@_all") return <At id="all" />;
        const found = mentions.find((one) => one.key === part);
        return found ? <At id={found.id ?? ""} name={found.name} /> : inline(part);
      })}
    </>
  );
}

function PostElement({ of, message }: { of: Json; message: Message }): ComponentChildren {
  const style = list(of["style"]).map(text).filter((one) => ["bold", "italic", "underline", "lineThrough"].includes(one)).join(" ");
  switch (of["tag"]) {
    case "text": return <span class={style}>{text(of["text"])}</span>;
    case "a": return <Link href={of["href"]}><span class={style}>{text(of["text"])}</span></Link>;
    case "at": {
      const found = message.mentions?.find((one) => one.key === of["user_id"]);
      return of["user_id"] === "@_all" ? <At id="all" /> : <At id={found?.id ?? text(of["user_id"])} name={found?.name ?? text(of["user_name"])} />;
    }
    case "img": return <ResourceImage name={text(of["image_key"])} />;
    case "media": return <ResourceFile name={text(of["file_key"])} fileName="" kind={t("video")} />;
    case "emotion": return <span>:{text(of["emoji_type"])}:</span>;
    case "hr": return <hr />;
    case "code_block": return <pre><code>{text(of["text"])}</code></pre>;
    case "md": return <Markdown text={text(of["text"])} />;
    default: return <pre>{JSON.stringify(of)}</pre>;
  }
}

function Post({ json, message }: { json: Json; message: Message }): JSX.Element {
  const body = Array.isArray(json["content"]) ? json : object(Object.values(json).find((one) => isObject(one) && Array.isArray(one["content"])));
  return (
    <div class="post">
      {text(body["title"]) && <h3>{text(body["title"])}</h3>}
      {list(body["content"]).map((line) => <div class="line">{objects(line).map((one) => <PostElement of={one} message={message} />)}</div>)}
    </div>
  );
}

function Merged({ message }: { message: Message }): JSX.Element {
  const [children, setChildren] = useState<Message[]>([]);
  useEffect(() => {
    call<{ items?: Message[] }>("GET", `/messages/${message.message_id}/children`).then((found) => setChildren(found.items ?? []), () => setChildren([]));
  }, [message.message_id]);
  return (
    <details class="merged" open>
      <summary>{t("merged")} ({children.length})</summary>
      {children.map((one) => <div class="child"><b>{one.sender_name}</b> <Content message={one} /></div>)}
    </details>
  );
}

function Content({ message }: { message: Message }): JSX.Element {
  const page = usePage();
  if (message.deleted) return <p class="missing">{t("recalled")}</p>;
  if (message.msg_type === "interactive") return <Card message={message} />;
  if (message.msg_type === "merge_forward") return <Merged message={message} />;
  const json = parseJson(message.content);
  if (!isObject(json)) return <p class="missing">{t("notJson")}</p>;
  switch (message.msg_type) {
    case "text": return <p class="text"><Mentioned message={message}>{text(json["text"])}</Mentioned></p>;
    case "post": return <Post json={json} message={message} />;
    case "image": return <ResourceImage name={text(json["image_key"])} />;
    case "sticker": return <p class="missing">[{t("sticker")}]</p>;
    case "file":
    case "folder":
    case "audio":
    case "media": return <ResourceFile name={text(json["file_key"])} fileName={text(json["file_name"])} kind={typeName(message.msg_type)} />;
    case "share_chat": return <p class="shared">{t("shareChat")}: {text(json["chat_name"]) || text(json["chat_id"])}</p>;
    case "share_user": return <p class="shared">{t("shareUser")}: {page.nameOf(text(json["user_id"]))}</p>;
    case "system": return <p class="system">{text(json["template"]).replace(/\{(\w+)\}/g, (all, name: string) => (json[name] === undefined ? all : list(json[name]).map(text).join(", ") || text(json[name])))}</p>;
    default: return <details><summary>[{typeName(message.msg_type)}]</summary><pre>{JSON.stringify(json, null, 2)}</pre></details>;
  }
}

/** What one message makes impossible to draw does not take the page with it. */
class Guarded extends Component<{ children: ComponentChildren }, { problem?: string }> {
  static getDerivedStateFromError(problem: unknown): { problem: string } {
    return { problem: String(problem) };
  }
  render(): ComponentChildren {
    return this.state.problem ? <p class="missing">{t("unknownPart")}: {this.state.problem}</p> : this.props.children;
  }
}

const emoji: Record<string, string> = {
  THUMBSUP: "👍", OK: "👌", HEART: "❤️", SMILE: "😊", LAUGH: "😂", CRY: "😢", DONE: "✅", APPLAUSE: "👏", PARTY: "🎉", THANKS: "🙏",
  THINKING: "🤔", EYESCLOSED: "😌", MUSCLE: "💪", ROSE: "🌹", FIRE: "🔥", JIAYI: "➕", SOB: "😭", WOW: "😮", LOL: "😂", CheckMark: "✔️", CrossMark: "❌",
};
export const emojiOf = (type: string): string => emoji[type] ?? `:${type}:`;
const offered = ["THUMBSUP", "OK", "HEART", "DONE", "SMILE", "PARTY", "THANKS"];

export interface MessageActions {
  reply(to: Message): void;
  edit(what: Message): void;
  openThread(thread: string): void;
}

function Actions({ message, mine, actions }: { message: Message; mine: boolean; actions: MessageActions }): JSX.Element {
  const page = usePage();
  const user = `/users/${page.viewer}`;
  const id = message.message_id;
  return (
    <div class="message-actions">
      <button type="button" onClick={() => actions.reply(message)}>{t("reply")}</button>
      <select aria-label={t("react")} onChange={(event) => {
        const type = event.currentTarget.value;
        event.currentTarget.value = "";
        if (type) void page.act(() => call("POST", `${user}/reactions`, { message_id: id, emoji_type: type }));
      }}>
        <option value="">☺</option>
        {offered.map((one) => <option value={one}>{emojiOf(one)} {one}</option>)}
      </select>
      {message.app && !message.readers?.includes(page.viewer) && (
        <button type="button" onClick={() => page.act(() => call("POST", `${user}/read`, { message_id: id }))}>{t("markRead")}</button>
      )}
      <button type="button" onClick={() => page.act(() => call("POST", `${user}/pins`, { message_id: id, remove: !!message.pinned_by }))}>{t(message.pinned_by ? "unpin" : "pin")}</button>
      <select aria-label={t("forward")} onChange={(event) => {
        const to = event.currentTarget.value;
        event.currentTarget.value = "";
        if (to) void page.act(() => call("POST", `${user}/forwards`, { message_id: id, chat_id: to }));
      }}>
        <option value="">↪</option>
        {page.chats.slice(0, 50).map((one) => <option value={one.chat_id}>{t("forward")} {one.title}</option>)}
      </select>
      {mine && message.msg_type === "text" && <button type="button" onClick={() => actions.edit(message)}>{t("edit")}</button>}
      {mine && <button type="button" onClick={() => page.act(() => call("DELETE", `${user}/messages/${id}`))}>{t("recall")}</button>}
    </div>
  );
}

function Reactions({ message }: { message: Message }): JSX.Element | null {
  const page = usePage();
  if (!message.reactions?.length) return null;
  return (
    <div class="reactions">
      {message.reactions.map((one) => {
        const by = one.by ?? [];
        const mine = by.includes(page.viewer);
        return (
          <button type="button" class={mine ? "mine" : ""} disabled={!page.viewer} aria-pressed={mine} title={by.map(page.nameOf).join(", ")}
            onClick={() => page.act(() => call("POST", `/users/${page.viewer}/reactions`, { message_id: message.message_id, emoji_type: one.emoji_type, remove: mine }))}>
            {emojiOf(one.emoji_type)} {by.length > 1 ? by.length : page.nameOf(by[0] ?? "")}
          </button>
        );
      })}
    </div>
  );
}

function Marks({ message }: { message: Message }): JSX.Element {
  const page = usePage();
  const names = (ids: string[]): string => ids.map(page.nameOf).join(", ");
  return (
    <div class="marks">
      {message.visible_to && <span class="mark only">{t("onlyFor")} {page.nameOf(message.visible_to)}</span>}
      {message.pinned_by && <span class="mark pin">📌 {t("pinned")} · {page.nameOf(message.pinned_by)}</span>}
      {message.urgent && message.urgent.length > 0 && <span class="mark urgent">⚡ {t("urgent")} {names(message.urgent)}</span>}
      {message.app && !message.deleted && !message.visible_to && (message.readers?.length ? <span class="mark read">{t("readBy")} {names(message.readers)}</span> : <span class="mark unread">{t("unread")}</span>)}
    </div>
  );
}

export function MessageView({ message, quoted, replies, actions }: {
  message: Message; quoted?: Message; replies?: number; actions: MessageActions;
}): JSX.Element {
  const page = usePage();
  const mine = !!page.viewer && message.user === page.viewer;
  const content = useMemo(() => <Guarded><Content message={message} /></Guarded>, [message]);
  return (
    <li class={mine ? "message mine" : "message"} data-id={message.message_id}>
      <div class="avatar" aria-hidden="true">{(message.sender_name ?? "?").slice(0, 1).toUpperCase()}</div>
      <div class="bubble">
        <div class="who">
          <b>{message.sender_name}</b>
          {message.app && <span class="tag">{t("bot")}</span>}
          <time dateTime={new Date(message.create_time).toISOString()}>{timeOf(message.create_time)}</time>
          {message.updated && !message.deleted && <small>{t(message.edits ? "edited" : "updated")}</small>}
        </div>
        {quoted && <blockquote class="quoted"><b>{quoted.sender_name}</b> {quoted.deleted ? t("recalled") : preview(quoted.msg_type, quoted.content, quoted.mentions)}</blockquote>}
        {content}
        {message.follow_ups && message.follow_ups.length > 0 && (
          <div class="follow-ups">{message.follow_ups.map((one, bubble) => <button type="button" disabled={!page.viewer} onClick={() => page.act(() => call("POST", `/users/${page.viewer}/follow_ups`, { message_id: message.message_id, bubble }))}>{one}</button>)}</div>
        )}
        <Reactions message={message} />
        <Marks message={message} />
        {!!replies && message.thread_id && <button type="button" class="link" onClick={() => actions.openThread(message.thread_id!)}>{replies} {t("replies")}</button>}
        {page.viewer && !message.deleted && !message.visible_to && <Actions message={message} mine={mine} actions={actions} />}
      </div>
    </li>
  );
}
