// Every place of a spec that names a step by its number or id: the twin of sopgen/editing/targets.
import type { Path } from "../engine/types";
import { at, isList, isMap, replaced, type Tree } from "./tree";

/** `step` (from 1, null for the spec's own lists) names step `number` at `path`; `onKey`: the key there does. */
export interface Mention {
  step: number | null;
  path: Path;
  text: string;
  number: number;
  onKey: boolean;
}

const NUMBER = /^[0-9]{1,9}$/;

export function stepsOf(tree: Tree | undefined): readonly Tree[] {
  const steps = at(tree, ["kegiatan"]);
  return isList(steps) ? steps : [];
}

export function idsOf(tree: Tree | undefined): Map<string, number> {
  const found = new Map<string, number>();
  stepsOf(tree).forEach((step, index) => {
    const id = at(step, ["id"]);
    if (typeof id === "string" && id && !found.has(id)) found.set(id, index + 1);
  });
  return found;
}

export function mentions(tree: Tree): Mention[] {
  const ids = idsOf(tree);
  const count = stepsOf(tree).length;
  const numberOf = (text: string): number | undefined => {
    if (!NUMBER.test(text)) return ids.get(text);
    const number = Number(text);
    return number >= 1 && number <= count ? number : undefined;
  };
  const found: Mention[] = [];
  for (const [step, path, text, onKey] of written(tree)) {
    const number = numberOf(text.trim());
    if (number !== undefined) found.push({ step, path, text: text.trim(), number, onKey });
  }
  return found;
}

type Written = [step: number | null, path: Path, text: string, onKey: boolean];

function* written(tree: Tree): Generator<Written> {
  for (const [index, step] of stepsOf(tree).entries()) {
    const base: Path = ["kegiatan", index];
    for (const key of ["keputusan", "lanjut"]) {
      for (const [path, value] of ways(at(step, [key]), [...base, key])) yield* way(index + 1, path, value);
    }
    yield* route(index + 1, [...base, "rute"], at(step, ["rute"]));
  }
  const accepted = at(tree, ["abaikan"]);
  for (const [index, entry] of (isList(accepted) ? accepted : []).entries()) {
    const text = at(entry, ["kegiatan"]);
    if (typeof text === "string") yield [null, ["abaikan", index, "kegiatan"], text, false];
  }
}

function ways(value: Tree | undefined, path: Path): [Path, Tree][] {
  if (isList(value)) return value.map((each, index) => [[...path, index], each]);
  if (isMap(value) && path.at(-1) === "keputusan") return [...value].map(([label, each]) => [[...path, label], each]);
  return value === undefined || value === null ? [] : [[path, value]];
}

function* way(step: number, path: Path, value: Tree): Generator<Written> {
  if (typeof value === "string") yield [step, path, value, false];
  if (!isMap(value)) return;
  const target = value.get("ke");
  if (typeof target === "string") yield [step, [...path, "ke"], target, false];
  yield* route(step, [...path, "rute"], value.get("rute"));
}

function* route(step: number, path: Path, value: Tree | undefined): Generator<Written> {
  const passed = at(value, ["lewat"]);
  if (isMap(passed)) for (const key of passed.keys()) yield [step, [...path, "lewat", key], key, true];
}

/**
 * The numbers of `before` written anew where their step stands elsewhere. `moved`: old number to new, of the steps
 * named; `places`: of the steps that name them, those without a place say nothing any more.
 */
export function renumbered(
  tree: Tree,
  before: Mention[],
  moved: (n: number) => number,
  places: (n: number) => number | null,
): Tree {
  let made = tree;
  for (const mention of before) {
    if (!NUMBER.test(mention.text)) continue;
    let path = mention.path;
    if (mention.step !== null) {
      const place = places(mention.step);
      if (place === null) continue;
      path = ["kegiatan", place - 1, ...path.slice(2)];
    }
    const told = String(moved(mention.number));
    if (told === mention.text) continue;
    if (!mention.onKey) made = replaced(made, path, told);
    else {
      const parent = path.slice(0, -1);
      const old = at(made, parent);
      if (isMap(old))
        made = replaced(
          made,
          parent,
          new Map([...old].map(([key, value]) => [key === mention.text ? told : key, value])),
        );
    }
  }
  return made;
}
