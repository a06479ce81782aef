// What ends a finding: a safe mend, or a reason that is written as `abaikan`.
import type { Accepted, Finding } from "../../engine/types";
import { at, isList, textAt, type Json } from "../../spec/tree";
import { app } from "../../state/instance";
import { sectionOf } from "../../state/app";
import { word } from "../../words";

/** The replacement that the engine offers, as one change. */
export function mend(finding: Finding): void {
  const session = app.current;
  const replacements = session?.mends.get(finding.fingerprint);
  if (!session || !replacements) return;
  session.replace(replacements, { section: sectionOf(finding.path), path: finding.path });
  app.tell({ text: word("mended", finding.code), kind: "told", action: { label: word("undoIt"), run: () => app.undo() } });
}

export function accept(finding: Finding, reason: string, until: string): void {
  const value: Record<string, Json> = { aturan: finding.code };
  if (finding.step !== null) value["kegiatan"] = finding.step;
  value["alasan"] = reason;
  if (until) value["sampai"] = until;
  void app.current?.edit([{ op: "append", path: ["abaikan"], value }], { section: sectionOf(finding.path), path: finding.path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
    else app.tell({ text: word("accepted", finding.code), kind: "told", action: { label: word("undoIt"), run: () => app.undo() } });
  });
}

/** The acceptance is taken out of the spec again. */
export function withdraw(told: Accepted): void {
  const session = app.current;
  const list = at(session?.tree, ["abaikan"]);
  if (!session || !isList(list)) return;
  const index = list.findIndex((entry) => textAt(entry, ["aturan"]) === told.code && (textAt(entry, ["kegiatan"]) === String(told.step ?? "") || textAt(entry, ["alasan"]) === told.reason));
  if (index < 0) return;
  const operation = list.length === 1 ? { op: "remove", path: ["abaikan"] } : { op: "remove", path: ["abaikan", index] };
  void session.edit([operation], { section: sectionOf(told.path), path: told.path });
}
