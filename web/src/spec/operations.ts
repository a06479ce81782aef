// Operations of sopgen/editing played on what the form shows, at once; the engine makes the same change in the text.
import type { Operation, Path } from "../engine/types";
import { deleteStep, duplicateStep, insertStep, moveStep, Unforeseen } from "./steps";
import { at, fromJson, isList, isMap, replaced, type Json, type Tree, type TreeMap } from "./tree";

/** All in order. Throws `Unforeseen` where only the engine can say what comes of it. */
export function play(tree: Tree, operations: Operation[]): Tree {
  return operations.reduce(playOne, tree);
}

function playOne(tree: Tree, operation: Operation): Tree {
  const path = (operation["path"] ?? []) as Path;
  const value = fromJson((operation["value"] ?? null) as Json);
  switch (operation.op) {
    case "set":
      return put(tree, path, value);
    case "remove":
      return removed(tree, path);
    case "append": {
      const there = at(tree, path);
      if (typeof there === "string" && there) return put(tree, path, [there, value]);
      return put(tree, [...path, isList(there) ? there.length : 0], value);
    }
    case "insert": {
      const parent = path.slice(0, -1);
      const there = at(tree, parent);
      if (!isList(there)) throw new Unforeseen();
      const index = Number(path.at(-1));
      return replaced(tree, parent, [...there.slice(0, index), value, ...there.slice(index)]);
    }
    case "move": {
      const parent = path.slice(0, -1);
      const there = at(tree, parent);
      if (!isList(there)) throw new Unforeseen();
      const items = [...there];
      items.splice(Number(operation["to"]), 0, ...items.splice(Number(path.at(-1)), 1));
      return replaced(tree, parent, items);
    }
    case "insert_step":
      return insertStep(tree, Number(operation["number"]), fromJson(operation["step"] as Json));
    case "duplicate_step":
      return duplicateStep(tree, Number(operation["number"]));
    case "move_step":
      return moveStep(tree, Number(operation["number"]), Number(operation["to"]));
    case "delete_step":
      return deleteStep(tree, Number(operation["number"]), (operation["pointed_at"] as string | undefined) ?? "refuse");
    case "add_executor":
      return laneAdded(tree, String(operation["key"]), value, operation["position"] as number | undefined);
    case "move_executor":
      return laneMoved(tree, String(operation["key"]), Number(operation["position"]));
    case "rename_executor":
      return laneRenamed(tree, String(operation["key"]), String(operation["to"]));
    case "delete_executor":
      return laneDeleted(tree, String(operation["key"]), operation["instead"] as string | undefined);
    default:
      throw new Unforeseen();
  }
}

function put(tree: Tree, path: Path, value: Tree): Tree {
  if (at(tree, path) !== undefined) return replaced(tree, path, value);
  const parent = path.slice(0, -1);
  const last = path.at(-1);
  if (last === undefined) throw new Unforeseen();
  const holder = at(tree, parent);
  if (typeof last === "number") {
    if (isList(holder)) return replaced(tree, parent, [...holder, value]);
    return put(tree, parent, [value]);
  }
  if (isMap(holder)) return replaced(tree, parent, new Map([...holder, [last, value]]));
  if (holder === undefined || holder === null) {
    return parent.length === 0 ? new Map([[last, value]]) : put(tree, parent, new Map([[last, value]]));
  }
  if (typeof holder === "string")
    return replaced(
      tree,
      parent,
      new Map([
        [shortKey(parent), holder],
        [last, value],
      ]),
    );
  throw new Unforeseen();
}

function shortKey(path: Path): string {
  if (path[0] === "pelaksana") return "nama";
  return path[0] === "kegiatan" && (path[2] === "keputusan" || path[2] === "lanjut") ? "ke" : "teks";
}

function removed(tree: Tree, path: Path): Tree {
  const parent = path.slice(0, -1);
  const last = path.at(-1);
  const holder = at(tree, parent);
  if (isMap(holder)) return replaced(tree, parent, new Map([...holder].filter(([key]) => key !== String(last))));
  if (isList(holder))
    return replaced(
      tree,
      parent,
      holder.filter((_, index) => index !== last),
    );
  throw new Unforeseen();
}

function lanes(tree: Tree): TreeMap {
  const found = at(tree, ["pelaksana"]);
  return isMap(found) ? found : new Map();
}

function laneAdded(tree: Tree, key: string, value: Tree, position?: number): Tree {
  const entries = [...lanes(tree)];
  if (entries.some(([each]) => each === key)) throw new Unforeseen();
  entries.splice(position ?? entries.length, 0, [key, value]);
  return put(tree, ["pelaksana"], new Map(entries));
}

function laneMoved(tree: Tree, key: string, position: number): Tree {
  const entries = [...lanes(tree)];
  const from = entries.findIndex(([each]) => each === key);
  if (from < 0 || position < 0 || position >= entries.length) throw new Unforeseen();
  entries.splice(position, 0, ...entries.splice(from, 1));
  return put(tree, ["pelaksana"], new Map(entries));
}

function laneRenamed(tree: Tree, key: string, to: string): Tree {
  if (lanes(tree).has(to) || !to.trim()) throw new Unforeseen();
  const made = put(
    tree,
    ["pelaksana"],
    new Map([...lanes(tree)].map(([each, value]) => [each === key ? to : each, value])),
  );
  return eachExecutor(made, (each) => (each === key ? to : each));
}

function laneDeleted(tree: Tree, key: string, instead?: string): Tree {
  let used = false as boolean;
  const made = eachExecutor(tree, (each) => {
    used ||= each === key;
    return each === key ? (instead ?? each) : each;
  });
  if (used && instead === undefined) throw new Unforeseen();
  return removed(made, ["pelaksana", key]);
}

function eachExecutor(tree: Tree, change: (key: string) => string): Tree {
  const steps = at(tree, ["kegiatan"]);
  if (!isList(steps)) return tree;
  const made = steps.map((step) => {
    const who = at(step, ["pelaksana"]);
    if (typeof who === "string") return change(who) === who ? step : replaced(step, ["pelaksana"], change(who));
    if (!isList(who)) return step;
    const changed = [...new Set(who.map((each) => (typeof each === "string" ? change(each) : each)))];
    return replaced(step, ["pelaksana"], changed.length > 1 ? changed : (changed[0] ?? null));
  });
  return replaced(tree, ["kegiatan"], made);
}
