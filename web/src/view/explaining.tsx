// A rule's page: its examples as the form shows them, the spec's text behind.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { cellText } from "../spec/cells";
import { END, lanesOf, rowsOf, type Row } from "../spec/rows";
import { fromWire, isList, isMap, textAt, at, type Tree } from "../spec/tree";
import { app } from "../state/instance";
import { dateWords, keyWords, plainly, valueWords, word } from "../words";
import { Markdown } from "./markdown";
import { head, type Column } from "./steps/columns";

const EXAMPLE = /^```yaml\n([\s\S]*?)^```$/gm;

export function Explaining({ code }: { code: string }) {
  const [page, setPage] = useState<string | null>(null);
  const [trees, setTrees] = useState<ReadonlyMap<string, Tree>>(new Map());
  useEffect(() => {
    void app.host.ask("explain", { code, language: app.language }).then(async ({ data }) => {
      const told = data.page ?? word("noExplanation", code);
      setTrees(await examplesIn(told));
      setPage(told);
    });
  }, [code]);
  if (page === null) return <p>{word("loading")}</p>;
  return (
    <Markdown
      text={page}
      plain={plainly}
      example={(text) => {
        const tree = trees.get(text.trim());
        return tree === undefined ? null : <Example tree={tree} text={text} />;
      }}
    />
  );
}

/** What stands in each example that is part of a spec, by its text. */
async function examplesIn(page: string): Promise<ReadonlyMap<string, Tree>> {
  const found = new Map<string, Tree>();
  for (const [, text = ""] of page.matchAll(EXAMPLE)) {
    const { data, refusals } = await app.host.ask("read", { text });
    const tree = refusals.length === 0 && data.data !== null ? fromWire(data.data) : null;
    if (isMap(tree)) found.set(text.trim(), tree);
  }
  return found;
}

function Example({ tree, text }: { tree: Tree; text: string }) {
  if (!isMap(tree)) return null;
  return (
    <div class="example">
      {[...tree].map(([key, value]) =>
        key === "kegiatan" ? <Steps key={key} tree={tree} /> : <Part key={key} name={key} value={value} />,
      )}
      <details>
        <summary>{word("inYaml")}</summary>
        <pre>{text.trimEnd()}</pre>
      </details>
    </div>
  );
}

function Part({ name, value }: { name: string; value: Tree }) {
  if (name === "pelaksana" && isMap(value)) {
    const lanes = lanesOf(new Map([[name, value]]));
    return <Line label={word("pelaksana")}>{lanes.map((lane) => laneWords(lane.name, lane.value)).join("; ")}</Line>;
  }
  if (isList(value) && value.every((each) => typeof each === "string"))
    return (
      <Line label={keyWords(name)}>
        <ol>
          {value.map((each, index) => (
            <li key={index}>{valueWords(each)}</li>
          ))}
        </ol>
      </Line>
    );
  return <Line label={keyWords(name)}>{said(value)}</Line>;
}

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="line">
      <b>{label}:</b> {children}
    </div>
  );
}

function laneWords(name: string, value: Tree): string {
  const more = isMap(value) ? [...value].filter(([key]) => key !== "nama") : [];
  return more.length > 0 ? `${name} (${said(new Map(more))})` : name;
}

/** A value in one line, its keys called as the form calls them. */
function said(value: Tree): string {
  if (value === null || value === "") return word("leftEmpty");
  if (typeof value === "string") return dateWords(valueWords(value));
  if (isList(value)) return value.map(said).join("; ");
  return [...value]
    .map(([key, each]) => `${keyWords(key)}: ${isMap(each) ? `(${said(each)})` : said(each)}`)
    .join(", ");
}

const COLUMNS: readonly Column[] = ["uraian", "pelaksana", "jenis", "kelengkapan", "waktu", "output", "keterangan"];
/** What a step has that no column of the table shows. */
const SHOWN = new Set<string>([...COLUMNS, "keputusan", "lanjut", "id"]);

function Steps({ tree }: { tree: Tree }) {
  const rows = rowsOf(tree);
  const names = new Map(lanesOf(tree).map((lane) => [lane.key, lane.name]));
  const used = COLUMNS.filter((column) =>
    column === "jenis"
      ? rows.some((row) => row.kind !== "biasa")
      : rows.some((row) => at(row.step, [column]) !== undefined),
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{word("no")}</th>
          {used.map((column) => (
            <th key={column} scope="col">
              {head(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td>{row.number}</td>
            {used.map((column) => (
              <td key={column}>{cellWords(row, column, names)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cellWords(row: Row, column: Column, names: Map<string, string>): string {
  if (column === "jenis") return wayWords(row);
  if (column === "pelaksana") return row.executors.map((each) => names.get(each) ?? each).join(" + ");
  const text = cellText(at(row.step, [column]));
  if (column !== "uraian") return text;
  const more = isMap(row.step) ? [...row.step].filter(([key]) => !SHOWN.has(key)) : [];
  return [text, ...more.map(([key, value]) => `[${keyWords(key)}: ${said(value)}]`)].join(" ");
}

function wayWords(row: Row): string {
  if (row.kind === "biasa") return "";
  const ways = row.ways.map((way) => {
    const target = way.target === END ? word("finished") : word("toStep", way.target ?? (way.told || "?"));
    const text = textAt(row.step, ["lanjut"]);
    return way.label ? `${way.label}: ${target}` : text === END ? word("finished") : target;
  });
  return `${word(row.kind).replace(" …", "")}: ${ways.join(", ")}`;
}
