// What the table does to the spec: each an operation, with the place to come back to when it is undone.
import type { Operation, Path } from "../../engine/types";
import { endedOperations, kindOperations, type Kind, type Row } from "../../spec/rows";
import { pointingAt } from "../../spec/steps";
import { stepsOf } from "../../spec/targets";
import { app } from "../../state/instance";
import { word } from "../../words";
import { rememberPlaced } from "./placed";

/** Done, and the focus goes to `path`; `open` opens the list there; undoing leads `back`. */
export function perform(operations: Operation[], path: Path, open = false, back: Path = path): void {
  if (!app.current) return;
  change(operations, path, back);
  app.go({ section: "kegiatan", path }, open);
}

/** Done at `path`; where the focus goes is the caller's. */
export function change(operations: Operation[], path: Path, back: Path = path): void {
  void app.current
    ?.edit(operations, { section: "kegiatan", path }, { section: "kegiatan", path: back })
    .then((fault) => {
      if (fault) app.tell({ text: fault.message, kind: "fault" });
    });
}

/** What was typed at the row to come, until its cell is open. */
let typedAhead: string | null = null;

export function takeTyped(): string | null {
  const typed = typedAhead;
  typedAhead = null;
  return typed;
}

export function insertStep(number: number, typed: string | null = null): void {
  typedAhead = typed;
  const tree = app.current?.tree ?? null;
  rememberPlaced(number, number, stepsOf(tree).length + 1);
  perform(
    [
      { op: "insert_step", number, step: { uraian: null, pelaksana: null } },
      ...(number > stepsOf(tree).length ? endedOperations(tree) : []),
    ],
    ["kegiatan", number - 1, "uraian"],
    true,
  );
}

export function duplicateStep(number: number): void {
  perform([{ op: "duplicate_step", number }], ["kegiatan", number, "uraian"]);
}

export function moveStep(row: Row, by: number, count: number): void {
  const to = row.number + by;
  const at = (number: number): Path => ["kegiatan", number - 1, "uraian"];
  if (to < 1 || to > count) return;
  rememberPlaced(to, to, count);
  perform([{ op: "move_step", number: row.number, to }], at(to), false, at(row.number));
}

/** Neighbours, at once where nothing else points at them; else the row asks. */
export function deleteSteps(numbers: number[], count: number, ask: (steps: number[]) => void): void {
  const session = app.current;
  if (!session || count <= numbers.length) return;
  const pointing = new Set(numbers.flatMap((each) => pointingAt(session.tree, each)));
  const others = [...pointing].filter((each) => !numbers.includes(each)).sort((one, other) => one - other);
  if (others.length > 0) ask(others);
  else confirmDelete(numbers, count, "next");
}

/** From the last to the first; a target behind them moves up with each that goes. */
export function confirmDelete(numbers: number[], count: number, pointedAt: string): void {
  const [first = 1] = numbers;
  const behind = Number(pointedAt) > first;
  const operations = numbers.toReversed().map((number, gone) => ({
    op: "delete_step",
    number,
    pointed_at: behind ? String(Number(pointedAt) - gone) : pointedAt,
  }));
  perform(operations, ["kegiatan", Math.min(first, count - numbers.length) - 1, "uraian"]);
  app.tell({
    text: numbers.length > 1 ? word("deletedMany", numbers.length) : word("deleted", first),
    kind: "told",
    action: { label: word("undoIt"), run: () => app.undo() },
  });
}

export function setKind(row: Row, kind: Kind, count: number): void {
  if (kind === row.kind) return;
  const base: Path = ["kegiatan", row.number - 1];
  const asks: Partial<Record<Kind, Path>> = {
    keputusan: [...base, "keputusan", "Tidak"],
    lompat: [...base, "lanjut"],
    serentak: [...base, "lanjut", 1],
  };
  const path = asks[kind];
  perform(kindOperations(app.current?.tree ?? null, row, kind, count), path ?? [...base, "jenis"], path !== undefined);
}
