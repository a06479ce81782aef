// The patterns that stand in the page, with what the form shows of them, so that they are there before the engine is.
import { part } from "./parts";
import type { WireTree } from "./engine/types";
import { fromWire, textAt, type Tree } from "./spec/tree";

export interface Pattern {
  name: string;
  text: string;
  tree: Tree;
  example: string;
}

interface Told {
  name: string;
  text: string;
  tree: WireTree;
}

const told = JSON.parse(part("patterns")) as Told[];
const made = told.map(({ name, text, tree }): Pattern => ({
  name,
  text,
  tree: fromWire(tree),
  example: textAt(fromWire(tree), ["judul"]),
}));

/** What an empty SOP says. */
export const BLANK = made.find((each) => each.name === "blank") as Pattern;
export const PATTERNS: readonly Pattern[] = made.filter((each) => each !== BLANK);
