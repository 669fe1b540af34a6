// Who looks, and the chats and feed cards that this user has.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { call, type Chat, type FeedCard, type Person, type Screen } from "./api.js";
import { openUrl, safeUrl, usePage } from "./context.js";
import { preview } from "./message.js";
import { t } from "./words.js";

function ChatItem({ chat, current, open }: { chat: Chat; current: boolean; open(): void }): JSX.Element {
  const last = preview(chat.last_type, chat.last_content, chat.last_mentions);
  return (
    <li>
      <button type="button" class="chat" aria-current={current ? "true" : undefined} data-chat={chat.chat_id} onClick={open}>
        <b>{chat.title}</b>
        {!!chat.unread && <span class="badge" aria-label={`${chat.unread} ${t("unread")}`}>{chat.unread}</span>}
        <small>{last && `${chat.last_sender}: ${last}`}</small>
      </button>
    </li>
  );
}

function FeedItem({ card }: { card: FeedCard }): JSX.Element {
  const page = usePage();
  const url = safeUrl(card.link);
  const tap = (button: string): Promise<boolean> => page.act(async () => {
    const opened = await call<{ url?: string }>("POST", `/users/${page.viewer}/feed_cards`, { app_id: card.app, biz_id: card.biz_id, button });
    openUrl(opened.url);
  });
  return (
    <li class={card.time_sensitive ? "feed-card top" : "feed-card"}>
      <b>{card.title}</b> {card.status && <span class="tag">{card.status}</span>}
      <small>{card.preview}</small>
      <div class="actions">
        {(card.buttons ?? []).map((one) => <button type="button" disabled={page.busy} onClick={() => tap(one.text ?? "")}>{one.text}</button>)}
        {url && <a href={url} target="_blank" rel="noopener noreferrer">{t("open")}</a>}
      </div>
      <small>{page.nameOf(card.app)}</small>
    </li>
  );
}

function NewChat({ people, open }: { people: Person[]; open(chat: string): void }): JSX.Element {
  const page = usePage();
  const [name, setName] = useState("");
  const [user, setUser] = useState("");
  const bots = people.filter((one) => one.bot);
  const createGroup = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement).getAll("member").map(String);
    await page.act(async () => {
      const created = await call<{ chat_id: string }>("POST", "/chats", { name, members: chosen.filter((id) => !page.isBot(id)), bots: chosen.filter(page.isBot) });
      setName("");
      open(created.chat_id);
    });
  };
  return (
    <details class="new-chat">
      <summary>{t("newChat")}</summary>
      {page.viewer && bots.map((bot) => (
        <button type="button" onClick={() => page.act(async () => {
          const entered = await call<{ chat_id: string }>("POST", `/users/${page.viewer}/enter`, { app_id: bot.id });
          open(entered.chat_id);
        })}>{t("talkTo")}: {bot.name}</button>
      ))}
      <form onSubmit={createGroup}>
        <label>{t("groupName")} <input value={name} required onInput={(event) => setName(event.currentTarget.value)} /></label>
        <fieldset><legend>{t("newGroup")}</legend>{people.slice(0, 100).map((one) => (
          <label><input type="checkbox" name="member" value={one.id} defaultChecked={one.id === page.viewer || one.bot} /> {one.name}{one.bot && ` (${t("bot")})`}</label>
        ))}</fieldset>
        <button>{t("create")}</button>
      </form>
      <form onSubmit={(event) => {
        event.preventDefault();
        void page.act(async () => {
          await call("POST", "/users", { name: user });
          setUser("");
        });
      }}>
        <label>{t("newUser")} <input value={user} required placeholder={t("userName")} onInput={(event) => setUser(event.currentTarget.value)} /></label>
        <button>{t("create")}</button>
      </form>
    </details>
  );
}

/** Arrow keys move through the list. */
function moveFocus(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const items = [...document.querySelectorAll<HTMLElement>("button.chat")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  items[Math.min(items.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))]?.focus();
}

export function Sidebar({ screen, chat, setViewer, open }: {
  screen: Screen; chat: string; setViewer(user: string): void; open(chat: string): void;
}): JSX.Element {
  const page = usePage();
  const people = screen.people ?? [];
  const chats = screen.chats ?? [];
  return (
    <nav class="sidebar">
      <label class="viewer">{t("actAs")} <select id="viewer" value={page.viewer} onChange={(event) => setViewer(event.currentTarget.value)}>
        {people.filter((one) => !one.bot).map((one) => <option value={one.id}>{one.name}</option>)}
        <option value="">{t("everyone")}</option>
      </select></label>
      {screen.feed && screen.feed.length > 0 && <><h2>{t("feed")}</h2><ul>{screen.feed.map((one) => <FeedItem card={one} />)}</ul></>}
      <h2>{t("chats")}</h2>
      {chats.length === 0 && <p class="empty">{t("noChats")}</p>}
      <ul class="chats" onKeyDown={moveFocus}>{chats.map((one) => <ChatItem key={one.chat_id} chat={one} current={one.chat_id === chat} open={() => open(one.chat_id)} />)}</ul>
      <NewChat people={people} open={open} />
      {screen.connections && Object.keys(screen.connections).length > 0 && (
        <p class="connections"><small>{t("connections")}: {Object.entries(screen.connections).map(([id, count]) => `${page.nameOf(id)} ${count}`).join(", ")}</small></p>
      )}
    </nav>
  );
}
