// What ends a finding: a safe mend, or a reason that is written as `abaikan`.
import type { Accepted, Entry, Mend, Path } from "../../engine/types";
import { at, isList, textAt, type Json } from "../../spec/tree";
import { app } from "../../state/instance";
import { sectionOf } from "../../state/sections";
import { word } from "../../words";
import { findings } from "../hooks";

/** The replacement that the engine offers, as one change. */
export function mend(finding: Entry): void {
  const session = app.current;
  const replacements = mendsOf(finding);
  if (!session || replacements.length === 0) return;
  session.replace(replacements, { section: sectionOf(finding.path), path: finding.path });
  app.tell({
    text: word("mended", finding.code),
    kind: "told",
    action: { label: word("undoIt"), run: () => app.undo() },
  });
}

/** What mends all that an entry tells of, each place once. */
export function mendsOf(finding: Entry): Mend["replacements"] {
  const found = finding.members.flatMap((member) => app.current?.mends.get(member) ?? []);
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * How many findings besides go with it: what is accepted is a rule at a step, or, of what belongs to none, a rule wherever
 * it stands.
 */
export function acceptedToo(finding: Entry): number {
  const alike = findings().filter((each) => each.code === finding.code);
  const own = alike.filter((each) => finding.members.includes(each.fingerprint));
  const steps = new Set(own.map((each) => each.step));
  return alike.filter((each) => steps.has(each.step) && !own.includes(each)).length;
}

/** All that the entry tells of by this rule, step by step. */
export function accept(finding: Entry, reason: string, until: string): void {
  const meant = findings().filter((each) => finding.members.includes(each.fingerprint) && each.code === finding.code);
  const operations = [...new Set(meant.map((each) => each.step))].map((step) => {
    const value: Record<string, Json> = { aturan: finding.code };
    if (step !== null) value["kegiatan"] = step;
    value["alasan"] = reason;
    if (until) value["sampai"] = until;
    return { op: "append", path: ["abaikan"], value };
  });
  void app.current?.edit(operations, { section: sectionOf(finding.path), path: finding.path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
    else
      app.tell({
        text: word("accepted", finding.code),
        kind: "told",
        action: { label: word("undoIt"), run: () => app.undo() },
      });
  });
}

/** Which entry of `abaikan` a finding is about, if it is about one. */
export function entryOf({ path }: Entry): number | null {
  return path[0] === "abaikan" && typeof path[1] === "number" ? path[1] : null;
}

/** An acceptance that nothing needs any more. */
export function dropEntry(index: number): void {
  const list = at(app.current?.tree, ["abaikan"]);
  const path: Path = isList(list) && list.length > 1 ? ["abaikan", index] : ["abaikan"];
  void app.current?.edit([{ op: "remove", path }], { section: app.section, path: app.focus.path });
}

/** The acceptance is taken out of the spec again. */
export function withdraw(told: Accepted): void {
  const session = app.current;
  const list = at(session?.tree, ["abaikan"]);
  if (!session || !isList(list)) return;
  const index = list.findIndex(
    (entry) =>
      textAt(entry, ["aturan"]) === told.code &&
      (textAt(entry, ["kegiatan"]) === String(told.step ?? "") || textAt(entry, ["alasan"]) === told.reason),
  );
  if (index < 0) return;
  const operation =
    list.length === 1 ? { op: "remove", path: ["abaikan"] } : { op: "remove", path: ["abaikan", index] };
  void session.edit([operation], { section: sectionOf(told.path), path: told.path });
}
