// F8 goes round: errors while there are any, findings else.
import type { Diagnostic, Finding } from "../../engine/types";
import { sectionOf } from "../../state/sections";
import { app } from "../../state/instance";
import { plainly, word } from "../../words";
import { isCalm, orderedEntries, refusals } from "../hooks";
import { mend, mendsOf } from "./mending";
import { placeWords } from "./places";

let current: string | null = null;

export function currentFinding(): string | null {
  return current;
}

export function goTo(told: Diagnostic, edit = false): void {
  current = "fingerprint" in told ? (told as Finding).fingerprint : null;
  app.go({ section: sectionOf(told.path), path: told.path.length > 0 ? told.path : ["judul"] }, edit);
}

export function nextTrouble(by: number): void {
  const wrong = refusals();
  if (wrong.length > 0) {
    const here = wrong.findIndex((each) => JSON.stringify(each.path) === JSON.stringify(app.focus.path));
    const next = wrong[(here + by + wrong.length) % wrong.length];
    if (next) goTo(next);
    return;
  }
  if (isCalm()) app.panel = true; // who asks wants to see them
  const list = orderedEntries();
  if (list.length === 0) return;
  const at = list.findIndex(({ entry }) => entry.fingerprint === current);
  const next = list[(at + by + list.length) % list.length] ?? list[0];
  if (!next) return;
  goTo(next.entry);
  if (app.panel) return; // it stands there
  const mendable = mendsOf(next.entry).length > 0;
  app.tell({
    text: `${next.number}. ${placeWords(next.entry)} ${plainly(`${next.entry.message} ${next.entry.remedy}`)}`,
    kind: "told",
    action: mendable
      ? { label: word("mend"), run: () => mend(next.entry) }
      : { label: word("findings"), run: () => ((app.panel = true), app.changed()) },
  });
}
