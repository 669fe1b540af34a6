// Cards in JSON 2.0 and 1.0, as people see them and interact with them.
import { createContext, type ComponentChildren, type JSX } from "preact";
import { useContext, useMemo, useRef, useState } from "preact/hooks";
import type { Message } from "./api.js";
import { Chart } from "./chart.js";
import { isObject, list, object, objects, parseJson, safeUrl, text, usePage, type Json } from "./context.js";
import { colorClass, inline, Link, Markdown } from "./markdown.js";
import { ResourceImage } from "./resource.js";
import { t } from "./words.js";

const interactive = new Set([
  "button", "input", "overflow", "select_static", "multi_select_static", "date_picker", "picker_time",
  "multi_select_person", "select_person", "picker_datetime", "select_img", "checker", "interactive_container",
]);

/** The place of each interactive element in the document, as the emulator counts them. */
function places(document: unknown): Map<Json, { element: string; nth: number }> {
  const found: { json: Json; names: string[] }[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (isObject(value)) {
      if (interactive.has(text(value["tag"])))
        found.push({ json: value, names: [text(value["name"]), text(value["element_id"]), text(object(value["text"])["content"])] });
      Object.values(value).forEach(walk);
    }
  };
  walk(document);
  return new Map(found.map(({ json, names }, index) => {
    const element = names[0] || names[1] || "";
    const before = found.slice(0, index).filter((one) => !element || one.names.includes(element));
    return [json, { element, nth: before.length }];
  }));
}

interface Form {
  values: Map<string, unknown>;
}
interface CardState {
  message: Message;
  places: Map<Json, { element: string; nth: number }>;
  old: boolean; // JSON 1.0
}
const CardContext = createContext<CardState>(null as unknown as CardState);
const FormContext = createContext<Form | null>(null);

const submits = (element: Json): boolean => element["form_action_type"] === "submit" || element["action_type"] === "form_submit";
const resets = (element: Json): boolean => element["form_action_type"] === "reset" || element["action_type"] === "form_reset";

function calls(element: Json, old: boolean): boolean {
  if (!Array.isArray(element["behaviors"])) return old;
  return objects(element["behaviors"]).some((one) => one["type"] === "callback");
}

function urlOf(element: Json): string | undefined {
  const opens = objects(element["behaviors"]).find((one) => one["type"] === "open_url");
  const multi = object(element["multi_url"]);
  return safeUrl(opens?.["default_url"] ?? opens?.["pc_url"] ?? multi["url"] ?? element["url"]);
}

/** What the element does when the viewer chooses something; undefined if nothing. */
function useInteraction(element: Json): (what?: Json) => Promise<void> {
  const page = usePage();
  const card = useContext(CardContext);
  const form = useContext(FormContext);
  return async (what = {}) => {
    const confirm = object(element["confirm"]);
    const question = [object(confirm["title"])["content"], object(confirm["text"])["content"]].map(text).filter(Boolean).join("\n\n");
    if (question && !window.confirm(question)) return;
    const url = urlOf(element);
    if (url) window.open(url, "_blank", "noopener,noreferrer");
    const place = card.places.get(element);
    if (!place || !(submits(element) || calls(element, card.old))) return;
    const entered = submits(element) && form ? { form: Object.fromEntries([...form.values].filter(([, value]) => value !== "" && value !== undefined)) } : {};
    await page.click(card.message, { ...place, ...what, ...entered });
  };
}

/** Plain text, Markdown, or a string. */
function Text({ of }: { of: unknown }): JSX.Element | null {
  if (typeof of === "string") return <span>{of}</span>;
  const json = object(of);
  const content = text(json["content"]);
  if (!content) return null;
  if (json["tag"] === "lark_md" || json["tag"] === "markdown") return <Markdown text={content} />;
  return <span class={`plain ${colorClass(json["text_color"])} size-${text(json["text_size"]).replace(/\W/g, "")}`}>{content}</span>;
}

const label = (of: unknown): string => (typeof of === "string" ? of : text(object(of)["content"]));

function Button({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const interact = useInteraction(of);
  const form = useContext(FormContext);
  const style = text(of["type"]) || "default";
  const tips = label(of["disabled"] ? of["disabled_tips"] : of["hover_tips"]);
  // A button that resets its form is one of HTML, which empties the elements as well.
  return (
    <button type={resets(of) ? "reset" : "button"} class={`b-${style.replace(/[^\w-]/g, "")}`} disabled={of["disabled"] === true || page.busy}
      title={tips || undefined} onClick={() => (resets(of) ? form?.values.clear() : interact())}>
      {label(of["text"]) || text(of["name"]) || "…"}
    </button>
  );
}

interface Option { value: string; label: string }

function optionsOf(element: Json, page: ReturnType<typeof usePage>): Option[] {
  return objects(element["options"]).map((one) => {
    const value = text(one["value"]) || label(one["text"]);
    return { value, label: label(one["text"]) || page.nameOf(value) };
  });
}

/** A selection: in a form it waits until the form is submitted. */
function useValue(element: Json, initial: unknown): (value: unknown, what: Json) => void {
  const form = useContext(FormContext);
  const interact = useInteraction(element);
  const name = text(element["name"]);
  useMemo(() => {
    if (form && name && initial !== undefined && !form.values.has(name)) form.values.set(name, initial);
  }, [form, name]);
  return (value, what) => {
    if (form && name) form.values.set(name, value);
    else void interact(what);
  };
}

function Labelled({ of, children }: { of: Json; children: ComponentChildren }): JSX.Element {
  const name = label(of["label"]);
  return (
    <label class="field">
      {name && <span>{name}{of["required"] === true && <abbr title={t("required")}> *</abbr>}</span>}
      {children}
    </label>
  );
}

function Select({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const initial = text(of["initial_option"]);
  const set = useValue(of, initial || undefined);
  const options = optionsOf(of, page);
  return (
    <Labelled of={of}>
      <select name={text(of["name"])} disabled={of["disabled"] === true || page.busy} aria-label={label(of["placeholder"]) || t("choose")}
        onChange={(event) => set(event.currentTarget.value, { option: event.currentTarget.value })}>
        <option value="" selected={!initial}>{label(of["placeholder"]) || t("choose")}</option>
        {options.map((one) => <option value={one.value} selected={one.value === initial}>{one.label}</option>)}
      </select>
    </Labelled>
  );
}

function MultiSelect({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const form = useContext(FormContext);
  const initial = list(of["selected_values"]).map(text);
  const set = useValue(of, initial.length > 0 ? initial : undefined);
  const chosen = useRef(new Set(initial));
  const change = (value: string, checked: boolean): void => {
    if (checked) chosen.current.add(value);
    else chosen.current.delete(value);
    if (form) set([...chosen.current], {});
  };
  return (
    <fieldset class="field" disabled={of["disabled"] === true || page.busy}>
      <legend>{label(of["label"]) || label(of["placeholder"]) || t("choose")}</legend>
      {optionsOf(of, page).map((one) => (
        <label><input type="checkbox" value={one.value} defaultChecked={initial.includes(one.value)} onChange={(event) => change(one.value, event.currentTarget.checked)} /> {one.label}</label>
      ))}
      {!form && <button type="button" onClick={() => set([], { options: [...chosen.current] })}>OK</button>}
    </fieldset>
  );
}

function Picker({ of, type, initial }: { of: Json; type: "date" | "time" | "datetime-local"; initial: string }): JSX.Element {
  const page = usePage();
  const value = text(of[initial]).replace(" ", type === "datetime-local" ? "T" : " ");
  const set = useValue(of, text(of[initial]) || undefined);
  return (
    <Labelled of={of}>
      <input type={type} name={text(of["name"])} defaultValue={value} disabled={of["disabled"] === true || page.busy} aria-label={label(of["placeholder"]) || t("choose")}
        onChange={(event) => {
          const chosen = event.currentTarget.value.replace("T", " ");
          set(chosen, { text: chosen });
        }} />
    </Labelled>
  );
}

function Input({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const form = useContext(FormContext);
  const initial = text(of["default_value"]);
  const set = useValue(of, initial || undefined);
  const common = {
    name: text(of["name"]), placeholder: label(of["placeholder"]), disabled: of["disabled"] === true || page.busy,
    maxLength: Number(of["max_length"]) || undefined, defaultValue: initial, "aria-label": label(of["label"]) || label(of["placeholder"]) || text(of["name"]),
    // In a form with each letter; elsewhere when the text is complete.
    onInput: (event: { currentTarget: { value: string } }) => form && set(event.currentTarget.value, {}),
    onChange: (event: { currentTarget: { value: string } }) => !form && set(event.currentTarget.value, { text: event.currentTarget.value }),
  };
  return (
    <Labelled of={of}>
      {of["input_type"] === "multiline_text" ? <textarea rows={Number(of["rows"]) || 3} {...common} /> : of["input_type"] === "password" ? <input type="password" {...common} /> : <input type="text" {...common} />}
    </Labelled>
  );
}

function Checker({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const initial = of["checked"] === true;
  const set = useValue(of, initial);
  return (
    <label class="checker">
      <input type="checkbox" name={text(of["name"])} defaultChecked={initial} disabled={of["disabled"] === true || page.busy}
        onChange={(event) => set(event.currentTarget.checked, { checked: event.currentTarget.checked })} />
      <Text of={of["text"]} />
    </label>
  );
}

function Overflow({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const interact = useInteraction(of);
  return (
    <details class="overflow">
      <summary aria-label={t("more")}>⋯</summary>
      {objects(of["options"]).map((one) => (
        <button type="button" disabled={page.busy} onClick={() => {
          const url = safeUrl(object(one["multi_url"])["url"] ?? one["url"]);
          if (url) window.open(url, "_blank", "noopener,noreferrer");
          else void interact({ option: text(one["value"]) });
        }}>{label(one["text"])}</button>
      ))}
    </details>
  );
}

function SelectImage({ of }: { of: Json }): JSX.Element {
  const page = usePage();
  const set = useValue(of, undefined);
  return (
    <div class="images">
      {objects(of["options"]).map((one) => (
        <button type="button" disabled={page.busy} onClick={() => set(text(one["value"]), { option: text(one["value"]) })} aria-label={text(one["value"])}>
          <ResourceImage name={text(one["img_key"])} small />
        </button>
      ))}
    </div>
  );
}

function FormElement({ of }: { of: Json }): JSX.Element {
  const form = useRef<Form>({ values: new Map() }).current;
  return (
    <FormContext.Provider value={form}>
      <form class="card-form" onSubmit={(event) => event.preventDefault()}><Elements of={of["elements"]} /></form>
    </FormContext.Provider>
  );
}

function Container({ of }: { of: Json }): JSX.Element {
  const interact = useInteraction(of);
  return (
    <div class="container" role="button" tabIndex={0} onClick={() => interact()}
      onKeyDown={(event) => event.key === "Enter" && event.target === event.currentTarget && void interact()}>
      <Elements of={of["elements"]} />
    </div>
  );
}

function Collapsible({ of }: { of: Json }): JSX.Element {
  return (
    <details class="collapsible" open={of["expanded"] === true}>
      <summary><Text of={object(of["header"])["title"]} /></summary>
      <Elements of={of["elements"]} />
    </details>
  );
}

function Columns({ of }: { of: Json }): JSX.Element {
  return (
    <div class={`columns ${of["flex_mode"] === "flow" || of["flex_mode"] === "bisect" ? "wrap" : ""}`}>
      {objects(of["columns"]).map((one) => (
        <div class="column" style={{ flex: one["width"] === "auto" ? "0 1 auto" : `${Number(one["weight"]) || 1} 1 0` }}><Elements of={one["elements"]} /></div>
      ))}
    </div>
  );
}

function Cell({ column, value }: { column: Json; value: unknown }): ComponentChildren {
  const page = usePage();
  const format = object(column["format"]);
  switch (column["data_type"]) {
    case "number": {
      const digits = Number(format["precision"]);
      const shown = Number.isInteger(digits) && digits >= 0 && digits <= 10 ? Number(value).toFixed(digits) : text(value);
      return text(format["symbol"]) + shown;
    }
    case "options":
      return Array.isArray(value) ? objects(value).map((one) => <span class={`tag ${colorClass(one["color"])}`}>{text(one["text"])}</span>) : <span class="tag">{text(value)}</span>;
    case "persons":
      return (Array.isArray(value) ? value : [value]).map((one) => page.nameOf(text(one))).join(", ");
    case "date": {
      const date = new Date(Number(value));
      return Number.isNaN(date.getTime()) ? text(value) : date.toISOString().slice(0, 10);
    }
    case "lark_md":
    case "markdown":
      return <Markdown text={text(value)} />;
    default:
      return text(value);
  }
}

function TableElement({ of }: { of: Json }): JSX.Element {
  const [shown, setShown] = useState(0);
  const columns = objects(of["columns"]);
  const rows = objects(of["rows"]);
  const size = Math.min(10, Math.max(1, Number(of["page_size"]) || 5));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return (
    <div class="scroll">
      <table>
        <thead><tr>{columns.map((one) => <th>{text(one["display_name"]) || text(one["name"])}</th>)}</tr></thead>
        <tbody>{rows.slice(shown * size, (shown + 1) * size).map((row) => <tr>{columns.map((one) => <td><Cell column={one} value={row[text(one["name"])]} /></td>)}</tr>)}</tbody>
      </table>
      {pages > 1 && (
        <div class="pages">
          <button type="button" disabled={shown === 0} onClick={() => setShown(shown - 1)} aria-label="‹">‹</button>
          {shown + 1} / {pages}
          <button type="button" disabled={shown + 1 >= pages} onClick={() => setShown(shown + 1)} aria-label="›">›</button>
        </div>
      )}
    </div>
  );
}

function Persons({ ids }: { ids: unknown[] }): JSX.Element {
  const page = usePage();
  return <div class="persons">{ids.map((one) => <span class="tag">{page.nameOf(text(isObject(one) ? one["id"] : one))}</span>)}</div>;
}

function Div({ of }: { of: Json }): JSX.Element {
  return (
    <div class="div">
      <div>
        <Text of={of["text"]} />
        {objects(of["fields"]).map((one) => <div class={one["is_short"] === true ? "short" : ""}><Text of={one["text"]} /></div>)}
      </div>
      {isObject(of["extra"]) && <Element of={of["extra"]} />}
    </div>
  );
}

function Element({ of }: { of: Json }): JSX.Element | null {
  switch (of["tag"]) {
    case "markdown":
    case "lark_md": return <Markdown text={text(of["content"])} />;
    case "plain_text":
    case "standard_icon":
    case "custom_icon": return <Text of={of} />;
    case "div": return <Div of={of} />;
    case "hr": return <hr />;
    case "img": return <figure><ResourceImage name={text(of["img_key"])} alt={label(of["alt"])} />{label(of["title"]) && <figcaption>{label(of["title"])}</figcaption>}</figure>;
    case "img_combination": return <div class="images">{objects(of["img_list"]).map((one) => <ResourceImage name={text(one["img_key"])} small />)}</div>;
    case "note": return <div class="note">{objects(of["elements"]).map((one) => one["tag"] === "img" ? <ResourceImage name={text(one["img_key"])} small /> : <Text of={one} />)}</div>;
    case "action": return <div class="actions">{objects(of["actions"]).map((one) => <Element of={one} />)}</div>;
    case "button": return <Button of={of} />;
    case "overflow": return <Overflow of={of} />;
    case "select_static":
    case "select_person": return <Select of={of} />;
    case "multi_select_static":
    case "multi_select_person": return <MultiSelect of={of} />;
    case "date_picker": return <Picker of={of} type="date" initial="initial_date" />;
    case "picker_time": return <Picker of={of} type="time" initial="initial_time" />;
    case "picker_datetime": return <Picker of={of} type="datetime-local" initial="initial_datetime" />;
    case "input": return <Input of={of} />;
    case "checker": return <Checker of={of} />;
    case "select_img": return <SelectImage of={of} />;
    case "form": return <FormElement of={of} />;
    case "interactive_container": return <Container of={of} />;
    case "collapsible_panel": return <Collapsible of={of} />;
    case "column_set": return <Columns of={of} />;
    case "column": return <div class="column"><Elements of={of["elements"]} /></div>;
    case "table": return <TableElement of={of} />;
    case "chart": return <Chart spec={of["chart_spec"]} />;
    case "person": return <Persons ids={[of["user_id"]]} />;
    case "person_list": return <Persons ids={list(of["persons"])} />;
    default: return <details class="unknown"><summary>{t("unknownPart")}: {text(of["tag"]) || "?"}</summary><pre>{JSON.stringify(of, null, 2)}</pre></details>;
  }
}

function Elements({ of }: { of: unknown }): JSX.Element {
  return <>{objects(of).map((one) => <Element of={one} />)}</>;
}

function Header({ of }: { of: Json }): JSX.Element {
  return (
    <header class={`card-header ${colorClass(of["template"])}`}>
      <b><Text of={of["title"]} /></b>
      {objects(of["text_tag_list"]).map((one) => <span class={`tag ${colorClass(one["color"])}`}>{label(one["text"])}</span>)}
      {isObject(of["subtitle"]) && <div><Text of={of["subtitle"]} /></div>}
    </header>
  );
}

export function Card({ message }: { message: Message }): JSX.Element {
  const content = message.content;
  const card = useMemo(() => {
    const document = parseJson(content);
    return { document, places: places(document) };
  }, [content]);
  if (!isObject(card.document)) return <p class="missing">{t("notJson")}</p>;
  const document = card.document;
  const old = document["schema"] === undefined;
  const elements = old ? document["elements"] ?? object(document["i18n_elements"])["zh_cn"] : object(document["body"])["elements"];
  return (
    <CardContext.Provider value={{ message, places: card.places, old }}>
      <article class="card" aria-label={t("card")}>
        {isObject(document["header"]) && <Header of={document["header"]} />}
        <div class="card-body"><Elements of={elements} /></div>
        {message.streaming && <div class="streaming" role="status">{inline(t("streaming"))}</div>}
        {safeUrl(object(document["card_link"])["url"]) && <Link href={object(document["card_link"])["url"]}>{t("open")}</Link>}
      </article>
    </CardContext.Provider>
  );
}
