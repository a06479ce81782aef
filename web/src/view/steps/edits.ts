// What the table does to the spec: each an operation, with the place to come back to when it is undone.
import type { Operation, Path } from "../../engine/types";
import { kindOperations, type Kind, type Row } from "../../spec/rows";
import { pointingAt } from "../../spec/steps";
import { app } from "../../state/instance";
import { word } from "../../words";

/** Done, and the focus goes to `path`; `open` opens the list there. */
export function perform(operations: Operation[], path: Path, open = false): void {
  if (!app.current) return;
  change(operations, path);
  app.go({ section: "kegiatan", path }, open);
}

/** Done at `path`; where the focus goes is the caller's. */
export function change(operations: Operation[], path: Path): void {
  void app.current?.edit(operations, { section: "kegiatan", path }).then((fault) => {
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
  perform(
    [{ op: "insert_step", number, step: { uraian: null, pelaksana: null } }],
    ["kegiatan", number - 1, "uraian"],
    true,
  );
}

export function duplicateStep(number: number): void {
  perform([{ op: "duplicate_step", number }], ["kegiatan", number, "uraian"]);
}

export function moveStep(row: Row, by: number, count: number): void {
  const to = row.number + by;
  if (to >= 1 && to <= count) perform([{ op: "move_step", number: row.number, to }], ["kegiatan", to - 1, "uraian"]);
}

/** At once where nothing points at it; else the row asks. */
export function deleteStep(row: Row, count: number, ask: (steps: number[]) => void): void {
  const session = app.current;
  if (!session || count < 2) return;
  const pointing = pointingAt(session.tree, row.number);
  if (pointing.length > 0) ask(pointing);
  else confirmDelete(row, count, "refuse");
}

export function confirmDelete(row: Row, count: number, pointedAt: string): void {
  const index = Math.min(row.number, count - 1) - 1;
  perform([{ op: "delete_step", number: row.number, pointed_at: pointedAt }], ["kegiatan", index, "uraian"]);
  app.tell({
    text: word("deleted", row.number),
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
