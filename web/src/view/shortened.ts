// A map of the spec that may be written as one text, which then stands for one of its keys.
import type { Path } from "../engine/types";
import { at, isMap, textAt, toJson, type Json, type Tree } from "../spec/tree";
import { app } from "../state/instance";
import { setAt } from "./field";

/** What a key says, whichever way the map is written. `short`: the key that a text alone stands for. */
export function shortText(value: Tree | undefined, short: string, key: string): string {
  if (isMap(value)) return textAt(value, [key]);
  return key === short && typeof value === "string" ? value : "";
}

/** Another value for one key: as a text alone while nothing but `short` is said. */
export function writeShort(path: Path, short: string, key: string, value: Json): void {
  const there = at(app.current?.tree, path);
  if (isMap(there) && (value !== null || there.size > 1)) {
    if (value !== null || there.has(key)) setAt([...path, key], value);
    return;
  }
  if (isMap(there) || key === short) setAt(path, isMap(there) ? null : value);
  else if (value !== null)
    setAt(path, { ...(typeof there === "string" && there ? { [short]: toJson(there) } : {}), [key]: value });
}
