// A list to choose from that is searched by typing: number, word or executor.
import { useLayoutEffect, useId, useRef, useState } from "preact/hooks";
import { word } from "../words";

export interface Option {
  value: string;
  label: string;
  /** What is also searched, and shown in grey behind it. */
  more?: string;
}

export type Then = "down" | "right" | "left" | "stay";

const LEAST_WIDTH = 180; // pixels
const MOST_WIDTH = 560;

interface PickProps {
  label: string;
  options: Option[];
  value: string;
  /** Typed before it opened. */
  typed?: string;
  /** What is offered for words that no option has; `asks`: what it says when it is to be confirmed once more. */
  fresh?: (typed: string) => (Option & { asks?: string }) | null;
  /** `then`: where the key leads that chose; Tab only if `onward`. */
  choose: (value: string, then: Then) => void;
  /** Whether Tab goes on from the cell, as in a table; else it goes where it goes on a page. */
  onward?: boolean;
  /** Where Tab leads when nothing was chosen. */
  pass?: (then: Then) => void;
  leave: () => void;
  /** The option under the pointer or the arrow key. */
  hint?: (value: string | null) => void;
}

export function Pick({ label, options, value, typed: first, fresh, choose, onward, pass, leave, hint }: PickProps) {
  const id = useId();
  const [typed, setTyped] = useState(first ?? "");
  const found = matching(options, typed);
  const offered =
    typed.trim() && !found.some((each) => each.label.toLowerCase() === typed.trim().toLowerCase())
      ? fresh?.(typed.trim())
      : null;
  const [asked, setAsked] = useState(false);
  const shown = offered ? [...found, asked ? { ...offered, label: offered.asks ?? offered.label } : offered] : found;
  const [active, setActive] = useState(() => (first ? 0 : options.findIndex((each) => each.value === value))); // nothing is chosen for the user: without a value the list begins on none
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
    if (list.current) keepInside(list.current);
    list.current?.scrollIntoView({ block: "nearest" });
    return () => hint?.(null);
  }, []);
  useLayoutEffect(() => {
    hint?.(shown[current]?.value ?? null);
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current, typed]);
  const take = (option: Option | undefined, then: Then): void => {
    if (!option || chosen.current) return;
    if (then !== "stay" && option.value === offered?.value && offered.asks !== undefined && !asked) {
      setAsked(true);
      return;
    }
    chosen.current = true;
    choose(option.value, then);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const option = shown[current];
    if (step) setActive(Math.max(0, Math.min(shown.length - 1, current + step)));
    else if (event.key === "Enter") {
      if (option) take(option, "down");
      else leave();
    } else if (event.key === "Escape") leave();
    else if (event.key === "Tab") {
      const then = !onward ? "stay" : event.shiftKey ? "left" : "right";
      if (option) take(option, then);
      else if (pass && shown.length > 0) {
        chosen.current = true;
        pass(then);
      }
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
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        value={typed}
        placeholder={options.find((each) => each.value === value)?.label ?? label}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(event.currentTarget.value.trim() ? 0 : options.findIndex((each) => each.value === value));
          setAsked(false);
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
              take(option, "stay");
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

/** No wider than what is seen of the table beside it: longer words break. */
function keepInside(list: HTMLElement): void {
  const seen = list.closest(".table-scroll")?.getBoundingClientRect().right ?? window.innerWidth;
  const room = seen - list.getBoundingClientRect().left - 8;
  const scale = "currentCSSZoom" in list ? list.currentCSSZoom : 1;
  list.style.maxWidth = `${Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, room / scale))}px`;
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
