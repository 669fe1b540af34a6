// The panel of developers: calls, events, faults, the clock.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { call, type Call, type Fault, type PlatformEvent } from "./api.js";
import { parseJson, usePage } from "./context.js";
import { timeOf } from "./message.js";
import { faultName, faultNames, locale, t, type Word } from "./words.js";

const pretty = (text: string | undefined): string => {
  const json = parseJson(text);
  return json === undefined ? text ?? "" : JSON.stringify(json, null, 2);
};
const failed = (one: Call): boolean => one.status >= 400 || !!one.code;
const duration = (microseconds: number | undefined): string => `${((microseconds ?? 0) / 1000).toFixed(1)} ms`;

function CallView({ one }: { one: Call }): JSX.Element {
  const page = usePage();
  const [path, query] = one.target.split("?");
  return (
    <details class={failed(one) ? "entry bad" : "entry"}>
      <summary>
        <span class="status">{one.status}</span>
        <span class="name"><b>{one.endpoint || `${one.method} ${path}`}</b>{one.message && <span class="problem">{one.message}</span>}{one.fault && <span class="tag c-red">{faultName(one.fault)}</span>}</span>
        <small>{duration(one.duration)}<br />{timeOf(one.time)}</small>
      </summary>
      <dl>
        <dt>{one.method}</dt><dd><code>{path}</code></dd>
        {query && <><dt>{t("query")}</dt><dd><code>{query}</code></dd></>}
        {one.app && <><dt>{t("app")}</dt><dd>{page.nameOf(one.app)} <code>{one.app}</code></dd></>}
        {failed(one) && <><dt>{t("failed")}</dt><dd>{one.code} {one.message}</dd></>}
        {one.field && <><dt>{t("parameter")}</dt><dd><code>{one.field}</code></dd></>}
        <dt>{t("logId")}</dt><dd><code>{one.log_id}</code></dd>
      </dl>
      {one.body && <><small>{t("body")}</small><pre>{pretty(one.body)}</pre></>}
    </details>
  );
}

function EventView({ one }: { one: PlatformEvent }): JSX.Element {
  const page = usePage();
  const pushes = one.pushes ?? [];
  const last = pushes.at(-1);
  const state = !last ? "–" : last.status === 200 ? "✓" : "✗";
  return (
    <details class={last && last.status !== 200 ? "entry bad" : "entry"}>
      <summary>
        <span class="status">{state}</span>
        <span class="name"><b>{one.type}</b><span>{page.nameOf(one.app)}{one.callback ? ` · ${t("callback")}` : ""}</span></span>
        <small>{timeOf(one.time)}</small>
      </summary>
      {pushes.length === 0 ? <p>{t("notDelivered")}</p> : (
        <ul>{pushes.map((push) => <li>{t("attempt")} {push.attempt}: {push.channel === "long_connection" ? t("longConnection") : t("webhook")}, {push.status === 200 ? t("delivered") : `${t("failed")} ${push.status ?? ""} ${push.response ?? ""}`}</li>)}</ul>
      )}
      <pre>{pretty(one.document)}</pre>
    </details>
  );
}

function Faults({ faults, calls }: { faults: Fault[]; calls: Call[] }): JSX.Element {
  const page = usePage();
  const [endpoint, setEndpoint] = useState("");
  const endpoints = [...new Map(calls.filter((one) => one.endpoint).map((one) => [one.endpoint!, one])).values()];
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const chosen = endpoints.find((one) => one.endpoint === endpoint);
    const count = Number(form.get("count"));
    void page.act(() => call("POST", "/faults", {
      faults: [String(form.get("fault"))],
      probability: Number(form.get("probability")) / 100,
      delay: Number(form.get("delay")),
      ...(count > 0 ? { count } : {}),
      ...(chosen ? { method: chosen.method, path: chosen.route } : {}),
    }));
  };
  return (
    <div class="faults">
      <p><small>{t("faultHelp")}</small></p>
      <form onSubmit={add}>
        <label>{t("fault")} <select name="fault">{Object.keys(faultNames).map((one) => <option value={one}>{faultName(one)}</option>)}</select></label>
        <label>{t("endpoint")} <select value={endpoint} onChange={(event) => setEndpoint(event.currentTarget.value)}>
          <option value="">{t("allEndpoints")}</option>
          {endpoints.map((one) => <option value={one.endpoint}>{one.endpoint}</option>)}
        </select></label>
        <label>{t("probability")} <input name="probability" type="number" min="0" max="100" defaultValue="100" /></label>
        <label>{t("times")} <input name="count" type="number" min="0" defaultValue="0" /></label>
        <label>{t("delay")} <input name="delay" type="number" min="0" max="60000" defaultValue="1000" /></label>
        <button>{t("switchOn")}</button>
      </form>
      {faults.length === 0 ? <p>{t("noFaults")}</p> : (
        <>
          <ul>{faults.map((one) => (
            <li><b>{(one.faults ?? []).map(faultName).join(", ")}</b> {one.path ? <code>{one.method} {one.path}</code> : t("allEndpoints")} · {Math.round((one.probability ?? 0) * 100)} % · {one.hits ?? 0} {t("hits")}{one.left !== undefined && ` · ${one.left} ${t("left")}`}</li>
          ))}</ul>
          <button type="button" onClick={() => page.act(() => call("DELETE", "/faults"))}>{t("switchOff")}</button>
        </>
      )}
    </div>
  );
}

const steps: [Word, number][] = [["minute", 60_000], ["tenMinutes", 600_000], ["hour", 3_600_000], ["day", 86_400_000]];

function Clock({ now }: { now: number }): JSX.Element {
  const page = usePage();
  return (
    <section class="clock" aria-label={t("clock")}>
      <b>{t("clock")}</b> <time id="clock" dateTime={new Date(now).toISOString()}>{new Date(now).toLocaleString(locale())}</time>
      <div role="group" aria-label={t("moveClock")}>
        {steps.map(([word, milliseconds]) => <button type="button" onClick={() => page.act(() => call("POST", "/clock", { milliseconds }))}>+{t(word)}</button>)}
      </div>
    </section>
  );
}

type Tab = "calls" | "events" | "faults";
const tabs: Tab[] = ["calls", "events", "faults"];

export function Panel({ calls, events, faults, now, clear }: {
  calls: Call[]; events: PlatformEvent[]; faults: Fault[]; now: number; clear(): void;
}): JSX.Element {
  const [tab, setTab] = useState<Tab>("calls");
  const [failures, setFailures] = useState(false);
  const shown = failures ? calls.filter(failed) : calls;
  const move = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? tabs.length - 1 : 0;
    if (!by) return;
    const next = tabs[(tabs.indexOf(tab) + by) % tabs.length]!;
    setTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside class="panel">
      <Clock now={now} />
      <div role="tablist" onKeyDown={move}>
        {tabs.map((one) => (
          <button type="button" role="tab" id={`tab-${one}`} aria-selected={tab === one} aria-controls="tab-panel" tabIndex={tab === one ? 0 : -1} onClick={() => setTab(one)}>
            {t(one)}{one === "faults" && faults.length > 0 ? ` (${faults.length})` : ""}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === "calls" && (
          <>
            <div class="bar"><label><input type="checkbox" checked={failures} onChange={(event) => setFailures(event.currentTarget.checked)} /> {t("failuresOnly")}</label><button type="button" class="link" onClick={clear}>{t("clear")}</button></div>
            {calls.length === 0 && <p>{t("noCalls")} <code>{location.origin}</code></p>}
            {shown.map((one) => <CallView key={one.sequence} one={one} />)}
          </>
        )}
        {tab === "events" && (events.length === 0 ? <p>{t("noEvents")}</p> : events.map((one) => <EventView key={one.id + one.app} one={one} />))}
        {tab === "faults" && <Faults faults={faults} calls={calls} />}
      </div>
    </aside>
  );
}
