// A cell while it is typed in: Enter confirms and goes down, Tab goes on, Esc gives up, Alt+Enter breaks the line.
import { useLayoutEffect, useRef } from "preact/hooks";
import { pastedText, toggledList } from "../../spec/cells";

interface CellEditorProps {
  label: string;
  value: string;
  /** Typed over the cell: it takes the place of what stood there. */
  initial: string | null;
  placeholder: string;
  confirm: (text: string, then: "down" | "up" | "right" | "left" | "stay") => void;
  leave: () => void;
}

export function CellEditor({ label, value, initial, placeholder, confirm, leave }: CellEditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  const fit = (): void => {
    const element = area.current;
    if (!element) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  };
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.value = initial ?? value;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    fit();
  }, []);
  const end = (then: Parameters<CellEditorProps["confirm"]>[1]): void => {
    if (done.current || !area.current) return;
    done.current = true;
    confirm(area.current.value, then);
  };
  const insert = (text: string): void => {
    const element = area.current;
    if (!element) return;
    element.setRangeText(text, element.selectionStart, element.selectionEnd, "end");
    fit();
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const element = area.current;
    if (!element || event.isComposing) return;
    if (event.key === "Enter" && event.altKey) insert("\n");
    else if (event.key === "Enter" && !event.ctrlKey) end(event.shiftKey ? "up" : "down");
    else if (event.key === "Tab") end(event.shiftKey ? "left" : "right");
    else if (event.key === "Escape") {
      done.current = true;
      leave();
    } else if (event.key.toLowerCase() === "l" && event.ctrlKey && event.shiftKey) {
      element.value = toggledList(element.value, element.selectionStart, element.selectionEnd);
      fit();
    } else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={area}
      class="cell-editor"
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      spellcheck={false}
      onInput={fit}
      onKeyDown={keys}
      onBlur={() => end("stay")}
      onPaste={(event) => {
        const text = event.clipboardData?.getData("text/plain");
        if (text === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        insert(pastedText(text.replace(/\r\n?/g, "\n").replace(/\n+$/, "")));
      }}
    />
  );
}
