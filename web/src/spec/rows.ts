// A spec's kegiatan as rows of a table: who does it, what kind it is, where its arrows lead, which symbol follows.
import type { Operation, Path } from "../engine/types";
import { idsOf, stepsOf } from "./targets";
import { at, isList, isMap, textAt, type Json, type Tree } from "./tree";

export type Kind = "biasa" | "keputusan" | "lompat" | "serentak" | "penutup";
export const KINDS: readonly Kind[] = ["biasa", "keputusan", "lompat", "serentak", "penutup"];
export type SymbolKind = "capsule" | "box" | "diamond";
export const END = "selesai";

/** One arrow out of a step. `target`: a step's number, END, or null where the text says nothing that there is. */
export interface Way {
  label: string;
  target: number | typeof END | null;
  told: string;
  path: Path;
}

export interface Row {
  number: number;
  step: Tree;
  executors: string[];
  kind: Kind;
  ways: Way[];
  symbol: SymbolKind;
  /** Without what it does or who does it: it is not drawn yet. */
  unfinished: boolean;
}

export interface Lane {
  key: string;
  name: string;
  value: Tree;
}

export function lanesOf(tree: Tree | undefined): Lane[] {
  const lanes = at(tree, ["pelaksana"]);
  if (!isMap(lanes)) return [];
  return [...lanes].map(([key, value]) => ({
    key,
    value,
    name: (typeof value === "string" ? value : textAt(value, ["nama"])) || key,
  }));
}

export function rowsOf(tree: Tree | undefined): Row[] {
  const steps = stepsOf(tree);
  const ids = idsOf(tree);
  return steps.map((step, index) => rowOf(step, index + 1, steps.length, ids));
}

function rowOf(step: Tree, number: number, count: number, ids: Map<string, number>): Row {
  const who = at(step, ["pelaksana"]);
  const executors = (isList(who) ? who : [who]).filter(
    (each): each is string => typeof each === "string" && each !== "",
  );
  const [kind, ways] = onward(step, number, count, ids);
  const closes = kind === "penutup" || (kind === "biasa" && number === count);
  const symbol =
    kind === "keputusan" && executors.length < 2
      ? "diamond"
      : (number === 1 && kind !== "serentak" && kind !== "keputusan") || closes
        ? "capsule"
        : "box";
  return {
    number,
    step,
    executors,
    kind,
    ways,
    symbol,
    unfinished: !written(at(step, ["uraian"])) || executors.length === 0,
  };
}

export function written(value: Tree | undefined): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (isList(value)) return value.some(written);
  return isMap(value) && (written(value.get("teks")) || written(value.get("butir")));
}

function onward(step: Tree, number: number, count: number, ids: Map<string, number>): [Kind, Way[]] {
  const base: Path = ["kegiatan", number - 1];
  const decision = at(step, ["keputusan"]);
  if (isMap(decision)) {
    return [
      "keputusan",
      [...decision].map(([label, value]) => wayOf(label, value, [...base, "keputusan", label], ids, count)),
    ];
  }
  const next = at(step, ["lanjut"]);
  const path: Path = [...base, "lanjut"];
  if (isList(next)) return ["serentak", next.map((value, index) => wayOf("", value, [...path, index], ids, count))];
  if (next === undefined || next === null) {
    const target = number < count ? number + 1 : END;
    return ["biasa", [{ label: "", target, told: "", path }]];
  }
  const way = wayOf("", next, path, ids, count);
  return [way.target === END ? "penutup" : "lompat", [way]];
}

function wayOf(label: string, value: Tree, path: Path, ids: Map<string, number>, count: number): Way {
  const told = (typeof value === "string" ? value : textAt(value, ["ke"])).trim();
  if (told === END) return { label, target: END, told, path };
  const number = /^[0-9]{1,9}$/.test(told) ? Number(told) : ids.get(told);
  return { label, target: number !== undefined && number >= 1 && number <= count ? number : null, told, path };
}

/** What makes a step of that kind. Where its arrows lead is known for the first; a second one is asked for. */
export function kindOperations(tree: Tree, row: Row, kind: Kind, count: number): Operation[] {
  const base: Path = ["kegiatan", row.number - 1];
  const key = kind === "biasa" ? "" : kind === "keputusan" ? "keputusan" : "lanjut";
  const drop: Operation[] = ["keputusan", "lanjut"]
    .filter((each) => each !== key && at(row.step, [each]) !== undefined)
    .map((each) => ({ op: "remove", path: [...base, each] }));
  if (kind === "biasa") return drop;
  if (kind === "penutup") return [...drop, { op: "set", path: [...base, key], value: END }];
  const following = row.number < count ? row.number + 1 : kind === "lompat" ? row.number - 1 || END : END;
  const [named, told] = nameOf(tree, following);
  const value: Json = kind === "keputusan" ? { Ya: told, Tidak: null } : kind === "serentak" ? [told, null] : told;
  return [...drop, ...named, { op: "set", path: [...base, key], value }];
}

/**
 * What leads on to a step that is put behind the last one: a last step that says where it ends ends there no more, or none
 * would lead to the new step. Of a decision's ways the first one goes on.
 */
export function endedOperations(tree: Tree): Operation[] {
  const last = rowsOf(tree).at(-1);
  const way = last?.ways.find((each) => each.target === END && each.told === END);
  if (!last || !way) return [];
  if (last.kind === "penutup") return [{ op: "remove", path: way.path }];
  const path = isMap(at(tree, way.path)) ? [...way.path, "ke"] : way.path;
  return [{ op: "set", path, value: String(last.number + 1) }];
}

/** An arrow set to a target. */
export function targetOperations(tree: Tree, path: Path, target: number | typeof END): Operation[] {
  const [named, told] = nameOf(tree, target);
  return [...named, { op: "set", path: isMap(at(tree, path)) ? [...path, "ke"] : path, value: told }];
}

/** By which name arrows lead to a step; it gets an id if it has none, so that they keep to it wherever it moves. */
function nameOf(tree: Tree, target: number | typeof END): [Operation[], string] {
  if (target === END) return [[], END];
  const step = stepsOf(tree)[target - 1];
  const id = textAt(step, ["id"]);
  if (id) return [[], id];
  const made = freshId(textAt(step, ["uraian"]) || textAt(step, ["uraian", "teks"]), new Set(idsOf(tree).keys()));
  return [[{ op: "set", path: ["kegiatan", target - 1, "id"], value: made }], made];
}

/** A short readable id of a step's first words. */
function freshId(words: string, taken: Set<string>): string {
  const plain =
    words
      .normalize("NFD")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  const stem = plain.find((word) => word.length > 2 && word !== END) ?? "langkah";
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${plain[1] && count === 2 ? plain[1] : count}`;
    if (!taken.has(id)) return id;
  }
}

/** A key for an executor of that printed name. */
export function laneKey(name: string, taken: Set<string>): string {
  const stem = (
    name
      .normalize("NFD")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ["pelaksana"]
  )
    .slice(0, 3)
    .join("_");
  const sound = /^[0-9]/.test(stem) ? `p_${stem}` : stem;
  for (let count = 1; ; count++) {
    const key = count === 1 ? sound : `${sound}_${count}`;
    if (!taken.has(key)) return key;
  }
}
