// The way of an arrow as its spec's `rute` steers it: by which side it leaves, on which side it passes a symbol.
import type { Operation, Path } from "../engine/types";
import { idsOf, stepsOf } from "./targets";
import { at, isMap, textAt, type Json, type Tree } from "./tree";
import type { Row, Way } from "./rows";

export const LEAVING = ["kiri", "kanan", "bawah"] as const;
export const PASSING = ["kiri", "kanan"] as const;

export interface Route {
  path: Path;
  /** Empty where the program chooses. */
  leaving: string;
  /** Each step between the arrow's ends, by the name that `lewat` gives it. */
  passed: { number: number; name: string; side: string }[];
  steered: boolean;
}

export function routeOf(tree: Tree | undefined, row: Row, way: Way): Route {
  const path = routePath(tree, row, way);
  const said = at(tree, [...path, "lewat"]);
  const sides = isMap(said) ? said : new Map<string, Tree>();
  const ids = new Map([...idsOf(tree)].map(([id, number]) => [number, id]));
  const passed = between(row.number, way.target).map((number) => {
    const name =
      [String(number), ids.get(number)].find((each) => each !== undefined && sides.has(each)) ??
      ids.get(number) ??
      String(number);
    const side = sides.get(name);
    return { number, name, side: typeof side === "string" ? side : "" };
  });
  return { path, leaving: textAt(tree, [...path, "keluar"]), passed, steered: at(tree, path) !== undefined };
}

/** An only arrow is steered at its step, one of several where its target stands. */
function routePath(tree: Tree | undefined, row: Row, way: Way): Path {
  const own = row.kind === "keputusan" || row.kind === "serentak" || isMap(at(tree, way.path));
  return own ? [...way.path, "rute"] : ["kegiatan", row.number - 1, "rute"];
}

function between(from: number, to: Way["target"]): number[] {
  if (typeof to !== "number") return [];
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + 1 + index);
}

/** The route as it shall be; without anything said the arrow is the program's again, and its target a plain one. */
export function steer(tree: Tree | undefined, way: Way, route: Route): Operation[] {
  const sides = route.passed.filter((each) => each.side);
  const value: { [key: string]: Json } = {};
  if (route.leaving) value["keluar"] = route.leaving;
  if (sides.length > 0) value["lewat"] = Object.fromEntries(sides.map((each) => [each.name, each.side]));
  if (Object.keys(value).length > 0) return [{ op: "set", path: route.path, value }];
  if (!route.steered) return [];
  const holder = at(tree, way.path);
  const bare =
    isMap(holder) &&
    [...holder.keys()].every((key) => key === "ke" || key === "rute") &&
    typeof holder.get("ke") === "string";
  return bare ? [{ op: "set", path: way.path, value: textAt(holder, ["ke"]) }] : [{ op: "remove", path: route.path }];
}

/** Whether any arrow of the step is steered. */
export function isSteered(tree: Tree | undefined, row: Row): boolean {
  return stepsOf(tree).length > 0 && row.ways.some((way) => routeOf(tree, row, way).steered);
}
