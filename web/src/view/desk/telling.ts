// The flow in words, for those who do not see the pages.
import type { Drawing } from "../../engine/types";
import { cellText } from "../../spec/cells";
import { lanesOf, rowsOf } from "../../spec/rows";
import { at, textAt, type Tree } from "../../spec/tree";
import { word } from "../../words";

export function pagesInWords(drawing: Drawing, tree: Tree): string {
  const names = new Map(lanesOf(tree).map((lane) => [lane.key, lane.name]));
  const steps = rowsOf(tree)
    .filter((row) => !row.unfinished)
    .map((row) => {
      const who = row.executors.map((each) => names.get(each) ?? each).join(", ");
      const ways = row.ways
        .map(
          (way) =>
            `${way.label ? `${way.label}: ` : ""}${way.target === "selesai" ? word("finished") : word("toStep", way.target ?? "?")}`,
        )
        .join("; ");
      return `${row.number}. ${who}: ${cellText(at(row.step, ["uraian"]))} (${ways})`;
    });
  return [textAt(tree, ["judul"]), word("pageCount", drawing.pages.length), ...steps].join(". ");
}
