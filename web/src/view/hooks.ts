// What views share: being shown anew when the app changes, and what is found where.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Diagnostic, Drawing, Entry, Finding, Path } from "../engine/types";
import { rowsOf } from "../spec/rows";
import { app } from "../state/instance";

export function useApp(): void {
  const [, show] = useState(0);
  useLayoutEffect(() => app.subscribe(() => show((count) => count + 1)), []);
}

export interface Numbered {
  entry: Entry;
  number: number;
}

/** In the panel's order: wajib first, as they keep an SOP from being signed; then by page, from top to bottom. */
export function orderedEntries(): Numbered[] {
  const weight = (each: Entry): number => (each.severity === "wajib" ? 0 : 1);
  const top = (each: Entry): number => Math.round(each.rings[0]?.[1] ?? -1);
  return [...entries()]
    .sort((a, b) => weight(a) - weight(b) || (a.page ?? 0) - (b.page ?? 0) || top(a) - top(b))
    .map((entry, index) => ({ entry, number: index + 1 }));
}

/** Every finding with the number and the fingerprint of the entry that tells of it. */
export function numberedFindings(): { finding: Finding; number: number; entry: string }[] {
  const of = new Map(
    orderedEntries().flatMap(({ entry, number }) =>
      entry.members.map((each) => [each, { number, entry: entry.fingerprint }] as const),
    ),
  );
  return findings().flatMap((finding) => {
    const told = of.get(finding.fingerprint);
    return told ? [{ finding, ...told }] : [];
  });
}

export function startsWith(path: Path, head: Path): boolean {
  return head.length <= path.length && head.every((each, index) => each === path[index]);
}

export function below<D extends Diagnostic>(list: D[], head: Path): D[] {
  return list.filter((each) => startsWith(each.path, head));
}

/** Errors of the spec that is shown, at their fields. */
export function refusals(): Diagnostic[] {
  return app.current?.drawing?.refusals ?? [];
}

const BEGUN = 3; // steps drawn

/**
 * A new SOP with hardly a step lacks nearly everything: nothing is marked until there is more of it, or who writes it asks.
 */
export function isCalm(): boolean {
  const session = app.current;
  if (!session?.begins || app.panel) return false;
  return rowsOf(session.tree).filter((row) => !row.unfinished).length < BEGUN;
}

/** What is marked of the findings of the newest drawing; of the last good one while the spec is refused. */
export function findings(): Finding[] {
  return isCalm() ? [] : allFindings();
}

/** The same as reports fold them. */
export function entries(): Entry[] {
  return isCalm() ? [] : allEntries();
}

export function allFindings(): Finding[] {
  return told()?.findings ?? [];
}

export function allEntries(): Entry[] {
  return told()?.entries ?? [];
}

function told(): Drawing | null {
  const session = app.current;
  if (!session?.drawing) return null;
  return session.drawing.refusals.length > 0 ? (session.good?.drawing ?? null) : session.drawing;
}
