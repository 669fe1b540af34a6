// The chat that is open: its messages, a thread beside them, and the box to write.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { call, upload, type Chat, type Message, type Person } from "./api.js";
import { usePage } from "./context.js";
import { MessageView, preview, textOf, type MessageActions } from "./message.js";
import { t } from "./words.js";

/** Messages, scrolled to the last one while the viewer looks at the last one. */
function Messages({ messages, all, inThread, actions, more, loadMore }: {
  messages: Message[]; all: Message[]; inThread: boolean; actions: MessageActions;
  more: boolean; loadMore(): void;
}): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  });
  const repliesOf = (message: Message): number => all.filter((one) => one.thread_id === message.thread_id && one.thread_position).length;
  return (
    <div class="messages" ref={box} tabIndex={0} onScroll={(event) => {
      const at = event.currentTarget;
      atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40;
    }}>
      {more && <button type="button" class="link" onClick={loadMore}>{t("earlier")}</button>}
      {messages.length === 0 && <p class="empty">{t("noMessages")}</p>}
      <ol aria-live="polite">
        {messages.map((one) => (
          <MessageView key={one.message_id} message={one} quoted={one.parent_id && !inThread ? all.find((other) => other.message_id === one.parent_id) : undefined}
            replies={!inThread && one.thread_id ? repliesOf(one) : 0} actions={actions} />
        ))}
      </ol>
    </div>
  );
}

const mentionOf = (person: Person): string => `<at user_id="${person.id}">${person.name ?? ""}</at>`;

/** `@Ann` becomes a mention of Ann, the longest name first. */
export function withMentions(text: string, people: Person[]): string {
  const named = people.filter((one) => one.name).sort((a, b) => b.name!.length - a.name!.length);
  return text.split(/(?<=^|\s)(?=@)/).map((part) => {
    const found = part.startsWith("@") && named.find((one) => part.slice(1).startsWith(one.name!));
    return found ? mentionOf(found) + part.slice(1 + found.name!.length) : part;
  }).join("");
}

function Writer({ chat, people, replyTo, editing, close }: { chat: Chat; people: Person[]; replyTo?: Message; editing?: Message; close(): void }): JSX.Element {
  const page = usePage();
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replyTo || editing) area.current?.focus();
  }, [replyTo, editing]);
  useEffect(() => {
    if (editing) setText(textOf(editing));
  }, [editing]);
  const send = async (): Promise<void> => {
    if (!text.trim()) return;
    const sent = withMentions(text, people);
    const to = replyTo ? { reply_to: replyTo.message_id } : { chat_id: chat.chat_id };
    const done = editing ? await page.act(() => call("PATCH", `/users/${page.viewer}/messages/${editing.message_id}`, { text: sent }))
      : await page.act(() => call("POST", `/users/${page.viewer}/messages`, { ...to, text: sent }));
    if (done) leave();
  };
  const leave = (): void => {
    setText("");
    close();
  };
  const sendFiles = async (files: Iterable<File>): Promise<void> => {
    for (const file of files) await page.act(() => upload(page.viewer, chat.chat_id, file));
  };
  return (
    <form class="writer" onSubmit={(event) => { event.preventDefault(); void send(); }}
      onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); void sendFiles(event.dataTransfer?.files ?? []); }}>
      {editing && <div class="replying">{t("edit")} <button type="button" class="link" onClick={leave}>{t("cancel")}</button></div>}
      {replyTo && <div class="replying">{t("replyTo")} <b>{replyTo.sender_name}</b> {preview(replyTo.msg_type, replyTo.content, replyTo.mentions)} <button type="button" class="link" onClick={close}>{t("cancel")}</button></div>}
      <textarea ref={area} rows={2} value={text} aria-label={t("write")} placeholder={`${t("write")} · ${t("writeHint")}`}
        onInput={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const files = event.clipboardData?.files;
          if (files && files.length > 0) {
            event.preventDefault();
            void sendFiles(files);
          }
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void send();
          } else if (event.key === "Escape") (editing ? leave : close)();
        }} />
      <div class="bar">
        <label class="button">{t("attach")}<input type="file" multiple class="hidden" onChange={(event) => {
          const input = event.currentTarget;
          void sendFiles([...(input.files ?? [])]).then(() => { input.value = ""; });
        }} /></label>
        <select aria-label={t("mention")} onChange={(event) => {
          const name = event.currentTarget.value;
          event.currentTarget.value = "";
          if (name) setText(`${text}@${name} `);
          area.current?.focus();
        }}>
          <option value="">@</option>
          {people.map((one) => <option value={one.name}>{one.name}</option>)}
        </select>
        <button class="b-primary">{t(editing ? "save" : "send")}</button>
      </div>
    </form>
  );
}

export function Conversation({ chat, messages, people, loadMore }: {
  chat: Chat; messages: Message[]; people: Person[]; loadMore(): void;
}): JSX.Element {
  const page = usePage();
  const [replyTo, setReplyTo] = useState<Message>();
  const [editing, setEditing] = useState<Message>();
  const [thread, setThread] = useState("");
  const main = messages.filter((one) => !one.thread_position);
  const inThread = thread ? messages.filter((one) => one.thread_id === thread) : [];
  const actions = {
    reply: (to: Message) => { setEditing(undefined); setReplyTo(to); },
    edit: (what: Message) => { setReplyTo(undefined); setEditing(what); },
    openThread: setThread,
  };
  return (
    <main id="conversation" class={thread ? "conversation with-thread" : "conversation"} tabIndex={-1}>
      <header>
        <h2>{chat.title}</h2>
        {chat.muted && <span class="tag">{t("muted")}</span>}
        {chat.dissolved && <span class="tag c-red">{t("dissolved")}</span>}
        {page.viewer && !!chat.unread && <button type="button" onClick={() => page.act(async () => {
          for (const one of messages)
            if (one.app && !one.deleted && !one.visible_to && !one.readers?.includes(page.viewer))
              await call("POST", `/users/${page.viewer}/read`, { message_id: one.message_id });
        })}>{t("markRead")} ({chat.unread})</button>}
      </header>
      <div class="split">
        <Messages messages={main} all={messages} inThread={false} actions={actions} more={(chat.messages ?? 0) > messages.length} loadMore={loadMore} />
        {thread && (
          <section class="thread" aria-label={t("thread")}>
            <header><h3>{t("thread")}</h3><button type="button" class="link" onClick={() => setThread("")}>{t("close")}</button></header>
            <Messages messages={inThread} all={messages} inThread actions={actions} more={false} loadMore={loadMore} />
          </section>
        )}
      </div>
      {page.viewer && !chat.dissolved && <Writer key={chat.chat_id} chat={chat} people={people} replyTo={replyTo} editing={editing} close={() => { setReplyTo(undefined); setEditing(undefined); }} />}
    </main>
  );
}
