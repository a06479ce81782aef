// Where a finding or an error is, in words of the form.
import type { Diagnostic } from "../../engine/types";
import { lanesOf } from "../../spec/rows";
import { sectionOf } from "../../state/sections";
import { app } from "../../state/instance";
import { word, type Word } from "../../words";
import { BOXES } from "../sections/boxes";

export function placeWords(told: Diagnostic): string {
  const [first, second] = told.path;
  if (told.step !== null) return `${word("step", told.step)}.`;
  if (typeof first === "string" && (BOXES as readonly string[]).includes(first)) {
    const item = typeof second === "number" ? ` ${word("itemNumber", second + 1)}` : "";
    return `${word("kotak")}, ${word(first as Word)}${item}.`;
  }
  if (first === "pelaksana" && typeof second === "string") {
    return `${word("pelaksana")} ${lanesOf(app.current?.tree).find((lane) => lane.key === second)?.name ?? second}.`;
  }
  return first === undefined ? "" : `${word(sectionOf(told.path))}.`;
}
