// Markdown as messages and cards have it, drawn with elements: what is not understood stays text.
import type { ComponentChildren, JSX } from "preact";
import { safeUrl, usePage } from "./context.js";
import { ResourceImage } from "./resource.js";

const colors = /^(blue|wathet|turquoise|green|yellow|orange|red|carmine|violet|purple|indigo|grey|neutral|lime)/;

/** The class for a color that the platform names. */
export function colorClass(name: unknown): string {
  const found = colors.exec(String(name ?? ""));
  return found ? `c-${found[1]}` : "";
}

export function Link({ href, children }: { href: unknown; children: ComponentChildren }): JSX.Element {
  const url = safeUrl(href);
  if (!url) return <span>{children}</span>;
  return <a href={url} target="_blank" rel="noopener noreferrer">{children}</a>;
}

export function At({ id, name }: { id: string; name?: string }): JSX.Element {
  const page = usePage();
  const shown = id === "all" ? "all" : name || page.nameOf(id);
  return <span class={id === page.viewer || id === "all" ? "at me" : "at"}>@{shown}</span>;
}

interface Rule {
  pattern: RegExp;
  draw(match: RegExpExecArray, depth: number): ComponentChildren;
}

const attribute = (text: string, name: string): string =>
  new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(text)?.slice(1).find((one) => one !== undefined) ?? "";

// Each part has a greatest length, so that no text makes a search take long.
const rules: Rule[] = [
  { pattern: /\\([\\`*_{}[\]()#+\-.!~<>|])/, draw: (m) => m[1] },
  { pattern: /`([^`\n]{1,2000})`/, draw: (m) => <code>{m[1]}</code> },
  { pattern: /!\[([^\]\n]{0,500})\]\(([^)\s]{1,2000})\)/, draw: (m) => <ResourceImage name={m[2]!} alt={m[1]!} /> },
  { pattern: /\[([^\]\n]{1,500})\]\(([^)\s]{1,2000})\)/, draw: (m, d) => <Link href={m[2]}>{inline(m[1]!, d)}</Link> },
  { pattern: /<at\s([^>]{0,500})>([^<]{0,200})<\/at>/, draw: (m) => <At id={attribute(m[1]!, "(?:user_id|id)")} name={m[2]} /> },
  { pattern: /<person\s([^>]{0,500}?)\/?>(?:<\/person>)?/, draw: (m) => <At id={attribute(m[1]!, "id")} /> },
  { pattern: /<font\s([^>]{0,500})>([\s\S]{0,2000}?)<\/font>/, draw: (m, d) => <span class={colorClass(attribute(m[1]!, "color"))}>{inline(m[2]!, d)}</span> },
  { pattern: /<text_tag\s([^>]{0,500})>([\s\S]{0,2000}?)<\/text_tag>/, draw: (m, d) => <span class={`tag ${colorClass(attribute(m[1]!, "color"))}`}>{inline(m[2]!, d)}</span> },
  { pattern: /<link\s([^>]{0,500})>([\s\S]{0,2000}?)<\/link>/, draw: (m, d) => <Link href={attribute(m[1]!, "url")}>{inline(m[2]!, d)}</Link> },
  { pattern: /<a\s([^>]{0,500})>([\s\S]{0,2000}?)<\/a>/, draw: (m, d) => <Link href={attribute(m[1]!, "href")}>{inline(m[2]!, d)}</Link> },
  { pattern: /<br\s*\/?>/, draw: () => <br /> },
  { pattern: /<(https?:\/\/[^\s>]{1,2000})>/, draw: (m) => <Link href={m[1]}>{m[1]}</Link> },
  { pattern: /\*\*([^\n]{1,2000}?)\*\*/, draw: (m, d) => <strong>{inline(m[1]!, d)}</strong> },
  { pattern: /~~([^\n]{1,2000}?)~~/, draw: (m, d) => <del>{inline(m[1]!, d)}</del> },
  { pattern: /\*([^*\s][^*\n]{0,2000}?)\*/, draw: (m, d) => <em>{inline(m[1]!, d)}</em> },
  { pattern: /(?<![\w])_([^_\s][^_\n]{0,2000}?)_(?![\w])/, draw: (m, d) => <em>{inline(m[1]!, d)}</em> },
  { pattern: /https?:\/\/[^\s<>()"'`，。；、）》]+/, draw: (m) => <Link href={m[0]}>{m[0]}</Link> },
];

/** Emphasis, links, mentions and images in one paragraph. Each rule searches on only from where it was left: hostile text of
 * any kind takes time that grows with its length. */
export function inline(text: string, depth = 0): ComponentChildren {
  if (depth > 8 || text.length > 50_000) return text;
  const out: ComponentChildren[] = [];
  const next: (RegExpExecArray | null | undefined)[] = rules.map(() => undefined);
  for (let at = 0; at < text.length; ) {
    let found: { rule: Rule; match: RegExpExecArray } | undefined;
    rules.forEach((rule, index) => {
      let match = next[index];
      if (match === undefined || (match && match.index < at)) {
        const search = new RegExp(rule.pattern, "g");
        search.lastIndex = at;
        match = next[index] = search.exec(text);
      }
      if (match && (!found || match.index < found.match.index)) found = { rule, match };
    });
    if (!found) return [...out, text.slice(at)];
    if (found.match.index > at) out.push(text.slice(at, found.match.index));
    out.push(found.rule.draw(found.match, depth + 1));
    at = found.match.index + found.match[0].length;
  }
  return out;
}

const cells = (line: string): string[] => line.trim().replace(/^\||\|$/g, "").split("|").map((one) => one.trim());
const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;

function List({ lines }: { lines: string[] }): JSX.Element {
  const first = item.exec(lines[0]!)!;
  const indent = first[1]!.length;
  const items: { text: string; nested: string[] }[] = [];
  for (const line of lines) {
    const found = item.exec(line);
    if (found && found[1]!.length <= indent) items.push({ text: found[3]!, nested: [] });
    else items.at(-1)?.nested.push(line);
  }
  const drawn = items.map((one) => (
    <li>{inline(one.text)}{one.nested.length > 0 && item.test(one.nested[0]!) ? <List lines={one.nested} /> : one.nested.length > 0 && <Markdown text={one.nested.join("\n").trim()} />}</li>
  ));
  return /\d/.test(first[2]!) ? <ol start={parseInt(first[2]!, 10)}>{drawn}</ol> : <ul>{drawn}</ul>;
}

function Table({ lines }: { lines: string[] }): JSX.Element {
  const [head, , ...rows] = lines;
  return (
    <div class="scroll"><table>
      <thead><tr>{cells(head!).map((one) => <th>{inline(one)}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr>{cells(row).map((one) => <td>{inline(one)}</td>)}</tr>)}</tbody>
    </table></div>
  );
}

function takeWhile(lines: string[], from: number, wanted: (line: string) => boolean): string[] {
  let to = from;
  while (to < lines.length && wanted(lines[to]!)) ++to;
  return lines.slice(from, to);
}

const starts = (line: string, next: string | undefined): boolean =>
  /^(#{1,6}\s|```|>|\s*<hr\s*\/?>|\s*(---+|\*\*\*+)\s*$)/.test(line) || item.test(line) || isTable(line, next);
const isTable = (line: string, next: string | undefined): boolean =>
  line.includes("|") && next !== undefined && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(next) && next.includes("-") && next.includes("|");

export function Markdown({ text }: { text: string }): JSX.Element {
  const lines = text.split(/\r?\n/);
  const out: ComponentChildren[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (!line.trim()) {
      ++at;
    } else if (line.startsWith("```")) {
      const code = takeWhile(lines, at + 1, (one) => !one.startsWith("```"));
      out.push(<pre><code>{code.join("\n")}</code></pre>);
      at += code.length + 2;
    } else if (heading) {
      const Tag = `h${Math.min(6, heading[1]!.length + 2)}` as "h3";
      out.push(<Tag>{inline(heading[2]!)}</Tag>);
      ++at;
    } else if (/^\s*(<hr\s*\/?>|---+|\*\*\*+)\s*$/.test(line)) {
      out.push(<hr />);
      ++at;
    } else if (line.startsWith(">")) {
      const quoted = takeWhile(lines, at, (one) => one.startsWith(">"));
      out.push(<blockquote><Markdown text={quoted.map((one) => one.replace(/^>+\s?/, "")).join("\n")} /></blockquote>);
      at += quoted.length;
    } else if (item.test(line)) {
      const found = takeWhile(lines, at, (one) => item.test(one) || /^\s+\S/.test(one));
      out.push(<List lines={found} />);
      at += found.length;
    } else if (isTable(line, lines[at + 1])) {
      const found = takeWhile(lines, at, (one) => one.includes("|"));
      out.push(<Table lines={found} />);
      at += found.length;
    } else {
      const begin = at++;
      while (at < lines.length && lines[at]!.trim() && !starts(lines[at]!, lines[at + 1])) ++at;
      const paragraph = lines.slice(begin, at);
      out.push(<p>{paragraph.map((one, index) => <>{index > 0 && <br />}{inline(one)}</>)}</p>);
    }
  }
  return <div class="markdown">{out}</div>;
}
