// A target as a field: "4 · Mengonsep laporan…", chosen from a list that is searched by number, word or executor.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Path } from "../../engine/types";
import { cellText } from "../../spec/cells";
import { END, lanesOf, type Row } from "../../spec/rows";
import { at, textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { word } from "../../words";
import { useCalled } from "../field";
import { Icon } from "../icons";
import { Pick, type Option } from "../pick";

export function stepWords(row: Row): string {
  return `${row.number} · ${cellText(at(row.step, ["uraian"])).replace(/\s+/g, " ") || word("emptyStep")}`;
}

export function targetWords(target: Row["ways"][number]["target"], told: string, rows: Row[]): string {
  if (target === END) return word("finished");
  const row = target === null ? undefined : rows[target - 1];
  return row ? stepWords(row) : told ? word("unknownTarget", told) : word("chooseTarget");
}

interface TargetProps {
  label: string;
  path: Path;
  target: Row["ways"][number]["target"];
  told: string;
  own: number;
  rows: Row[];
  wrong: boolean;
  describedBy?: string;
  choose: (target: number | typeof END) => void;
}

export function Target({ label, path, target, told, own, rows, wrong, describedBy, choose }: TargetProps) {
  const [open, setOpen] = useState(false);
  const field = useCalled<HTMLButtonElement>(path);
  const called = JSON.stringify(app.focus.path) === JSON.stringify(path) && app.focus.edit;
  useLayoutEffect(() => {
    if (called) setOpen(true);
  }, [app.focus.call]);
  const left = useRef(false);
  useLayoutEffect(() => {
    if (open || !left.current) return;
    left.current = false;
    field.current?.focus({ preventScroll: true });
  }, [open]);
  const words = targetWords(target, told, rows);
  if (!open) {
    return (
      <button
        type="button"
        ref={field}
        class={wrong || target === null ? "choice target wrong" : "choice target"}
        aria-label={`${label}: ${words}`}
        aria-haspopup="listbox"
        aria-describedby={describedBy}
        disabled={!app.current?.readable}
        onFocus={() => app.at(path)}
        onClick={() => setOpen(true)}
        onKeyDown={(event) => {
          if ((event.altKey && event.key === "ArrowDown") || event.key === "F2") {
            event.preventDefault();
            event.stopPropagation();
            setOpen(true);
          }
        }}
      >
        <span class="words">{words}</span>
        <Icon name="down" />
      </button>
    );
  }
  const names = new Map(lanesOf(app.current?.tree).map((lane) => [lane.key, lane.name]));
  const options: Option[] = rows
    .filter((row) => row.number !== own)
    .map((row) => ({
      value: String(row.number),
      label: stepWords(row),
      more: row.executors.map((each) => names.get(each) ?? each).join(", "),
    }));
  options.push({ value: END, label: word("finished") });
  const back = (): void => {
    setOpen(false);
    app.hinted = null;
    left.current = true;
  };
  return (
    <Pick
      label={label}
      options={options}
      value={target === null ? "" : String(target)}
      choose={(value) => {
        back();
        choose(value === END ? END : Number(value));
      }}
      leave={back}
      hint={(value) => {
        app.hinted = value === null || value === END ? null : Number(value);
        app.changed();
      }}
    />
  );
}

/** The first line of a step's text, for lists of steps. */
export function shortWords(row: Row | undefined): string {
  return row ? textAt(row.step, ["uraian"]) || stepWords(row) : "";
}
