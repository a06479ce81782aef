// The kegiatan as a table that behaves as a spreadsheet does: one current cell, arrows, typing, F2, Enter, Tab.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Diagnostic, Finding } from "../../engine/types";
import { rowsOf, type Row } from "../../spec/rows";
import { app } from "../../state/instance";
import type { Session } from "../../state/session";
import { word } from "../../words";
import { findings, refusals } from "../hooks";
import { Icon } from "../icons";
import { useRoom } from "../media";
import type { Asked } from "./actions";
import { copySelection, pasteBlock } from "./clipboard";
import {
  ALL,
  cellPath,
  columnAt,
  columnsOf,
  head,
  isChosen,
  isInside,
  keysOf,
  type Column,
  type Group,
} from "./columns";
import { deleteSteps, insertStep, moveStep, takeTyped } from "./edits";
import { setCell, StepRow, type Editing, type Way } from "./row";

/** Pixels that all columns need beside each other. */
const ALL_COLUMNS = 860;

interface Anchor {
  row: number;
  column: Column;
}

/** The columns that were chosen of an SOP, while another section is shown. */
const lastChosen = new WeakMap<Session, Group>();

export function StepsTable() {
  const area = useRef<HTMLDivElement>(null);
  const wide = useRoom(area, ALL_COLUMNS);
  const [chosen, setChosen] = useState<Group>(() => (app.current && lastChosen.get(app.current)) ?? "alur");
  const [editing, setEditing] = useState<Editing | null>(null);
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const [ask, setAsk] = useState<Asked | null>(null);
  const [dragged, setDragged] = useState<{ from: number; over: number } | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const append = useRef<HTMLButtonElement>(null);
  const begun = useRef<Column | null>(null); // where Tab set out from
  const tree = app.current?.tree;
  const rows = rowsOf(tree);
  const { focus } = app;
  const inTable = focus.path[0] === "kegiatan" && typeof focus.path[1] === "number";
  const index = inTable ? Math.min(Number(focus.path[1]), rows.length - 1) : -1;
  const column = columnAt(focus.path);
  const group: Group = wide
    ? "semua"
    : columnsOf(chosen).includes(column) || !inTable
      ? chosen
      : isChosen(column)
        ? "alur"
        : "mutu";
  const columns = columnsOf(group);
  const told = placed(refusals(), findings());

  useLayoutEffect(() => {
    if (group !== chosen && !wide) setChosen(group);
  }, [group]);
  useLayoutEffect(() => {
    if (app.current) lastChosen.set(app.current, chosen);
  }, [chosen]);
  useLayoutEffect(() => {
    setAnchor(null);
    setAsk(null);
    if (!inTable || isInside(focus.path)) {
      setEditing(null);
      return;
    }
    setEditing(focus.edit ? { initial: takeTyped() } : null);
    if (focus.edit && rows[index]?.unfinished) setChosen("alur"); // where its executor is
    if (focus.edit) reveal();
    else focusCell();
  }, [focus.call]);

  const focusCell = (): void => {
    const cell = document.getElementById(`cell-${index + 1}-${column}`);
    cell?.focus({ preventScroll: true });
    reveal();
  };
  /** The row, and the cell beside the columns that stay where they are. */
  const reveal = (): void => {
    const cell = document.getElementById(`cell-${index + 1}-${column}`);
    const scroller = cell?.closest(".table-scroll");
    if (!cell || !scroller) return;
    cell.closest("tr")?.scrollIntoView({ block: "nearest" });
    if (column === "uraian" || group !== "semua") return;
    const frozen = document.getElementById(`cell-${index + 1}-uraian`)?.getBoundingClientRect().right ?? 0;
    const [view, box] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (box.left < frozen) scroller.scrollLeft -= frozen - box.left;
    else if (box.right > view.left + scroller.clientWidth)
      scroller.scrollLeft += box.right - view.left - scroller.clientWidth;
  };
  const moveTo = (row: number, to: Column): void => {
    begun.current = null;
    const there = Math.max(0, Math.min(rows.length - 1, row));
    app.go({ section: "kegiatan", path: cellPath(there, to) });
  };
  const moveBy = (down: number, right: number): void => {
    const at = columns.indexOf(column) + right;
    if (at < 0 && index > 0) moveTo(index - 1, columns.at(-1) ?? column);
    else if (at >= columns.length && index < rows.length - 1) moveTo(index + 1, columns[0] ?? column);
    else if (index + down >= rows.length && index === rows.length - 1) append.current?.focus();
    else moveTo(index + down, columns[Math.max(0, Math.min(columns.length - 1, at))] ?? column);
  };
  /** As in Excel: Enter behind Tabs goes to where they began, a row further down. */
  const move = (way: Way): void => {
    const from = begun.current ?? column;
    if (way === "down") {
      if (index < rows.length - 1) moveTo(index + 1, from);
      else moveBy(1, 0);
    } else if (way === "up") moveBy(-1, 0);
    else {
      moveBy(0, way === "right" ? 1 : -1);
      begun.current = from;
    }
  };
  /** The row to come: what is typed there begins it. */
  const onAppend = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (key === "ArrowUp" && !ctrlKey && !altKey) moveTo(rows.length - 1, columns[0] ?? "uraian");
    else if (key.length === 1 && key !== " " && !ctrlKey && !altKey && !metaKey && session?.readable)
      insertStep(rows.length + 1, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const selection = block(anchor, index, column, columns);
  const chosenNumbers = selection.rows.map((each) => each + 1);
  const row = rows[index];
  const session = app.current;

  const keys = (event: KeyboardEvent): void => {
    if (!row || !session) return;
    // by its way, not its target: a button that became a list is no longer in the table
    if (event.composedPath().some((each) => each instanceof Element && each.matches(".extra"))) {
      if (event.key === "Escape") focusCell();
      return;
    }
    const { key, ctrlKey, shiftKey, altKey } = event;
    const step = (
      {
        ArrowDown: [1, 0],
        ArrowUp: [-1, 0],
        ArrowRight: [0, 1],
        ArrowLeft: [0, -1],
        PageDown: [8, 0],
        PageUp: [-8, 0],
      } as Record<string, [number, number]>
    )[key];
    const locked = !session.readable;
    if (altKey && shiftKey && step) !locked && moveStep(row, step[0], rows.length);
    else if (altKey && key === "ArrowDown" && isChosen(column)) !locked && setEditing({ initial: null });
    else if (altKey) return;
    else if (ctrlKey && key === "Enter") !locked && insertStep(shiftKey ? row.number : row.number + 1);
    else if (ctrlKey && key === "Delete")
      !locked && deleteSteps(chosenNumbers, rows.length, (pointing) => setAsk({ numbers: chosenNumbers, pointing }));
    else if (ctrlKey && (key === "Home" || key === "End"))
      moveTo(key === "Home" ? 0 : rows.length - 1, (key === "Home" ? columns[0] : columns.at(-1)) ?? column);
    else if (step && shiftKey && !ctrlKey) extend(step);
    else if (step && ctrlKey)
      moveTo(
        step[0] < 0 ? 0 : step[0] > 0 ? rows.length - 1 : index,
        step[1] < 0 ? (columns[0] ?? column) : step[1] > 0 ? (columns.at(-1) ?? column) : column,
      );
    else if (step) moveBy(...step);
    else if (key === "Home" || key === "End") moveTo(index, (key === "Home" ? columns[0] : columns.at(-1)) ?? column);
    else if (key === "ContextMenu" || (key === "F10" && shiftKey))
      table.current?.querySelector<HTMLElement>(".actions button:enabled")?.focus();
    else if (key === "Tab") {
      const at = columns.indexOf(column) + (shiftKey ? -1 : 1);
      const leaves = (at < 0 && index === 0) || (at >= columns.length && index === rows.length - 1);
      if (leaves && shiftKey) return;
      if (leaves)
        append.current?.focus(); // the row to come; the step's own buttons are before it, and at Shift+F10
      else move(shiftKey ? "left" : "right");
    } else if (key === "Enter" && column === "jenis" && row.kind !== "biasa" && row.kind !== "penutup") {
      const open = row.ways.find((way) => way.target === null) ?? row.ways[0];
      if (open) app.go({ section: "kegiatan", path: open.path });
    } else if (key === "F2" || key === "Enter" || (key === " " && isChosen(column)))
      !locked && setEditing({ initial: null });
    else if (key === "Delete" || key === "Backspace") !locked && clear();
    else if (key.length === 1 && !ctrlKey && !event.metaKey) !locked && setEditing({ initial: key });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const extend = ([down, right]: [number, number]): void => {
    if (!anchor) setAnchor({ row: index, column });
    const to = columns[Math.max(0, Math.min(columns.length - 1, columns.indexOf(column) + right))] ?? column;
    const there = Math.max(0, Math.min(rows.length - 1, index + down));
    app.at(cellPath(there, to));
    document.getElementById(`cell-${there + 1}-${to}`)?.focus();
  };
  const clear = (): void => {
    for (const each of selection.rows) {
      for (const cell of selection.columns) {
        const meant = rows[each];
        if (meant) setCell(meant, cell, null);
      }
    }
  };

  return (
    <div class="steps" ref={area}>
      {!wide && (
        <div class="switch-row">
          <span id="columns-label">{word("columns")}</span>
          <div class="segmented" role="group" aria-labelledby="columns-label">
            {(["alur", "mutu", "semua"] as const).map((each) => (
              <button key={each} type="button" aria-pressed={group === each} onClick={() => showGroup(each)}>
                {word(each)}
              </button>
            ))}
          </div>
          {row && <span class="count">{word("stepOf", row.number, rows.length)}</span>}
        </div>
      )}
      <div
        class={`table-scroll ${group}`}
        onCopy={(event) =>
          !editing &&
          row &&
          copySelection(
            event,
            selection.rows.map((each) => rows[each]).filter((each): each is Row => each !== undefined),
            selection.columns,
            rows,
          )
        }
        onPaste={(event) => !editing && session?.readable && pasteBlock(event, index, column, columns)}
      >
        <table
          role="grid"
          aria-label={word("kegiatan")}
          ref={table}
          onKeyDown={keys}
          aria-rowcount={rows.length + 1}
          class={wide ? "wide-rows" : ""}
        >
          <colgroup>
            <col class="number" />
            {columns.map((each) => (
              <col key={each} class={each} />
            ))}
          </colgroup>
          <Head columns={columns} />
          <tbody
            onMouseDown={(event) => {
              const cell = (event.target as Element).closest<HTMLElement>("td.cell");
              if (!cell) return;
              const [, number, key] = cell.id.split("-");
              if (event.shiftKey) {
                event.preventDefault();
                setAnchor(anchor ?? { row: index, column });
                app.at(cellPath(Number(number) - 1, key as Column));
              } else setAnchor(null);
              begun.current = null;
            }}
          >
            {rows.map((each) => (
              <StepRow
                key={each.number}
                row={each}
                rows={rows}
                columns={columns}
                span={columns.length}
                current={each.number - 1 === index ? column : null}
                entrance={!inTable && each.number === 1}
                selected={
                  selection.rows.length * selection.columns.length > 1 && selection.rows.includes(each.number - 1)
                    ? new Set(selection.columns)
                    : NONE
                }
                editing={each.number - 1 === index ? editing : null}
                edit={setEditing}
                move={move}
                told={(key) => told(each.number - 1, key)}
                ask={each.number - 1 === index ? ask : null}
                setAsk={setAsk}
                drag={{
                  over: dragged?.over ?? null,
                  start: (number) => setDragged({ from: number, over: number }),
                  enter: (number) => dragged && number !== dragged.over && setDragged({ ...dragged, over: number }),
                  drop: () => {
                    const from = rows[(dragged?.from ?? 0) - 1];
                    if (dragged && from) moveStep(from, dragged.over - dragged.from, rows.length);
                    setDragged(null);
                  },
                }}
              />
            ))}
          </tbody>
        </table>
        <p class="append">
          <button
            type="button"
            class="link strong"
            ref={append}
            title={word("addStepTyping")}
            disabled={!session?.readable}
            onKeyDown={onAppend}
            onPaste={(event) => {
              event.stopPropagation();
              if (session?.readable) pasteBlock(event, rows.length, "uraian", columns);
            }}
            onClick={() => insertStep(rows.length + 1)}
          >
            <Icon name="plus" /> {word("addStep")}
          </button>{" "}
          {word("orPaste")} <kbd>Ctrl</kbd>+<kbd>V</kbd>
        </p>
      </div>
    </div>
  );

  function showGroup(wanted: Group): void {
    setChosen(wanted);
    if (inTable && !columnsOf(wanted).includes(column)) moveTo(index, "uraian");
  }
}

const NONE: ReadonlySet<Column> = new Set();

function block(
  anchor: Anchor | null,
  index: number,
  column: Column,
  columns: readonly Column[],
): { rows: number[]; columns: Column[] } {
  const from = anchor ?? { row: index, column };
  const [top, bottom] = [Math.min(from.row, index), Math.max(from.row, index)];
  const [left, right] = [columns.indexOf(from.column), columns.indexOf(column)].sort((a, b) => a - b);
  return {
    rows: Array.from({ length: bottom - top + 1 }, (_, at) => top + at),
    columns: columns.slice(Math.max(0, left ?? 0), (right ?? 0) + 1),
  };
}

/** Errors and findings by row and column. */
function placed(
  wrong: Diagnostic[],
  found: Finding[],
): (index: number, column: Column) => { wrong: Diagnostic[]; found: Finding[] } {
  const inCell = <D extends Diagnostic>(list: D[], index: number, column: Column): D[] =>
    list.filter(({ path }) => {
      if (path[0] !== "kegiatan" || path[1] !== index) return false;
      return path.length === 2
        ? column === "uraian"
        : keysOf(column).includes(String(path[2])) ||
            (column === "uraian" && !ALL.some((each) => keysOf(each).includes(String(path[2]))));
    });
  return (index, column) => ({ wrong: inCell(wrong, index, column), found: inCell(found, index, column) });
}

function Head({ columns }: { columns: readonly Column[] }) {
  const standard: Column[] = columns.filter((each) => each === "kelengkapan" || each === "waktu" || each === "output");
  const two = standard.length > 0;
  return (
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col" rowSpan={two ? 2 : 1} class="number">
          {word("no")}
        </th>
        {columns.map((each) =>
          each === "kelengkapan" ? (
            <th key={each} role="columnheader" scope="colgroup" colSpan={standard.length} class="standard">
              {word("mutu")}
            </th>
          ) : standard.includes(each) ? null : (
            <th key={each} role="columnheader" scope="col" rowSpan={two ? 2 : 1} class={each}>
              {head(each)}
            </th>
          ),
        )}
      </tr>
      {two && (
        <tr role="row">
          {standard.map((each) => (
            <th key={each} role="columnheader" scope="col" class={each}>
              {head(each)}
            </th>
          ))}
        </tr>
      )}
    </thead>
  );
}
