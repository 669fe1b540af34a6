// Charts of cards: the common kinds of VChart as SVG. Others show their data.
import type { JSX } from "preact";
import { isObject, object, objects, text, type Json } from "./context.js";
import { t } from "./words.js";

const width = 420;
const height = 220;
const left = 44;
const bottom = 26;
const top = 12;
const palette = ["#3370ff", "#34c3a0", "#ff9f38", "#7f67e8", "#f5558d", "#14c0ff", "#98bf2f", "#b27cf5"];
const paint = (index: number): string => palette[index % palette.length]!;

function dataOf(spec: Json): Json[] {
  const data = Array.isArray(spec["data"]) ? object(spec["data"][0]) : object(spec["data"]);
  return objects(data["values"]).slice(0, 500);
}
const fieldOf = (spec: Json, name: string): string => text(Array.isArray(spec[name]) ? spec[name][0] : spec[name]);
const numberOf = (row: Json, field: string): number => Number(row[field]) || 0;

interface Series { name: string; values: Map<string, number> }

function seriesOf(rows: Json[], x: string, y: string, by: string): Series[] {
  const found = new Map<string, Series>();
  for (const row of rows) {
    const name = by ? text(row[by]) : "";
    const one = found.get(name) ?? { name, values: new Map() };
    one.values.set(text(row[x]), numberOf(row, y));
    found.set(name, one);
  }
  return [...found.values()];
}

function Legend({ names }: { names: string[] }): JSX.Element | null {
  if (names.filter(Boolean).length < 2) return null;
  return <ul class="legend">{names.map((name, index) => <li><i style={{ background: paint(index) }} />{name}</li>)}</ul>;
}

function Cartesian({ spec, rows, kind }: { spec: Json; rows: Json[]; kind: string }): JSX.Element {
  const flat = text(spec["direction"]) === "horizontal";
  const [x, y] = flat ? [fieldOf(spec, "yField"), fieldOf(spec, "xField")] : [fieldOf(spec, "xField"), fieldOf(spec, "yField")];
  const series = seriesOf(rows, x, y, fieldOf(spec, "seriesField"));
  const names = [...new Set(rows.map((row) => text(row[x])))];
  const stacked = spec["stack"] === true;
  const highest = (name: string): number =>
    stacked ? series.reduce((sum, one) => sum + (one.values.get(name) ?? 0), 0) : Math.max(0, ...series.map((one) => one.values.get(name) ?? 0));
  const most = Math.max(1e-9, ...names.map(highest));
  const step = (width - left) / Math.max(1, names.length);
  const yOf = (value: number): number => height - bottom - (Math.max(0, value) / most) * (height - bottom - top);
  const xOf = (index: number): number => left + step * (index + 0.5);
  const below = names.map(() => 0);
  const labelEvery = Math.ceil(names.length / 8);
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <g class="axis">
          <line x1={left} x2={width} y1={yOf(share * most)} y2={yOf(share * most)} />
          <text x={left - 6} y={yOf(share * most) + 4} text-anchor="end">{Number((share * most).toPrecision(3))}</text>
        </g>
      ))}
      {names.map((name, index) => index % labelEvery === 0 && (
        <text class="label" x={xOf(index)} y={height - 8} text-anchor="middle">{name.slice(0, 12)}</text>
      ))}
      {series.map((one, number) => {
        if (kind === "line" || kind === "area") {
          const points = names.flatMap((name, index) => (one.values.has(name) ? [`${xOf(index)},${yOf(one.values.get(name)!)}`] : []));
          const first = points[0]?.split(",")[0], last = points.at(-1)?.split(",")[0];
          return (
            <g>
              {kind === "area" && points.length > 0 && <polygon fill={paint(number)} opacity="0.25" points={`${first},${height - bottom} ${points.join(" ")} ${last},${height - bottom}`} />}
              <polyline fill="none" stroke={paint(number)} stroke-width="2" points={points.join(" ")} />
              {points.map((point) => <circle r="3" fill={paint(number)} cx={point.split(",")[0]} cy={point.split(",")[1]} />)}
            </g>
          );
        }
        if (kind === "scatter")
          return <g>{names.map((name, index) => one.values.has(name) && <circle r="4" fill={paint(number)} cx={xOf(index)} cy={yOf(one.values.get(name)!)} />)}</g>;
        const wide = stacked ? step * 0.6 : (step * 0.7) / series.length;
        return (
          <g>
            {names.map((name, index) => {
              const value = one.values.get(name) ?? 0;
              const base = stacked ? below[index]! : 0;
              if (stacked) below[index] = base + value;
              const from = stacked ? xOf(index) - wide / 2 : xOf(index) - step * 0.35 + number * wide;
              return <rect x={from} y={yOf(base + value)} width={wide} height={Math.max(0, yOf(base) - yOf(base + value))} fill={paint(number)} rx="2"><title>{`${name} ${one.name} ${value}`}</title></rect>;
            })}
          </g>
        );
      })}
    </>
  );
}

function Pie({ spec, rows }: { spec: Json; rows: Json[] }): JSX.Element {
  const value = fieldOf(spec, "valueField");
  const total = rows.reduce((sum, row) => sum + Math.max(0, numberOf(row, value)), 0) || 1;
  const middle = { x: width / 2, y: height / 2 };
  const radius = height / 2 - 12;
  const inner = Number(spec["innerRadius"]) > 0 ? radius * 0.55 : 0;
  const at = (share: number, r: number): string => `${middle.x + r * Math.sin(2 * Math.PI * share)} ${middle.y - r * Math.cos(2 * Math.PI * share)}`;
  let begin = 0;
  return (
    <>
      {rows.map((row, index) => {
        const share = Math.min(0.99999, Math.max(0, numberOf(row, value)) / total);
        const end = begin + share;
        const large = share > 0.5 ? 1 : 0;
        const path = `M${at(begin, radius)} A${radius} ${radius} 0 ${large} 1 ${at(end, radius)} L${at(end, inner)} A${inner} ${inner} 0 ${large} 0 ${at(begin, inner)} Z`;
        begin = end;
        return <path d={path} fill={paint(index)}><title>{`${text(row[fieldOf(spec, "categoryField")])} ${numberOf(row, value)}`}</title></path>;
      })}
    </>
  );
}

function Data({ rows }: { rows: Json[] }): JSX.Element {
  const names = [...new Set(rows.flatMap(Object.keys))].slice(0, 8);
  return (
    <div class="scroll"><table>
      <thead><tr>{names.map((name) => <th>{name}</th>)}</tr></thead>
      <tbody>{rows.slice(0, 50).map((row) => <tr>{names.map((name) => <td>{text(row[name])}</td>)}</tr>)}</tbody>
    </table></div>
  );
}

export function Chart({ spec: given }: { spec: unknown }): JSX.Element {
  const spec = object(given);
  const kind = text(spec["type"]);
  const rows = dataOf(spec);
  const title = isObject(spec["title"]) ? text(spec["title"]["text"]) : "";
  const drawn = ["bar", "line", "area", "scatter"].includes(kind) ? <Cartesian spec={spec} rows={rows} kind={kind} />
    : kind === "pie" ? <Pie spec={spec} rows={rows} /> : null;
  const names = kind === "pie" ? rows.map((row) => text(row[fieldOf(spec, "categoryField")]))
    : seriesOf(rows, "", "", fieldOf(spec, "seriesField")).map((one) => one.name);
  return (
    <figure class="chart">
      {title && <figcaption>{title}</figcaption>}
      {drawn ? <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title || kind}>{drawn}</svg> : <><small>{t("unknownPart")}: chart {kind}</small><Data rows={rows} /></>}
      {drawn && <Legend names={names} />}
    </figure>
  );
}
