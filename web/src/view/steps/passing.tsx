// A step put right before one that arrows are aimed at: they keep to their target, and pass the new step by. The row says so.
import { targetOperations, type Row, type Way } from "../../spec/rows";
import { app } from "../../state/instance";
import { word } from "../../words";
import { change } from "./edits";
import { placedAt } from "./placed";
import { stepWords } from "./targets";

interface Passing {
  from: Row;
  way: Way;
  target: Row;
}

/** Arrows of other steps that say where they lead, and lead to the step behind those that were put here. */
function passing(row: Row, rows: Row[]): Passing[] {
  const placed = placedAt(row.number, rows.length);
  const target = placed && rows[placed.last];
  if (!target) return [];
  return rows
    .filter((from) => from.number < placed.first || from.number > placed.last)
    .flatMap((from) =>
      from.ways.filter((way) => way.told !== "" && way.target === target.number).map((way) => ({ from, way, target })),
    );
}

export function passesBy(row: Row, rows: Row[]): boolean {
  return passing(row, rows).length > 0;
}

export function PassingBy({ row, rows }: { row: Row; rows: Row[] }) {
  return (
    <ul class="passing" aria-label={word("passingBy")}>
      {passing(row, rows).map(({ from, way, target }) => (
        <li key={way.path.join()}>
          <span role="status">
            {word("passedBy", way.label ? `${from.number} (${way.label})` : from.number, stepWords(target))}
          </span>
          <button
            type="button"
            class="tiny"
            disabled={!app.current?.readable}
            onClick={() => change(targetOperations(app.current?.tree ?? null, way.path, row.number), way.path)}
          >
            {word("leadHere", row.number)}
          </button>
        </li>
      ))}
    </ul>
  );
}
