// The page of the emulator: asks a few times a second what changed, and draws it.
import { render, type JSX } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { call, Refused, setToken, takeToken, type Call, type Look, type Message, type PlatformEvent, type Screen } from "./api.js";
import { isObject, PageContext, text, type Click, type Page } from "./context.js";
import { Conversation } from "./conversation.js";
import { Panel } from "./panel.js";
import { Sidebar } from "./sidebar.js";
import { locale, t, toggleLanguage } from "./words.js";

const kept = 300; // calls and events
const pause = 250; // milliseconds between two questions
const pageSize = 100;

interface Toast { id: number; text: string; kind: string }

/** Messages that did not change stay the same objects, so that they are not drawn again. */
function merge(before: Message[], after: Message[]): Message[] {
  const known = new Map(before.map((one) => [one.message_id, one]));
  return after.map((one) => {
    const old = known.get(one.message_id);
    return old && JSON.stringify(old) === JSON.stringify(one) ? old : one;
  });
}

function useToasts(): [Toast[], (text: string, kind?: string) => void, (id: number) => void] {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback((shown: string, kind = "error") => {
    const id = ++last.current;
    setToasts((all) => [...all.slice(-3), { id, text: shown, kind }]);
    setTimeout(() => close(id), 8000);
  }, []);
  return [toasts, show, close];
}

interface Live {
  screen?: Screen; viewer?: string; calls: Call[]; events: PlatformEvent[]; now: number; lost: boolean; needsToken: boolean;
}

/** What the emulator says, asked for again and again; `ask` asks now. */
function useEmulator(viewer: string | undefined, chat: string, limit: number): [Live, () => void, () => void] {
  const [live, setLive] = useState<Live>({ calls: [], events: [], now: 0, lost: false, needsToken: false });
  const have = useRef({ revision: "", request: 0, event: 0 });
  const wanted = useRef({ viewer, chat, limit });
  const wake = useRef<() => void>(() => {});
  wanted.current = { viewer, chat, limit };
  useEffect(() => {
    let stopped = false;
    const ask = async (): Promise<void> => {
      const { viewer: who, chat: which, limit: most } = wanted.current;
      const query = new URLSearchParams({
        limit: String(most), revision: have.current.revision, after_request: String(have.current.request), after_event: String(have.current.event),
        ...(who ? { viewer: who } : {}), ...(which ? { chat_id: which } : {}),
      });
      const look = await call<Look>("GET", `/view?${query}`);
      if (stopped || who !== wanted.current.viewer || which !== wanted.current.chat) return;
      have.current.revision = look.revision;
      const requests = look.requests ?? [];
      const events = look.events ?? [];
      have.current.request = Math.max(have.current.request, ...requests.map((one) => one.sequence));
      have.current.event = Math.max(have.current.event, ...events.map((one) => one.sequence));
      setLive((old) => ({
        viewer: who,
        screen: look.screen ? { ...look.screen, messages: merge(old.screen?.messages ?? [], look.screen.messages ?? []) } : old.screen,
        calls: requests.length ? [...requests.reverse(), ...old.calls].slice(0, kept) : old.calls,
        events: events.length ? upsert(old.events, events) : old.events,
        now: look.now, lost: false, needsToken: false,
      }));
    };
    const run = async (): Promise<void> => {
      while (!stopped) {
        let wait = document.hidden ? 2000 : pause;
        const begun = performance.now();
        try {
          await ask();
          wait = Math.max(wait, 4 * (performance.now() - begun)); // of a slow emulator, it takes a fifth of the time at most
        } catch (problem) {
          const refused = problem instanceof Refused && problem.status === 401;
          // Another emulator at the same address numbers its calls again.
          have.current = { revision: "", request: 0, event: 0 };
          setLive((old) => ({ ...old, lost: !refused, needsToken: refused, calls: [], events: [] }));
          wait = 1000;
        }
        await new Promise<void>((resolve) => {
          wake.current = resolve;
          setTimeout(resolve, wait);
        });
      }
    };
    void run();
    return () => {
      stopped = true;
    };
  }, []);
  const ask = useCallback(() => wake.current(), []);
  const clear = useCallback(() => setLive((old) => ({ ...old, calls: [], events: [] })), []);
  return [live, ask, clear];
}

/** New events first; one that was pushed meanwhile keeps its place. */
function upsert(before: PlatformEvent[], changed: PlatformEvent[]): PlatformEvent[] {
  const keyOf = (one: PlatformEvent): string => `${one.id} ${one.app}`;
  const news = new Map(changed.map((one) => [keyOf(one), one]));
  const kept1 = before.map((one) => {
    const found = news.get(keyOf(one));
    news.delete(keyOf(one));
    return found ?? one;
  });
  return [...[...news.values()].reverse(), ...kept1].slice(0, kept);
}

function useTheme(): () => void {
  const key = "feishu-emulator-theme";
  const [theme, setTheme] = useState(localStorage.getItem(key) ?? "");
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  return () => {
    const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const next = dark ? "light" : "dark";
    localStorage.setItem(key, next);
    setTheme(next);
  };
}

function TokenForm({ done }: { done(): void }): JSX.Element {
  const [token, set] = useState("");
  return (
    <form class="token" onSubmit={(event) => { event.preventDefault(); setToken(token); done(); }}>
      <h1>{t("needToken")}</h1>
      <label>{t("token")} <input type="password" value={token} onInput={(event) => set(event.currentTarget.value)} /></label>
      <button class="b-primary">{t("open")}</button>
    </form>
  );
}

function App(): JSX.Element {
  const [viewer, setViewer] = useState<string>();
  const [chat, setChat] = useState("");
  const [limit, setLimit] = useState(pageSize);
  const [busy, setBusy] = useState(false);
  const [panel, setPanel] = useState(true);
  const [, redraw] = useState(0);
  const [toasts, toast, closeToast] = useToasts();
  const [live, ask, clear] = useEmulator(viewer, chat, limit);
  const toggleTheme = useTheme();
  const screen = live.screen ?? {};
  const people = screen.people ?? [];

  const open = useCallback((id: string) => {
    setChat(id);
    setLimit(pageSize);
  }, []);
  // The first user, and the chat with the latest message, until the viewer chooses.
  useEffect(() => {
    const first = people.find((one) => !one.bot);
    if (viewer === undefined && first) setViewer(first.id);
  }, [live.screen]);
  useEffect(() => {
    const chats = screen.chats ?? [];
    if (viewer !== undefined && chats.length > 0 && !chats.some((one) => one.chat_id === chat)) open(chats[0]!.chat_id);
  }, [live.screen, viewer]);
  useEffect(ask, [viewer, chat, limit]);

  const names = useMemo(() => new Map(people.map((one) => [one.id, one])), [live.screen]);
  const page = useMemo<Page>(() => ({
    viewer: viewer ?? "",
    busy,
    nameOf: (id) => names.get(id)?.name ?? id,
    chats: screen.chats ?? [],
    isBot: (id) => names.get(id)?.bot === true,
    act: async (action) => {
      try {
        await action();
        return true;
      } catch (problem) {
        toast(problem instanceof Refused ? `${problem.message}${problem.code ? ` (${problem.code})` : ""}` : String(problem));
        return false;
      } finally {
        ask();
      }
    },
    async click(message, what: Click) {
      if (!this.viewer || this.busy) return false;
      setBusy(true);
      const done = await this.act(async () => {
        const responded = await call<{ toast?: unknown }>("POST", `/users/${this.viewer}/clicks`, { message_id: message.message_id, ...what });
        if (isObject(responded.toast)) toast(text(responded.toast["content"]), text(responded.toast["type"]) || "info");
      });
      setBusy(false);
      return done;
    },
  }), [viewer, busy, names, live.screen]);

  if (live.needsToken) return <TokenForm done={ask} />;
  // Not those of another user or chat that was shown before.
  const messages = live.viewer === viewer ? (screen.messages ?? []).filter((one) => one.chat_id === chat) : [];
  const current = (screen.chats ?? []).find((one) => one.chat_id === chat);
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href="#conversation">{t("skip")}</a>
      <div class={panel ? "page" : "page without-panel"} lang={locale()}>
        <header class="top">
          <h1>Feishu emulator</h1>
          <button type="button" id="language" onClick={() => { toggleLanguage(); redraw((n) => n + 1); }}>{t("language")}</button>
          <button type="button" id="theme" onClick={toggleTheme}>{t("theme")}</button>
          <button type="button" aria-pressed={panel} onClick={() => setPanel(!panel)}>{t("hidePanel")}</button>
        </header>
        {live.lost && <p class="lost" role="alert">{t("lost")}</p>}
        <Sidebar screen={screen} chat={chat} setViewer={setViewer} open={open} />
        {current ? <Conversation key={`${viewer} ${chat}`} chat={current} messages={messages} people={people} loadMore={() => setLimit((old) => Math.min(1000, old + pageSize))} />
          : <main id="conversation" class="conversation"><p class="empty">{t("noChat")}</p></main>}
        {panel && <Panel calls={live.calls} events={live.events} faults={screen.faults ?? []} now={live.now} clear={clear} />}
      </div>
      <div class="toasts">
        {toasts.map((one) => (
          <div key={one.id} role="alert" class={`toast ${one.kind.replace(/\W/g, "")}`}>{one.text}<button type="button" class="link" aria-label={t("close")} onClick={() => closeToast(one.id)}>×</button></div>
        ))}
      </div>
    </PageContext.Provider>
  );
}

takeToken();
document.documentElement.lang = locale();
render(<App />, document.getElementById("app")!);
