// YAML: the text itself, with our own diagnostics, completion and hover from our JSON Schema.
import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, indentWithTab } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Diagnostic } from "../../engine/types";
import type { Session } from "../../state/session";
import { app } from "../../state/instance";
import { word } from "../../words";
import { findings, refusals } from "../hooks";
import { completed, described } from "./schema";

const QUIET_MILLISECONDS = 120;
const JOINED_MILLISECONDS = 1200;

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "#51565d", fontStyle: "italic" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "#1f5582", fontWeight: "600" },
  { tag: tags.string, color: "#1b1e22" },
  { tag: [tags.number, tags.bool, tags.null], color: "#855600" },
]);

export function Yaml() {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const session = app.current;

  useLayoutEffect(() => {
    if (!holder.current || !session) return;
    const made = editorOf(holder.current, session);
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [session?.id, app.language]);

  useLayoutEffect(() => {
    const editor = view.current;
    if (!editor || !session) return;
    const { text } = session;
    if (editor.state.doc.toString() !== text.replace(/\r\n?/g, "\n") && !pending(editor)) {
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: text },
        annotations: Transaction.userEvent.of("engine"),
      });
    }
    editor.dispatch(setDiagnostics(editor.state, marksOf(editor.state)));
  });

  useLayoutEffect(() => {
    const editor = view.current;
    const span = spanOf();
    if (!editor || !span || app.section !== "yaml") return;
    const line = editor.state.doc.line(Math.min(span[0], editor.state.doc.lines));
    const at = Math.min(line.to, line.from + span[1] - 1);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    editor.focus();
  }, [app.focus.call]);

  return (
    <div class="yaml">
      {session && !session.readable && session.unreadable && (
        <p class="refused" role="status">
          <strong>{session.unreadable.message}</strong> {session.unreadable.remedy}{" "}
          {session.unreadable.line && word("atLine", session.unreadable.line)}
        </p>
      )}
      <div class="yaml-holder" ref={holder} />
    </div>
  );
}

const typing = new WeakMap<EditorView, number>();

function pending(editor: EditorView): boolean {
  return typing.has(editor);
}

function editorOf(parent: HTMLElement, session: Session): EditorView {
  let last = 0;
  const flush = (editor: EditorView): void => {
    typing.delete(editor);
    const now = performance.now();
    const ending = session.text.includes("\r\n") ? "\r\n" : "\n";
    session.write(editor.state.doc.toString().replaceAll("\n", ending), now - last < JOINED_MILLISECONDS);
    last = now;
  };
  const history = keymap.of([
    { key: "Mod-z", run: (editor) => (typing.has(editor) && flush(editor), app.undo(), true), preventDefault: true },
    { key: "Mod-y", run: () => (app.redo(), true), preventDefault: true },
    { key: "Mod-Shift-z", run: () => (app.redo(), true), preventDefault: true },
  ]);
  const leaving = keymap.of([{ key: "Escape", run: (editor) => (editor.contentDOM.blur(), false) }]); // then the page's
  return new EditorView({
    parent,
    doc: session.text,
    extensions: [
      history,
      lineNumbers(),
      drawSelection(),
      highlightActiveLine(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      highlightSelectionMatches(),
      yaml(),
      syntaxHighlighting(colours),
      lintGutter(),
      autocompletion({ override: [completed] }),
      hoverTooltip(described),
      keymap.of([...completionKeymap, ...searchKeymap, indentWithTab, ...defaultKeymap]),
      leaving,
      new Compartment().of(EditorState.tabSize.of(2)),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": word("yamlText"), tabindex: "0", spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged || update.transactions.every((each) => each.isUserEvent("engine"))) return;
        window.clearTimeout(typing.get(update.view));
        typing.set(
          update.view,
          window.setTimeout(() => flush(update.view), QUIET_MILLISECONDS),
        );
      }),
      EditorView.domEventHandlers({
        blur: (_, editor) => {
          if (typing.has(editor)) flush(editor);
        },
      }),
    ],
  });
}

function marksOf(state: EditorState): Mark[] {
  const wrong = app.current?.readable === false && app.current.unreadable ? [app.current.unreadable] : refusals();
  return [
    ...wrong.map((each) => markOf(state, each, "error")),
    ...(wrong.length > 0
      ? []
      : findings().map((each) => markOf(state, each, each.severity === "wajib" ? "warning" : "info"))),
  ].filter((each): each is Mark => each !== null);
}

function markOf(state: EditorState, told: Diagnostic, severity: Mark["severity"]): Mark | null {
  if (
    told.line === null ||
    told.line > state.doc.lines ||
    (told.file !== null && told.file !== app.current?.document.name && told.file !== app.current?.document.place)
  )
    return null;
  const line = state.doc.line(told.line);
  const from = Math.min(line.to, line.from + (told.column ?? 1) - 1);
  return {
    from,
    to: Math.min(state.doc.length, from + Math.max(1, told.length ?? 1)),
    severity,
    message: `${told.message} ${told.remedy} (${told.code})`,
  };
}

/** Line and column of the field that the app speaks of. */
function spanOf(): [number, number] | null {
  const spans = app.current?.drawing?.spans ?? [];
  for (let length = app.focus.path.length; length > 0; length--) {
    const key = JSON.stringify(app.focus.path.slice(0, length));
    const found = spans.find(([path]) => JSON.stringify(path) === key);
    if (found) return [found[1], found[2]];
  }
  const wrong = app.current?.unreadable;
  return wrong?.line ? [wrong.line, wrong.column ?? 1] : null;
}
