// What views share: being shown anew when the app changes, and what is found where.
import { useLayoutEffect, useState } from "preact/hooks";
import type { Diagnostic, Finding, Path } from "../engine/types";
import { app } from "../state/instance";

export function useApp(): void {
  const [, show] = useState(0);
  useLayoutEffect(() => app.subscribe(() => show((count) => count + 1)), []);
}

export interface Numbered {
  finding: Finding;
  number: number;
}

/** In the panel's order: by page, from top to bottom, wajib first within a place. */
export function orderedFindings(findings: Finding[]): Numbered[] {
  const weight = (each: Finding): number => (each.severity === "wajib" ? 0 : 1);
  const top = (each: Finding): number => Math.round(each.rings[0]?.[1] ?? -1);
  return [...findings]
    .sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || top(a) - top(b) || weight(a) - weight(b))
    .map((finding, index) => ({ finding, number: index + 1 }));
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

/** Findings of the newest drawing; of the last good one while the spec is refused. */
export function findings(): Finding[] {
  const session = app.current;
  if (!session?.drawing) return [];
  return (session.drawing.refusals.length > 0 ? session.good?.drawing.findings : session.drawing.findings) ?? [];
}
