// What no page of an SOP has more of, as sopgen/drawn/pdf/contents.py tells it.

export interface Bounds {
  objects: number;
  points: number;
  characters: number;
  notes: number;
  depth: number;
  clips: number;
  clipPoints: number;
  clipped: number;
  longest: number;
}

export type Why = "locked" | "broken" | "large";

/** More than a bound. */
export class TooMuch extends Error {}
