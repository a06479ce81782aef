// The strip below the row in focus: insert, move, delete; and the question who points at a step that is to go.
import { END, type Row } from "../../spec/rows";
import { app } from "../../state/instance";
import { word } from "../../words";
import { focusOnce } from "../field";
import { Icon } from "../icons";
import { askForApplicants, isService } from "./applicant";
import { confirmDelete, deleteSteps, duplicateStep, insertStep, moveStep } from "./edits";
import { askForRoutes, steerable } from "./routes";
import { stepWords } from "./targets";

interface ActionsProps {
  row: Row;
  rows: Row[];
  count: number;
  ask: Asked | null;
  setAsk: (asked: Asked | null) => void;
}

/** Steps that are to go, and the others that point at them. */
export interface Asked {
  numbers: number[];
  pointing: number[];
}

export function Actions({ row, rows, count, ask, setAsk }: ActionsProps) {
  const locked = !app.current?.readable;
  if (ask) return <Question {...ask} rows={rows} count={count} leave={() => setAsk(null)} />;
  return (
    <div class="actions" role="toolbar" aria-label={word("stepActions", row.number)}>
      <button
        type="button"
        title={word("insertAbove")}
        aria-label={word("insertAbove")}
        disabled={locked}
        onClick={() => insertStep(row.number)}
      >
        <Icon name="above" /> <span class="wide">{word("insertAbove")}</span>
      </button>
      <button type="button" disabled={locked} onClick={() => insertStep(row.number + 1)}>
        <Icon name="below" /> <span>{word("insertBelow")}</span> <kbd>Ctrl+Enter</kbd>
      </button>
      <button
        type="button"
        title={word("moveUp")}
        aria-label={word("moveUp")}
        disabled={locked || row.number === 1}
        onClick={() => moveStep(row, -1, count)}
      >
        <Icon name="up" /> <span class="wide">{word("moveUp")}</span>
      </button>
      <button type="button" disabled={locked || row.number === count} onClick={() => moveStep(row, 1, count)}>
        <Icon name="fall" /> <span>{word("moveDown")}</span> <kbd>Alt+Shift+↓</kbd>
      </button>
      <button
        type="button"
        title={word("duplicate")}
        aria-label={word("duplicate")}
        disabled={locked}
        onClick={() => duplicateStep(row.number)}
      >
        <Icon name="copy" /> <span class="wide widest">{word("duplicate")}</span>
      </button>
      {steerable(row).length > 0 && (
        <button
          type="button"
          title={word("routes")}
          aria-label={word("routes")}
          disabled={locked}
          onClick={() => askForRoutes(row)}
        >
          <Icon name="arrow" /> <span class="wide">{word("routes")}</span>
        </button>
      )}
      {isService() && (
        <button
          type="button"
          title={word("forApplicants")}
          aria-label={word("forApplicants")}
          disabled={locked}
          onClick={() => askForApplicants(row)}
        >
          <Icon name="person" /> <span class="wide">{word("forApplicants")}</span>
        </button>
      )}
      <button
        type="button"
        class="delete"
        disabled={locked || count < 2}
        onClick={() => deleteSteps([row.number], count, (pointing) => setAsk({ numbers: [row.number], pointing }))}
      >
        <Icon name="trash" /> {word("delete")} <kbd>Ctrl+Del</kbd>
      </button>
    </div>
  );
}

function Question({
  numbers,
  pointing,
  rows,
  count,
  leave,
}: Asked & { rows: Row[]; count: number; leave: () => void }) {
  const [first = 1] = numbers;
  const last = numbers.at(-1) ?? first;
  const ways = rows[last - 1]?.ways ?? [];
  const next = ways.length === 1 ? ways[0]?.target : last + 1;
  const possible = rows.filter((each) => !numbers.includes(each.number) && !pointing.includes(each.number));
  // What came next, unless that would lead to itself; then what came before.
  const offered =
    next === END
      ? END
      : (possible.find((each) => each.number === next) ?? possible.findLast((each) => each.number < first));
  const asks =
    numbers.length > 1
      ? word("deleteAsksMany", first, last, pointing.join(", "))
      : word("deleteAsks", first, pointing.join(", "));
  const decide = (pointedAt: string): void => {
    leave();
    confirmDelete(numbers, count, pointedAt);
  };
  return (
    <div
      class="actions question"
      role="group"
      aria-label={asks}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          leave();
        }
      }}
    >
      <p>{asks}</p>
      {offered && (
        <button type="button" ref={focusOnce} onClick={() => decide(offered === END ? END : String(offered.number))}>
          {word("deletePoint", offered === END ? word("finished") : stepWords(offered))}
        </button>
      )}
      <select
        aria-label={word("otherTarget")}
        onChange={(event) => event.currentTarget.value && decide(event.currentTarget.value)}
      >
        <option value="">{word("otherTarget")}</option>
        {possible.map((each) => (
          <option key={each.number} value={String(each.number)}>
            {stepWords(each)}
          </option>
        ))}
        <option value={END}>{word("finished")}</option>
      </select>
      <button type="button" onClick={leave}>
        {word("cancel")}
      </button>
    </div>
  );
}
