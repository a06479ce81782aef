// One kegiatan: its cells, and for the row in focus what it holds more.
import { useState } from "preact/hooks";
import type { Diagnostic, Finding } from "../../engine/types";
import { BULLET, cellText, cellValue } from "../../spec/cells";
import { KINDS, laneKey, lanesOf, type Kind, type Row } from "../../spec/rows";
import { at, type Json } from "../../spec/tree";
import { letter } from "../../spec/letters";
import { app } from "../../state/instance";
import { plainly, word } from "../../words";
import { FlowSymbol, Icon } from "../icons";
import { Pick } from "../pick";
import { Actions, type Asked } from "./actions";
import { Opened } from "./branches";
import { CellEditor } from "./celleditor";
import { cellPath, head, isChosen, type Column } from "./columns";
import { change, setKind } from "./edits";
import { targetWords } from "./targets";

/** Where a key leads from a cell. */
export type Way = "down" | "up" | "right" | "left";

export interface Editing {
  initial: string | null;
}

interface StepRowProps {
  row: Row;
  rows: Row[];
  columns: readonly Column[];
  /** The current cell, if it is in this row. */
  current: Column | null;
  /** Where the focus comes in while no cell is current. */
  entrance: boolean;
  selected: ReadonlySet<Column>;
  editing: Editing | null;
  span: number;
  told: (column: Column) => { wrong: Diagnostic[]; found: Finding[] };
  edit: (editing: Editing | null) => void;
  move: (to: Way) => void;
  ask: Asked | null;
  setAsk: (asked: Asked | null) => void;
  drag: { over: number | null; start: (number: number) => void; enter: (number: number) => void; drop: () => void };
}

export function StepRow(props: StepRowProps) {
  const { row, rows, columns, current, span } = props;
  const inRow = current !== null;
  return (
    <>
      <tr
        role="row"
        aria-rowindex={row.number + 1}
        class={[
          inRow ? "current" : "",
          row.unfinished ? "unfinished" : "",
          props.drag.over === row.number ? "over" : "",
        ].join(" ")}
        data-step={row.number}
        onDragOver={(event) => {
          event.preventDefault();
          props.drag.enter(row.number);
        }}
        onDrop={(event) => {
          event.preventDefault();
          props.drag.drop();
        }}
      >
        <th role="rowheader" class="number" scope="row">
          {row.number}
          {row.unfinished && (
            <span class="undrawn" title={word("undrawn")}>
              <span class="hidden">{word("undrawn")}</span>
            </span>
          )}
          {inRow && (
            <span
              class="grip"
              draggable
              title={word("dragStep")}
              aria-hidden="true"
              onDragStart={() => props.drag.start(row.number)}
            />
          )}
        </th>
        {columns.map((column, index) => (
          <StepCell key={column} {...props} column={column} index={index} />
        ))}
      </tr>
      {inRow && (
        <tr role="row" class="current extra">
          <td class="number" />
          <td role="gridcell" colSpan={span}>
            <Opened row={row} rows={rows} />
            <Actions row={row} count={rows.length} ask={props.ask} setAsk={props.setAsk} rows={rows} />
          </td>
        </tr>
      )}
    </>
  );
}

function StepCell(props: StepRowProps & { column: Column; index: number }) {
  const { row, column, current, editing, told, index } = props;
  const isCurrent = current === column;
  const { wrong, found } = told(column);
  const marks = [...wrong, ...found];
  const id = `cell-${row.number}-${column}`;
  const weight =
    wrong.length > 0
      ? "refusal"
      : found.some((each) => each.severity === "wajib")
        ? "wajib"
        : found.length > 0
          ? "anjuran"
          : "";
  return (
    <td
      id={id}
      role="gridcell"
      aria-colindex={index + 2}
      class={`cell ${column} ${weight} ${isCurrent ? "here" : ""} ${props.selected.has(column) ? "selected" : ""}`}
      tabIndex={(isCurrent && !editing) || (props.entrance && index === 0) ? 0 : -1}
      aria-describedby={marks.length > 0 ? `${id}-told` : undefined}
      aria-selected={props.selected.has(column)}
      aria-readonly={!app.current?.readable}
      onFocus={(event) => {
        if (event.target === event.currentTarget) app.at(cellPath(row.number - 1, column));
      }}
      onDblClick={() => props.edit({ initial: null })}
    >
      {isCurrent && editing ? <EditedCell {...props} /> : <ShownCell {...props} />}
      {marks.length > 0 && (
        <span id={`${id}-told`} class="hidden">
          {marks.map(
            (each) => `${each.severity === "wajib" ? word("wajib") : word("anjuran")}: ${plainly(each.message)} `,
          )}
        </span>
      )}
      {isCurrent && !editing && marks.length > 0 && column !== "jenis" && (
        <div class="bubble" aria-hidden="true">
          {marks.map((each) => (
            <p key={each.message}>
              <strong>{plainly(each.message)}</strong> {plainly(each.remedy)}
            </p>
          ))}
        </div>
      )}
    </td>
  );
}

function ShownCell({ row, rows, column, current, edit }: StepRowProps & { column: Column }) {
  const inRow = current !== null;
  if (column === "pelaksana") {
    const names = new Map(lanesOf(app.current?.tree).map((lane) => [lane.key, lane.name]));
    return (
      <span class={inRow ? "choice" : "chosen"} onClick={() => inRow && edit({ initial: null })}>
        <span class="words">
          {row.executors.map((key, index) => (
            <span key={key} class={names.has(key) ? "" : "unknown"}>
              {index > 0 && " + "}
              {names.get(key) ?? key}
            </span>
          ))}
        </span>
        <Icon name="down" />
      </span>
    );
  }
  if (column === "jenis") {
    return (
      <span class={inRow ? "choice kind" : "kind"} onClick={() => inRow && edit({ initial: null })}>
        <FlowSymbol kind={row.symbol} />
        {inRow && row.kind !== "biasa" ? (
          <span class="words">{word(row.kind)}</span>
        ) : row.kind === "keputusan" ? (
          <span class="ways">
            {row.ways.map((way) => (
              <span key={way.label}>
                <b>{way.label}</b> → {targetWords(way.target, way.told, rows)}
              </span>
            ))}
          </span>
        ) : (
          <span class="words onward">{onwardWords(row)}</span>
        )}
        {inRow && <Icon name="down" />}
      </span>
    );
  }
  const text = cellText(at(row.step, [column]));
  const lines = text.split("\n");
  let item = 0;
  return (
    <span class="text">
      {lines.map((line, index) => (
        <span key={index} class={line.startsWith(BULLET) ? "item" : ""}>
          {line.startsWith(BULLET) ? `${letter(item++)}) ${line.slice(BULLET.length)}` : line}
        </span>
      ))}
      {text === "" && inRow && column === current && <span class="placeholder">{placeholderOf(column)}</span>}
    </span>
  );
}

function onwardWords(row: Row): string {
  const numbers = row.ways.map((way) => (way.target === null ? "?" : String(way.target)));
  if (row.ways.every((way) => way.target === "selesai")) return word("finished");
  return word(row.kind === "serentak" ? "onwardTogether" : "onward", numbers.join(", "));
}

function placeholderOf(column: Column): string {
  if (column === "uraian") return word("placeUraian");
  return column === "waktu" ? word("placeWaktu") : "";
}

function EditedCell(props: StepRowProps & { column: Column }) {
  const { row, rows, column, editing, edit } = props;
  const path = cellPath(row.number - 1, column);
  const label = `${head(column)}, ${word("step", row.number)}`;
  const done = (): void => {
    edit(null);
    app.go({ section: "kegiatan", path });
  };
  if (column === "jenis") {
    return (
      <Pick
        label={label}
        typed={editing?.initial ?? ""}
        value={row.kind}
        options={KINDS.map((kind) => ({ value: kind, label: word(kind) }))}
        leave={done}
        onward
        choose={(kind, then) => {
          edit(null);
          if (kind !== row.kind) setKind(row, kind as Kind, rows.length);
          const asks = kind !== row.kind && kind !== "biasa" && kind !== "penutup"; // where it leads, in the branches
          if (then !== "stay" && !asks) props.move(then);
          else if (kind === row.kind) done();
        }}
      />
    );
  }
  if (column === "pelaksana") return <ExecutorPick {...props} label={label} done={done} />;
  return (
    <CellEditor
      label={label}
      value={cellText(at(row.step, [column]))}
      initial={editing?.initial ?? null}
      placeholder={placeholderOf(column)}
      leave={done}
      confirm={(text, then) => {
        edit(null);
        setCell(row, column, cellValue(text));
        if (then !== "stay") props.move(then);
      }}
    />
  );
}

export function setCell(row: Row, column: Column, value: Json): void {
  const session = app.current;
  if (!session || isChosen(column)) return;
  const path = cellPath(row.number - 1, column);
  const there = at(row.step, [column]);
  if (JSON.stringify(cellValue(cellText(there))) === JSON.stringify(value)) return;
  const operations = value === null && there === undefined ? [] : [{ op: "set", path, value }];
  void session.edit(operations, { section: "kegiatan", path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
  });
}

function ExecutorPick({ row, editing, edit, label, done, move }: StepRowProps & { label: string; done: () => void }) {
  const [adding, setAdding] = useState(false);
  const lanes = lanesOf(app.current?.tree);
  const first = row.executors[0] ?? "";
  const path = cellPath(row.number - 1, "pelaksana");
  const joint = row.executors.length > 1;
  const options = adding
    ? lanes
        .filter((lane) => !row.executors.includes(lane.key))
        .map((lane) => ({ value: lane.key, label: lane.name, more: "" }))
    : [
        ...lanes.map((lane) => ({
          value: lane.key,
          label: lane.name,
          more: joint && row.executors.includes(lane.key) ? word("among") : "",
        })),
        ...(first && lanes.length > row.executors.length ? [{ value: "+", label: word("addJoint"), more: "" }] : []),
        ...(joint
          ? row.executors.slice(1).map((key) => ({
              value: `-${key}`,
              label: word("dropJoint", lanes.find((lane) => lane.key === key)?.name ?? key),
              more: "",
            }))
          : []),
      ];
  return (
    <Pick
      key={String(adding)}
      label={adding ? word("addJoint") : label}
      typed={adding ? "" : (editing?.initial ?? "")}
      value={first}
      options={options}
      fresh={(typed) => ({
        value: `new:${typed}`,
        label: word("addExecutor", typed),
        // words typed over an executor are rather the next cell's than a new column's
        ...(first && !adding ? { asks: word("addExecutorAgain", typed) } : {}),
      })}
      leave={done}
      onward
      pass={(then) => {
        edit(null);
        if (then !== "stay") move(then);
      }}
      choose={(value, then) => {
        if (value === "+") {
          setAdding(true);
          return;
        }
        edit(null);
        const fresh = value.startsWith("new:") ? value.slice(4) : null;
        const key = fresh === null ? value : laneKey(fresh, new Set(lanes.map((lane) => lane.key)));
        const wanted = value.startsWith("-")
          ? row.executors.filter((each) => each !== value.slice(1))
          : adding
            ? [...row.executors, key]
            : [key];
        const told: Json = wanted.length > 1 ? wanted : (wanted[0] ?? null);
        change(
          [...(fresh === null ? [] : [{ op: "add_executor", key, value: fresh }]), { op: "set", path, value: told }],
          path,
        );
        if (fresh !== null)
          app.tell({
            text: word("executorAdded", fresh),
            kind: "told",
            action: { label: word("undoIt"), run: () => app.undo() },
          });
        if (then === "stay") done();
        else move(then);
      }}
    />
  );
}
