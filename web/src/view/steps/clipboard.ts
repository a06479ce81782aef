// Copying cells as they are seen, and pasting blocks from Excel, Word and this table.
import { blockOfHtml, blockOfText, htmlOfBlock, textOfBlock, type Block } from "../../spec/block";
import { cellText, cellValue, pastedText } from "../../spec/cells";
import { pasteOperations, planPaste, type Plan, type TextColumn } from "../../spec/pasting";
import { laneKey, lanesOf, rowsOf, type Row } from "../../spec/rows";
import { at } from "../../spec/tree";
import type { Operation } from "../../engine/types";
import { app } from "../../state/instance";
import { word } from "../../words";
import { ALL, cellPath, isChosen, type Column } from "./columns";
import { rememberPlaced } from "./placed";
import { setCell } from "./row";
import { targetWords } from "./targets";

export function copySelection(event: ClipboardEvent, rows: Row[], columns: readonly Column[], all: Row[]): void {
  if ((event.target as Element).closest(".extra, textarea, input")) return;
  const names = new Map(lanesOf(app.current?.tree).map((lane) => [lane.key, lane.name]));
  const block: Block = rows.map((row) => columns.map((column) => shownText(row, column, names, all)));
  event.clipboardData?.setData("text/plain", textOfBlock(block));
  event.clipboardData?.setData("text/html", htmlOfBlock(block, columns));
  event.preventDefault();
}

function shownText(row: Row, column: Column, names: Map<string, string>, all: Row[]): string {
  if (column === "pelaksana") return row.executors.map((each) => names.get(each) ?? each).join("\n");
  if (column === "jenis")
    return row.ways
      .map((way) => `${way.label ? `${way.label} → ` : ""}${targetWords(way.target, way.told, all)}`)
      .join("\n");
  return cellText(at(row.step, [column]));
}

export function pasteBlock(event: ClipboardEvent, index: number, column: Column, columns: readonly Column[]): void {
  const session = app.current;
  if (!session || index < 0 || (event.target as Element).closest(".extra, textarea, input")) return;
  const html = event.clipboardData?.getData("text/html") ?? "";
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const block = (html && blockOfHtml(html)) || blockOfText(text);
  event.preventDefault();
  const known = /<table[^>]* data-meja="([a-z ]*)"/.exec(html)?.[1]?.split(" ") ?? null;
  const single = block.length === 1 && block[0]?.length === 1;
  const row = rowsOf(session.tree)[index];
  if (single && row && !isChosen(column)) {
    setCell(row, column, cellValue(pastedText(block[0]?.[0]?.trim() ?? "")));
    return;
  }
  const width = Math.max(...block.map((each) => each.length));
  const visible = textColumns(columns, column);
  const from = width > visible.length ? textColumns(ALL, column) : visible;
  const plan = planPaste(session.tree, block, index, from, known);
  if (plan.rows.length === 0) return;
  if (plan.overwritten > 0 || plan.matrix.length > 0) app.pasting = plan;
  else paste(plan, false);
  app.changed();
}

/** From the current one on. A block that is wider than what is seen goes over the columns that are not, too. */
function textColumns(columns: readonly Column[], from: Column): TextColumn[] {
  return columns.slice(Math.max(0, columns.indexOf(from))).filter((each): each is TextColumn => each !== "jenis");
}

/** All of it one change, which one undo takes back; unknown executors can be added in one go. */
export function paste(plan: Plan, asNew: boolean): void {
  const session = app.current;
  app.pasting = null;
  if (!session) return;
  const { operations, unknown } = pasteOperations(session.tree, plan, asNew);
  const added: Operation[] = plan.matrix.length > 0 ? addLanes(unknown) : [];
  const path = cellPath(plan.start, "uraian");
  const count = plan.rows.length;
  if (asNew) rememberPlaced(plan.start + 1, plan.start + count, rowsOf(session.tree).length + count);
  void session.edit([...added, ...renamed(operations, added)], { section: "kegiatan", path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
  });
  app.go({ section: "kegiatan", path });
  const left = added.length > 0 ? [] : unknown;
  const told =
    left.length > 0 ? word("pastedUnknown", plan.rows.length, left.join(", ")) : word("pasted", plan.rows.length);
  app.tell({
    text: told,
    kind: "told",
    action:
      left.length > 0
        ? { label: word("addAll"), run: () => addAll(left) }
        : { label: word("undoIt"), run: () => app.undo() },
  });
}

function addLanes(names: string[]): Operation[] {
  const taken = new Set(lanesOf(app.current?.tree).map((lane) => lane.key));
  return names.map((name) => {
    const key = laneKey(name, taken);
    taken.add(key);
    return { op: "add_executor", key, value: name };
  });
}

/** Executors that were typed by name, by the keys that they got. */
function renamed(operations: Operation[], added: Operation[]): Operation[] {
  const keys = new Map(added.map((each) => [String(each["value"]), String(each["key"])]));
  const key = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(key) : typeof value === "string" ? (keys.get(value) ?? value) : value;
  return operations.map((each) => {
    const path = each["path"] as (string | number)[] | undefined;
    if (path?.[2] === "pelaksana") return { ...each, value: key(each["value"]) };
    const step = each["step"] as Record<string, unknown> | undefined;
    return step ? { ...each, step: { ...step, pelaksana: key(step["pelaksana"]) } } : each;
  });
}

function addAll(names: string[]): void {
  const session = app.current;
  if (!session) return;
  const added = addLanes(names);
  const operations = rowsOf(session.tree)
    .filter((row) => row.executors.some((each) => names.includes(each)))
    .map((row) => ({
      op: "set",
      path: cellPath(row.number - 1, "pelaksana"),
      value: row.executors.length > 1 ? row.executors : (row.executors[0] ?? null),
    }));
  void session.edit([...added, ...renamed(operations, added)], { section: "kegiatan", path: ["pelaksana"] });
  app.tell(null);
}
