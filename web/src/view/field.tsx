// One field of a form: a label, what is typed, and at the field what is wrong with it or what a reviewer finds.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useId, useRef, useState } from "preact/hooks";
import type { Diagnostic, Finding, Path } from "../engine/types";
import type { Json } from "../spec/tree";
import { app } from "../state/instance";
import { plainly, word } from "../words";
import { below, findings, refusals } from "./hooks";

/** Once, when it appears: a ref that stays the same is called no more. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}

export function setAt(path: Path, value: Json): void {
  void app.current?.edit([{ op: "set", path, value }], { section: app.section, path }).then((fault) => {
    if (fault) app.tell({ text: fault.message, kind: "fault" });
  });
}

/** The last call that a field answered: one that appears later has not been called. */
let answered = 0;

/** The focus goes to the field that the app says, once each time it says so. */
export function useCalled<E extends HTMLElement>(path: Path): preact.RefObject<E | null> {
  const element = useRef<E>(null);
  const { focus } = app;
  const meant = JSON.stringify(focus.path) === JSON.stringify(path);
  useLayoutEffect(() => {
    if (!meant || !element.current || focus.call === answered) return;
    answered = focus.call;
    element.current.focus({ preventScroll: true });
    element.current.scrollIntoView({ block: "nearest" });
  }, [focus.call]);
  return element;
}

/** `exact`: not those of what stands below, which has fields of its own. */
export function Messages({ at, id, exact = false }: { at: Path; id: string; exact?: boolean }) {
  const [wrong, found] = [below(refusals(), at), below(findings(), at)].map((list) =>
    list.filter((each) => !exact || each.path.length === at.length),
  ) as [Diagnostic[], Finding[]];
  if (wrong.length + found.length === 0) return null;
  return (
    <div id={id} class="messages">
      {wrong.map((each) => (
        <Refused key={each.message} told={each} />
      ))}
      {found.map((each) => (
        <p key={each.fingerprint} class={`told ${each.severity}`}>
          <span class={`tag ${each.severity}`}>{word(each.severity)}</span> {plainly(`${each.message} ${each.remedy}`)}
        </p>
      ))}
    </div>
  );
}

export function Refused({ told, children }: { told: Diagnostic; children?: ComponentChildren }) {
  return (
    <div class="refused" role="status">
      <p>
        <strong>{plainly(told.message)}</strong> {plainly(told.remedy)}
      </p>
      {children}
      <p class="code">
        <b>{told.code}</b>{" "}
        <button type="button" class="link" onClick={() => explain(told.code)}>
          {word("meaning")}
        </button>
      </p>
    </div>
  );
}

export function explain(code: string): void {
  app.dialog = { explain: code };
  app.changed();
}

interface TextFieldProps {
  label: string;
  path: Path;
  value: string;
  lines?: boolean;
  placeholder?: string;
  hint?: string;
  list?: string[];
  /** What a text becomes in the spec; by default itself, or nothing. */
  read?: (text: string) => Json;
  write?: (value: Json) => void;
}

/** Confirmed when it is left, or by Enter; Esc gives up. */
export function TextField({ label, path, value, lines, placeholder, hint, list, read, write }: TextFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const field = useCalled<HTMLInputElement & HTMLTextAreaElement>(path);
  const wrong = below(refusals(), path).length > 0;
  const locked = !app.current?.readable;
  const confirm = (): void => {
    if (typed === null) return;
    setTyped(null);
    if (typed !== value) (write ?? ((told) => setAt(path, told)))(read ? read(typed) : typed.trim() || null);
  };
  const shared = {
    id,
    ref: field,
    value: typed ?? value,
    placeholder: placeholder ?? "",
    readOnly: locked,
    "aria-invalid": wrong,
    "aria-describedby": `${id}-told`,
    onFocus: () => app.at(path),
    onInput: (event: Event) => setTyped((event.target as HTMLInputElement).value),
    onBlur: confirm,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape" && typed !== null) {
        setTyped(null);
        event.stopPropagation();
      } else if (event.key === "Enter" && (!lines || event.ctrlKey)) confirm();
    },
  };
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{label}</label>
      {lines ? (
        <textarea {...shared} rows={Math.max(2, (typed ?? value).split("\n").length)} />
      ) : (
        <input type="text" {...shared} list={list ? `${id}-list` : undefined} />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {hint && <p class="hint">{hint}</p>}
      <Messages at={path} id={`${id}-told`} />
    </div>
  );
}

interface ChoiceFieldProps {
  label: string;
  path: Path;
  value: string;
  options: [value: string, label: string][];
  hint?: string;
  write?: (value: Json) => void;
}

export function ChoiceField({ label, path, value, options, hint, write }: ChoiceFieldProps) {
  const id = useId();
  const field = useCalled<HTMLSelectElement>(path);
  const known = options.some(([each]) => each === value);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        ref={field}
        value={value}
        disabled={!app.current?.readable}
        aria-describedby={`${id}-told`}
        onFocus={() => app.at(path)}
        onChange={(event) => (write ?? ((told) => setAt(path, told)))(event.currentTarget.value || null)}
      >
        {!known && <option value={value}>{value}</option>}
        {options.map(([each, told]) => (
          <option key={each} value={each}>
            {told}
          </option>
        ))}
      </select>
      {hint && <p class="hint">{hint}</p>}
      <Messages at={path} id={`${id}-told`} />
    </div>
  );
}
