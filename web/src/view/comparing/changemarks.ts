// Changes on a drawn page: removed is dashed and hatched, added is thick, changed has a line and a tint; tags stand in the margin.
import type { Change, ChangeMark } from "../../engine/types";
import { rect, SVG } from "../desk/sheet";

export type Fate = "gone" | "came" | "changed";

export function fateOf(change: Change): Fate {
  return change.kind === "removed" ? "gone" : change.kind === "added" ? "came" : "changed";
}

const TAG_HIGH = 13;
const TAG_GAP = 5;
const HATCH = 7;

/** The elements of an overlay, and how what is drawn itself is dressed, by its id. */
export interface Overlay {
  elements: SVGElement[];
  dressed: Map<string, Fate>;
}

export function overlayOf(
  marks: readonly ChangeMark[],
  changes: ReadonlyMap<number, Change>,
  current: number,
): Overlay {
  const elements: SVGElement[] = [];
  const tags: SVGElement[] = [];
  const dressed = new Map<string, Fate>();
  const taken: number[] = [];
  for (const mark of marks) {
    const change = changes.get(mark.number);
    if (!change) continue;
    const fate = fateOf(change);
    const now = mark.number === current ? " current" : "";
    for (const box of mark.boxes) {
      const shape = rect(box, `change ${fate}${now}`);
      shape.dataset["change"] = String(mark.number);
      if (fate === "gone" && mark.row) elements.push(hatching(box));
      elements.push(shape);
    }
    for (const id of [...mark.symbols, ...mark.arrows]) dressed.set(id, fate);
    tags.push(...tagOf(mark, `${change.sign} ${mark.number}`, `${fate}${now}`, taken));
  }
  return { elements: [...elements, ...tags], dressed };
}

function hatching([x0, y0, x1, y1]: [number, number, number, number]): SVGElement {
  const high = y1 - y0;
  const lines: string[] = [];
  for (let from = x0 + HATCH - high; from < x1; from += HATCH) {
    const [start, end] = [Math.max(from, x0), Math.min(from + high, x1)];
    lines.push(`M${start} ${y1 - (start - from)}L${end} ${y1 - (end - from)}`);
  }
  const drawn = document.createElementNS(SVG, "path");
  drawn.setAttribute("d", lines.join(""));
  drawn.setAttribute("class", "hatching");
  return drawn;
}

/** Beside the table, below those that stand there already. */
function tagOf(mark: ChangeMark, text: string, kind: string, taken: number[]): SVGElement[] {
  const width = 12 + 5.5 * text.length;
  let top = (mark.beside[0] + mark.beside[1] - TAG_HIGH) / 2;
  while (taken.some((other) => Math.abs(other - top) < TAG_HIGH + 1)) top += TAG_HIGH + 1;
  taken.push(top);
  const right = Math.max(width + 1, mark.left - TAG_GAP);
  const frame = rect([right - width, top, right, top + TAG_HIGH], `change-tag ${kind}`);
  frame.setAttribute("rx", "2");
  frame.dataset["change"] = String(mark.number);
  const words = document.createElementNS(SVG, "text");
  words.setAttribute("x", String(right - width / 2));
  words.setAttribute("y", String(top + TAG_HIGH / 2 + 3));
  words.setAttribute("class", `change-words ${kind}`);
  words.textContent = text;
  return [frame, words];
}
