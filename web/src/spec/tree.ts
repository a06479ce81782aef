// What stands in a spec: maps that keep their order, lists and texts. Never changed; a change makes another one.
import type { Path, WireTree } from "../engine/types";

export type Tree = null | string | readonly Tree[] | TreeMap;
export type TreeMap = ReadonlyMap<string, Tree>;

/** A value of an operation, as JSON. */
export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

export function fromWire(told: WireTree): Tree {
  if (told === null || typeof told === "string") return told;
  if (Array.isArray(told)) return told.map(fromWire);
  return new Map(told.map.map(([key, value]) => [key, fromWire(value)]));
}

export function toWire(tree: Tree): WireTree {
  if (tree === null || typeof tree === "string") return tree;
  if (isList(tree)) return tree.map(toWire);
  return { map: [...tree].map(([key, value]) => [key, toWire(value)]) };
}

export function fromJson(value: Json): Tree {
  if (value === null || value === "") return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(fromJson);
  return new Map(Object.entries(value).map(([key, each]) => [key, fromJson(each)]));
}

export function toJson(tree: Tree): Json {
  if (tree === null || typeof tree === "string") return tree;
  if (isList(tree)) return tree.map(toJson);
  return Object.fromEntries([...tree].map(([key, value]) => [key, toJson(value)]));
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

export function isMap(tree: Tree | undefined): tree is TreeMap {
  return tree instanceof Map;
}

export function at(tree: Tree | undefined, path: Path): Tree | undefined {
  let found: Tree | undefined = tree;
  for (const element of path) {
    if (typeof element === "number" && isList(found)) found = found[element];
    else if (isMap(found)) found = found.get(String(element));
    else return undefined;
  }
  return found;
}

/** The text that stands there; empty where none does. */
export function textAt(tree: Tree | undefined, path: Path): string {
  const found = at(tree, path);
  return typeof found === "string" ? found : "";
}

/** With another value in a place that is there. */
export function replaced(tree: Tree, path: Path, value: Tree): Tree {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (typeof first === "number" && isList(tree)) {
    return tree.map((each, index) => (index === first ? replaced(each, rest, value) : each));
  }
  if (isMap(tree)) {
    const key = String(first);
    return new Map([...tree].map(([each, there]) => [each, each === key ? replaced(there, rest, value) : there]));
  }
  throw new Error(`nothing at ${JSON.stringify(path)}`);
}

export function same(one: Tree | undefined, other: Tree | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  }
  if (isMap(one) && isMap(other)) {
    const keys = [...one.keys()];
    const others = [...other.keys()];
    return (
      keys.length === others.length &&
      keys.every((key, index) => key === others[index] && same(one.get(key), other.get(key)))
    );
  }
  return (one === null || one === "") && (other === null || other === "");
}

/** What stands alike in both keeps being the same object, so that a view sees at once that nothing changed there. */
export function shared(old: Tree | undefined, made: Tree): Tree {
  if (same(old, made)) return old as Tree;
  if (isList(old) && isList(made)) return made.map((each, index) => shared(old[index], each));
  if (isMap(old) && isMap(made)) return new Map([...made].map(([key, value]) => [key, shared(old.get(key), value)]));
  return made;
}
