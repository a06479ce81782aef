// Where steps were put last, so that arrows that pass them by can be told of there.
import { app } from "../../state/instance";
import type { Session } from "../../state/session";

export interface Placed {
  session: Session;
  /** The steps put there, by their numbers. */
  first: number;
  last: number;
  /** How many steps there were then: with more or fewer, it is another matter. */
  count: number;
}

let placed: Placed | null = null;

export function rememberPlaced(first: number, last: number, count: number): void {
  placed = app.current && { session: app.current, first, last, count };
}

/** What was put into this SOP last, if it begins at step `number` and there are still so many steps. */
export function placedAt(number: number, count: number): Placed | null {
  return placed !== null && placed.session === app.current && placed.first === number && placed.count === count
    ? placed
    : null;
}
