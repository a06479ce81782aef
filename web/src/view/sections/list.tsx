// A text of the spec that may be a list: one field an item, Enter begins the next, numbers follow.
import { useRef, useState } from "preact/hooks";
import type { Operation, Path } from "../../engine/types";
import { at, isList } from "../../spec/tree";
import { app } from "../../state/instance";
import { word } from "../../words";
import { focusOnce, Messages, useCalled } from "../field";
import { Icon } from "../icons";

interface ListFieldProps {
  label: string;
  path: Path;
  hint?: string;
}

export function ListField({ label, path, hint }: ListFieldProps) {
  const value = at(app.current?.tree, path);
  const items = isList(value)
    ? value.map((each) => (typeof each === "string" ? each : ""))
    : typeof value === "string" && value
      ? [value]
      : [];
  const numbered = isList(value);
  const [added, setAdded] = useState<number | null>(null);
  const shown = items.length === 0 ? [""] : items;
  const locked = !app.current?.readable;
  const edit = (operations: Operation[], index: number): void => {
    const place: Path = operations.length > 0 && isList(at(app.current?.tree, path)) ? [...path, index] : path;
    void app.current?.edit(operations, { section: app.section, path: place }).then((fault) => {
      if (fault) app.tell({ text: fault.message, kind: "fault" });
    });
  };
  const put = (index: number, text: string): void => {
    const told = text.trim();
    if (told === (items[index] ?? "")) return;
    if (items.length === 0) edit(told ? [{ op: "set", path, value: [told] }] : [], 0);
    else if (!numbered) edit([{ op: "set", path, value: told || null }], 0);
    else if (told === "")
      edit([items.length === 1 ? { op: "set", path, value: null } : { op: "remove", path: [...path, index] }], index);
    else edit([{ op: "set", path: [...path, index], value: told }], index);
  };
  const go = (index: number): void => app.go({ section: app.section, path: [...path, index] });
  return (
    <fieldset class="list-field">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <Messages at={path} id={`told-${path.join("-")}`} />
      <ol class={numbered || items.length === 0 ? "" : "plain"}>
        {shown.map((item, index) => (
          <Item
            key={`${index}-${shown.length}`}
            label={`${label} ${index + 1}`}
            path={numbered || items.length === 0 ? [...path, index] : path}
            value={item}
            numbered={numbered || items.length === 0 ? index + 1 : null}
            locked={locked}
            put={(text) => put(index, text)}
            next={(text) => {
              put(index, text);
              if (!text.trim()) return;
              setAdded(index + 1);
            }}
            paste={(lines) => {
              const told = lines.map((line) => line.trim()).filter(Boolean);
              edit([{ op: "set", path, value: [...items.slice(0, index), ...told, ...items.slice(index + 1)] }], index);
            }}
            move={(by) => {
              const to = index + by;
              if (!numbered || to < 0 || to >= items.length) return;
              edit([{ op: "move", path: [...path, index], to }], to);
              go(to);
            }}
            remove={() => {
              edit(
                [
                  items.length === 1 || !numbered
                    ? { op: "set", path, value: null }
                    : { op: "remove", path: [...path, index] },
                ],
                index,
              );
              go(Math.max(0, index - 1));
            }}
          />
        ))}
        {added !== null && (
          <NewItem
            key={added}
            label={`${label} ${items.length + 1}`}
            number={added + 1}
            leave={() => setAdded(null)}
            add={(text, more) => {
              const index = Math.min(added, items.length);
              if (numbered) edit([{ op: "insert", path: [...path, index], value: text }], index);
              else edit([{ op: "set", path, value: [...items, text] }], index);
              setAdded(more ? index + 1 : null);
            }}
          />
        )}
      </ol>
      <p class="list-actions">
        <button
          type="button"
          class="link strong"
          disabled={locked}
          onClick={() => (items.length > 0 ? setAdded(items.length) : go(0))}
        >
          <Icon name="plus" /> {word("addItem")}
        </button>
        {items.length === 1 && (
          <label class="inline">
            <input
              type="checkbox"
              checked={numbered}
              disabled={locked}
              onChange={() => edit([{ op: "set", path, value: numbered ? (items[0] ?? null) : items }], 0)}
            />{" "}
            {word("numberedList")}
          </label>
        )}
      </p>
    </fieldset>
  );
}

interface ItemProps {
  label: string;
  path: Path;
  value: string;
  numbered: number | null;
  locked: boolean;
  put: (text: string) => void;
  next: (text: string) => void;
  paste: (lines: string[]) => void;
  move: (by: number) => void;
  remove: () => void;
}

function Item({ label, path, value, numbered, locked, put, next, paste, move, remove }: ItemProps) {
  const field = useCalled<HTMLTextAreaElement>(path);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const confirm = (): void => {
    if (typed !== null) put(typed);
    setTyped(null);
  };
  return (
    <li>
      <span class="item-number">{numbered === null ? "" : `${numbered}.`}</span>
      <textarea
        ref={field}
        aria-label={label}
        rows={Math.max(1, text.split("\n").length, Math.ceil(text.length / 74))}
        value={text}
        readOnly={locked}
        onFocus={() => app.at(path)}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={confirm}
        onPaste={(event) => {
          const lines = (event.clipboardData?.getData("text/plain") ?? "")
            .split(/\r?\n/)
            .map((line) => line.replace(/^\s*(?:[•●▪◦·-]|\(?\d{1,2}[.)])\s+/u, ""));
          if (lines.filter((line) => line.trim()).length < 2 || locked) return;
          event.preventDefault();
          setTyped(null);
          paste(lines);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            const told = text;
            setTyped(null);
            next(told);
          } else if (event.key === "Escape" && typed !== null) setTyped(null);
          else if (event.key === "Backspace" && text === "" && value !== "") remove();
          else if (event.altKey && event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
            event.preventDefault();
            confirm();
            move(event.key === "ArrowUp" ? -1 : 1);
          }
        }}
      />
      <button
        type="button"
        class="small bare"
        aria-label={word("removeItem", label)}
        title={word("remove")}
        tabIndex={-1} // by keys: empty the item; so Tab counts the same from a new item and an old one
        disabled={locked || value === ""}
        onClick={remove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

function NewItem({
  label,
  number,
  add,
  leave,
}: {
  label: string;
  number: number;
  add: (text: string, more: boolean) => void;
  leave: () => void;
}) {
  const done = useRef(false);
  return (
    <li>
      <span class="item-number">{number}.</span>
      <textarea
        aria-label={label}
        rows={1}
        ref={focusOnce}
        onBlur={(event) => {
          if (done.current) return;
          done.current = true;
          const text = event.currentTarget.value.trim();
          if (text) add(text, false);
          else leave();
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            done.current = true;
            leave();
          } else if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            const text = event.currentTarget.value.trim();
            if (!text) return;
            done.current = true;
            add(text, true);
          }
        }}
      />
      <span />
    </li>
  );
}
