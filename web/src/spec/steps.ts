// Steps inserted, doubled, moved and deleted in what the form shows: the twin of sopgen/editing/steps.
import { idsOf, mentions, renumbered, stepsOf, type Mention } from "./targets";
import { at, isMap, replaced, type Tree, type TreeMap } from "./tree";

/** The engine decides: what is to be done cannot be foreseen here, or must be asked. */
export class Unforeseen extends Error {}

export function withSteps(tree: Tree, steps: readonly Tree[]): Tree {
  const map: TreeMap = isMap(tree) ? tree : new Map();
  if (map.has("kegiatan")) return replaced(map, ["kegiatan"], steps);
  return new Map([...map, ["kegiatan", steps]]);
}

export function insertStep(tree: Tree, number: number, step: Tree): Tree {
  const steps = stepsOf(tree);
  if (number < 1 || number > steps.length + 1) throw new Unforeseen();
  const before = mentions(tree);
  const shift = (n: number): number => (n >= number ? n + 1 : n);
  return renumbered(
    withSteps(tree, [...steps.slice(0, number - 1), step, ...steps.slice(number - 1)]),
    before,
    shift,
    shift,
  );
}

export function duplicateStep(tree: Tree, number: number): Tree {
  const step = stepsOf(tree)[number - 1];
  if (!isMap(step)) throw new Unforeseen();
  const copy = new Map(step);
  copy.delete("id");
  const own = mentions(tree).filter((mention) => mention.step === number);
  const shift = (n: number): number => (n > number ? n + 1 : n);
  return renumbered(insertStep(tree, number + 1, copy), own, shift, (n) => n + 1);
}

export function moveStep(tree: Tree, number: number, to: number): Tree {
  const steps = [...stepsOf(tree)];
  if (number < 1 || to < 1 || number > steps.length || to > steps.length) throw new Unforeseen();
  const before = mentions(tree);
  const order = steps.map((_, index) => index + 1);
  order.splice(to - 1, 0, ...order.splice(number - 1, 1));
  const place = (n: number): number => order.indexOf(n) + 1;
  return renumbered(
    withSteps(
      tree,
      order.map((n) => steps[n - 1] ?? null),
    ),
    before,
    place,
    place,
  );
}

/** The steps whose arrows lead to `number`. */
export function pointingAt(tree: Tree, number: number): number[] {
  return [...new Set(targetsAt(tree, number).map((mention) => mention.step ?? 0))].sort((a, b) => a - b);
}

function targetsAt(tree: Tree, number: number): Mention[] {
  return mentions(tree).filter((m) => m.number === number && !m.onKey && m.step !== null && m.step !== number);
}

export function deleteStep(tree: Tree, number: number, pointedAt: string): Tree {
  const steps = stepsOf(tree);
  if (steps.length < 2 || number < 1 || number > steps.length) throw new Unforeseen();
  const pointing = targetsAt(tree, number);
  if (pointing.length > 0 && pointedAt === "refuse") throw new Unforeseen();
  let made = tree;
  if (pointing.length > 0) {
    const told = targetText(tree, number, pointedAt);
    for (const mention of pointing) made = replaced(made, mention.path, told);
  }
  made = forgotten(made, number);
  const before = mentions(made).filter((mention) => mention.step !== number);
  const shift = (n: number): number => (n > number ? n - 1 : n);
  const kept = stepsOf(made).filter((_, index) => index !== number - 1);
  return renumbered(withSteps(made, kept), before, shift, shift);
}

function targetText(tree: Tree, number: number, pointedAt: string): string {
  const target = pointedAt === "next" ? whatCameNext(tree, number) : pointedAt;
  if (target === "selesai") return target;
  const ids = idsOf(tree);
  const meant = /^[0-9]+$/.test(target) ? Number(target) : ids.get(target);
  if (meant === undefined || meant === number || meant > stepsOf(tree).length) throw new Unforeseen();
  return [...ids].find(([, n]) => n === meant)?.[0] ?? String(meant);
}

function whatCameNext(tree: Tree, number: number): string {
  const steps = stepsOf(tree);
  const onward = at(steps[number - 1], ["lanjut"]);
  const following = isMap(onward) ? onward.get("ke") : onward;
  if (typeof following === "string" && following) return following;
  return number < steps.length ? String(number + 1) : "selesai";
}

/** Accepted findings of a step go with it, and so do routes that passed it. */
function forgotten(tree: Tree, number: number): Tree {
  const gone = mentions(tree).filter((m) => m.number === number && m.step !== number && (m.onKey || m.step === null));
  let made = tree;
  for (const mention of gone.reverse()) {
    const path = mention.onKey ? mention.path : mention.path.slice(0, -1);
    const parent = at(made, path.slice(0, -1));
    const last = path.at(-1);
    if (isMap(parent))
      made = replaced(made, path.slice(0, -1), new Map([...parent].filter(([key]) => key !== String(last))));
    else if (Array.isArray(parent))
      made = replaced(
        made,
        path.slice(0, -1),
        parent.filter((_, index) => index !== last),
      );
  }
  return made;
}
