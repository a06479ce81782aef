// A list to choose from that is searched by typing: number, word or executor.
import { useLayoutEffect, useId, useRef, useState } from "preact/hooks";
import { word } from "../words";

export interface Option {
  value: string;
  label: string;
  /** What is also searched, and shown in grey behind it. */
  more?: string;
}

interface PickProps {
  label: string;
  options: Option[];
  value: string;
  /** Typed before it opened. */
  typed?: string;
  /** What is offered for words that no option has. */
  fresh?: (typed: string) => Option | null;
  /** `right`: 1 or -1 where Tab chose, if `onward`; else 0. */
  choose: (value: string, right: -1 | 0 | 1) => void;
  /** Whether Tab goes on from the cell, as in a table; else it goes where it goes on a page. */
  onward?: boolean;
  leave: () => void;
  /** The option under the pointer or the arrow key. */
  hint?: (value: string | null) => void;
}

export function Pick({ label, options, value, typed: first, fresh, choose, onward, leave, hint }: PickProps) {
  const id = useId();
  const [typed, setTyped] = useState(first ?? "");
  const found = matching(options, typed);
  const offered =
    typed.trim() && !found.some((each) => each.label.toLowerCase() === typed.trim().toLowerCase())
      ? fresh?.(typed.trim())
      : null;
  const shown = offered ? [...found, offered] : found;
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((each) => each.value === value),
    ),
  );
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(active, shown.length - 1);
  const chosen = useRef(false);
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    element.scrollIntoView({ block: "nearest" });
    list.current?.scrollIntoView({ block: "nearest" });
    return () => hint?.(null);
  }, []);
  useLayoutEffect(() => {
    hint?.(shown[current]?.value ?? null);
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current, typed]);
  const take = (option: Option | undefined, right: -1 | 0 | 1 = 0): void => {
    if (!option || chosen.current) return;
    chosen.current = true;
    choose(option.value, right);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) setActive(Math.max(0, Math.min(shown.length - 1, current + step)));
    else if (event.key === "Enter") take(shown[current]);
    else if (event.key === "Escape") leave();
    else if (event.key === "Tab") {
      take(shown[current], onward ? (event.shiftKey ? -1 : 1) : 0);
      if (!onward || shown.length === 0) return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="pick" onKeyDown={(event) => event.stopPropagation()}>
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${current}` : undefined}
        value={typed}
        placeholder={options.find((each) => each.value === value)?.label ?? label}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={keys}
        onBlur={() => {
          if (!chosen.current) leave();
        }}
      />
      <ul role="listbox" id={`${id}-list`} aria-label={label} ref={list}>
        {shown.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            class={index === current ? "active" : ""}
            onMouseEnter={() => setActive(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              take(option);
            }}
          >
            {option.label}
            {option.more && <span class="more"> {option.more}</span>}
          </li>
        ))}
        {shown.length === 0 && (
          <li role="option" aria-disabled="true" aria-selected="false" class="none">
            {word("nothingFits")}
          </li>
        )}
      </ul>
    </div>
  );
}

function matching(options: Option[], typed: string): Option[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const fits = options.filter((each) => {
    const text = `${each.label} ${each.more ?? ""}`.toLowerCase();
    return words.every((part) => text.includes(part));
  });
  const begins = (each: Option): boolean => each.label.toLowerCase().startsWith(typed.trim().toLowerCase());
  return [...fits.filter(begins), ...fits.filter((each) => !begins(each))];
}
