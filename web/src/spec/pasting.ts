// A block of cells that is pasted → what becomes of it: which column goes where, what it would overwrite, its operations.
import type { Operation } from "../engine/types";
import type { Block } from "./block";
import { cellText, cellValue, pastedText } from "./cells";
import { endedOperations, lanesOf, rowsOf, type Lane, type Row } from "./rows";
import { at, type Json, type Tree } from "./tree";

export type TextColumn = "uraian" | "pelaksana" | "kelengkapan" | "waktu" | "output" | "keterangan";

export interface Plan {
  /** For each row of the block the texts by column. */
  rows: Partial<Record<TextColumn, string>>[];
  start: number;
  overwritten: number;
  /** A column for each executor, with marks: the executors' names in order. */
  matrix: string[];
}

const NAMES: [TextColumn | "no" | "mutu", RegExp][] = [
  ["no", /^no\.?$|^nomor$/],
  ["uraian", /^(uraian|kegiatan|uraian kegiatan|aktivitas|langkah|uraian prosedur|activity|step)$/],
  ["pelaksana", /^(pelaksana|executor|pelaku)$/],
  ["kelengkapan", /^(kelengkapan|persyaratan\/? ?kelengkapan|persyaratan|input)$/],
  ["waktu", /^(waktu|time|lama)$/],
  ["output", /^(output|keluaran|hasil)$/],
  ["keterangan", /^(keterangan|ket\.?|remarks|notes)$/],
  ["mutu", /^mutu baku$/],
];

function nameOf(cell: string | undefined): TextColumn | "no" | "mutu" | null {
  const text = (cell ?? "").toLowerCase().replace(/\s+/g, " ").trim();
  return NAMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const MARK = /^(?:[xv✓✔√●○•■□◇◆▲*]|o|1|ya|ü|þ)$/iu;

/** `columns`: the visible ones from the current cell on; `index`: the current row from 0. */
export function planPaste(
  tree: Tree,
  block: Block,
  index: number,
  columns: readonly TextColumn[],
  known: readonly string[] | null,
): Plan {
  const cleaned = block.map((row) => row.map((cell) => pastedText(cell.replace(/\r\n?/g, "\n").trim())));
  const rows = cleaned.filter((row) => row.some((cell) => cell !== ""));
  const heads = headRows(rows);
  const body = rows.slice(heads);
  const names = heads > 0 ? mergedNames(rows.slice(0, heads)) : null;
  const matrix = names ? matrixColumns(rows.slice(0, heads), body, names) : new Map<number, string>();
  const meant: (TextColumn | null)[] = known
    ? known.map((each) => ((TEXT_COLUMNS as readonly string[]).includes(each) ? (each as TextColumn) : null))
    : names
      ? names.map((each) => (each === "no" || each === "mutu" ? null : each))
      : isNumbered(body) && columns[0] === "uraian"
        ? [null, ...columns]
        : [...columns];
  const texts = body
    .filter((row) => !isNumberRow(row))
    .map((row) => {
      const made: Partial<Record<TextColumn, string>> = {};
      row.forEach((cell, column) => {
        const name = meant[column];
        if (name && !matrix.has(column)) made[name] = cell;
      });
      const doing = [...matrix].filter(([column]) => (row[column] ?? "") !== "").map(([, name]) => name);
      if (matrix.size > 0) made.pelaksana = doing.join("\n");
      return made;
    });
  const existing = rowsOf(tree);
  const overwritten = texts.reduce(
    (sum, made, offset) =>
      sum + Object.keys(made).filter((name) => filled(existing[index + offset], name as TextColumn)).length,
    0,
  );
  return { rows: texts, start: index, overwritten, matrix: [...matrix.values()] };
}

const TEXT_COLUMNS: readonly TextColumn[] = ["uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan"];

function filled(row: Row | undefined, name: TextColumn): boolean {
  if (!row) return false;
  return name === "pelaksana" ? row.executors.length > 0 : cellText(at(row.step, [name])) !== "";
}

/** How many rows at the top are heads: two where *mutu baku* spans its columns. */
function headRows(rows: Block): number {
  const named = (row: string[] | undefined): number => (row ?? []).filter((cell) => nameOf(cell) !== null).length;
  if (named(rows[0]) < 2) return 0;
  const numbered = rows.findIndex((row, at) => at > 0 && /^\d+\.?$/.test(row[0] ?? ""));
  return named(rows[1]) >= 2 || (numbered === 2 && (rows[1]?.[0] ?? "") === "") ? 2 : 1;
}

function mergedNames(heads: Block): (TextColumn | "no" | "mutu" | null)[] {
  const width = Math.max(...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const found = [...heads].reverse().map((row) => nameOf(row[column]));
    return found.find((each) => each !== null) ?? null;
  });
}

/** Columns without a name of ours between *kegiatan* and *mutu baku* whose cells hold marks: executors. */
function matrixColumns(heads: Block, body: Block, names: (string | null)[]): Map<number, string> {
  const found = new Map<number, string>();
  const low = heads.at(-1) ?? [];
  names.forEach((name, column) => {
    const title = (low[column] ?? "").replace(/\s+/g, " ").trim();
    if ((name !== null && !(name === "pelaksana" && heads.length > 1)) || title === "" || nameOf(title) !== null)
      return;
    const cells = body.map((row) => row[column] ?? "").filter((cell) => cell !== "");
    if (cells.every((cell) => MARK.test(cell))) found.set(column, title);
  });
  return found.size > 1 ? found : new Map<number, string>();
}

function isNumbered(rows: Block): boolean {
  const numbers = rows.map((row) => /^(\d{1,3})\.?$/.exec(row[0] ?? "")?.[1]);
  return (
    rows.length > 1 &&
    numbers.every(
      (each, index) => each !== undefined && (index === 0 || Number(each) === Number(numbers[index - 1]) + 1),
    )
  );
}

/** The row (1) (2) (3) under a head. */
function isNumberRow(row: string[]): boolean {
  return row.filter((cell) => cell !== "").every((cell) => /^\(\d+\)$/.test(cell));
}

/** What the plan does to the spec; `asNew` puts all its rows in before the current one. Unknown executors stay as typed. */
export function pasteOperations(
  tree: Tree,
  plan: Plan,
  asNew: boolean,
): { operations: Operation[]; unknown: string[] } {
  const existing = rowsOf(tree);
  const lanes = lanesOf(tree);
  const unknown = new Set<string>();
  const operations: Operation[] = [];
  plan.rows.forEach((made, offset) => {
    const row = asNew ? undefined : existing[plan.start + offset];
    const values: Record<string, Json> = {};
    for (const [name, text] of Object.entries(made)) {
      if (row && text === "" && !filled(row, name as TextColumn)) continue;
      values[name] = name === "pelaksana" ? executorsOf(text, lanes, unknown) : cellValue(text);
    }
    if (row)
      for (const [name, value] of Object.entries(values))
        operations.push({ op: "set", path: ["kegiatan", row.number - 1, name], value });
    else
      operations.push({
        op: "insert_step",
        number: plan.start + offset + 1,
        step: { uraian: null, pelaksana: null, ...filledOnly(values) },
      });
  });
  const begins = asNew ? plan.start : existing.length; // the index of the first new row
  if (operations.some((each) => each.op === "insert_step") && begins >= existing.length)
    operations.push(...endedOperations(tree));
  return { operations, unknown: [...unknown] };
}

function filledOnly(values: Record<string, Json>): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== null || name === "uraian" || name === "pelaksana"),
  );
}

function executorsOf(text: string, lanes: Lane[], unknown: Set<string>): Json {
  const find = (name: string): string | undefined => {
    const said = name.toLowerCase().replace(/\s+/g, " ").trim();
    return lanes.find(
      (lane) => lane.key.toLowerCase() === said || lane.name.toLowerCase().replace(/\s+/g, " ") === said,
    )?.key;
  };
  const whole = find(text);
  if (whole) return whole;
  const lines = text
    .split("\n")
    .map((part) => part.replace(/^• /, "").trim())
    .filter(Boolean);
  const parts = lines.length > 1 ? lines : text.split(/\s*(?:,|;|\+|\/| dan | & )\s*/i).filter(Boolean);
  const found = parts.map(find);
  if (parts.length > 1 && (lines.length > 1 || found.every((each) => each !== undefined))) {
    return parts.map((part, index) => found[index] ?? noted(part, unknown));
  }
  return text === "" ? null : noted(text.replace(/\s+/g, " "), unknown);
}

function noted(name: string, unknown: Set<string>): string {
  unknown.add(name);
  return name;
}
