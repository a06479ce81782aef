// What opens over the page: help, a rule's page, finding words, the bureau's own settings, what the page is made of.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { cellText } from "../spec/cells";
import { at, isList, isMap, toJson, type Tree } from "../spec/tree";
import type { Path } from "../engine/types";
import { unpackedText } from "../parts";
import { sectionOf } from "../state/sections";
import { download } from "../state/files";
import { app } from "../state/instance";
import { word, type Word } from "../words";
import { Choosing } from "./comparing/choosing";
import { Explaining } from "./explaining";
import { Icon } from "./icons";

export function Dialogs() {
  const { dialog } = app;
  if (dialog === null) return null;
  if (dialog === "help") return <Help />;
  if (dialog === "about") return <About />;
  if (dialog === "find") return <Find />;
  if (dialog === "compare") {
    return (
      <Frame title={word("compareRevisions")}>
        <Choosing />
      </Frame>
    );
  }
  if (dialog === "bureau") return <BureauSettings />;
  return (
    <Frame title={dialog.explain}>
      <Explaining code={dialog.explain} />
    </Frame>
  );
}

function close(): void {
  app.dialog = null;
  app.changed();
}

function Frame({ title, children }: { title: string; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus();
  }, []);
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault(); // a search field would be emptied first
    close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={close} onKeyDown={keys}>
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="bare" aria-label={word("close")} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="body" tabIndex={0}>
        {children}
      </div>
    </dialog>
  );
}

const KEYS: [keys: string, told: Word][] = [
  ["Ctrl+O · Ctrl+S · Ctrl+P", "keysFiles"],
  ["Ctrl+Z · Ctrl+Y", "keysUndo"],
  ["F6 · Shift+F6", "keysAreas"],
  ["Alt+1 … Alt+8", "keysSections"],
  ["F8 · Shift+F8", "keysTrouble"],
  ["F8 · Esc", "keysCompare"],
  ["F2 · Enter · Tab · ↑ ↓ ← → · Home · End", "keysTable"],
  ["Shift+↑ ↓ ← →", "keysSelect"],
  ["Alt+Enter", "keysBreak"],
  ["Ctrl+Shift+L", "keysList"],
  ["Ctrl+Enter · Ctrl+Shift+Enter", "keysInsert"],
  ["Alt+Shift+↑ · Alt+Shift+↓", "keysMove"],
  ["Ctrl+Delete", "keysDelete"],
  ["Alt+↓", "keysOpen"],
  ["Shift+F10", "keysActions"],
  ["Ctrl+F", "keysFind"],
  ["F1", "keysHelp"],
];

function Help() {
  return (
    <Frame title={word("help")}>
      <p>{word("helpTold")}</p>
      <table class="keys">
        <tbody>
          {KEYS.map(([keys, told]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{word(told)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

function About() {
  const [text, setText] = useState(word("loading"));
  useEffect(() => {
    const told = app.folder
      ? version()
      : Promise.all([version(), unpackedText("licences")]).then((parts) => parts.join("\n\n"));
    void told.then(setText, (error: unknown) => setText(String(error)));
  }, []);
  return (
    <Frame title={word("about")}>
      <p>{word("aboutTold")}</p>
      <pre>{text}</pre>
    </Frame>
  );
}

async function version(): Promise<string> {
  if (app.engine.kind !== "ready") return word("engineWaits");
  const { data } = await app.host.ask("about", {});
  return `sopgen ${data.version}, Python ${data.python}`;
}

interface Hit {
  path: Path;
  words: string;
}

function Find() {
  const [typed, setTyped] = useState("");
  const hits = typed.trim() ? hitsIn(app.current?.tree ?? null, typed.trim().toLowerCase()).slice(0, 100) : [];
  return (
    <Frame title={word("find")}>
      <input
        type="search"
        class="find"
        aria-label={word("findWords")}
        value={typed}
        autofocus
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="hint" role="status">
        {typed.trim() && word("hitsFound", hits.length)}
      </p>
      <ul class="hits">
        {hits.map(({ path, words }) => (
          <li key={path.join()}>
            <button
              type="button"
              class="link"
              onClick={() => {
                close();
                const cell = path[0] === "kegiatan" ? path.slice(0, path[2] === "keputusan" ? 4 : 3) : path;
                app.go({ section: sectionOf(path), path: cell });
              }}
            >
              {path[0] === "kegiatan" && typeof path[1] === "number"
                ? `${word("step", path[1] + 1)}: `
                : `${word(sectionOf(path))}: `}
              {words}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

function hitsIn(tree: Tree, wanted: string, path: Path = []): Hit[] {
  if (typeof tree === "string") return tree.toLowerCase().includes(wanted) ? [{ path, words: tree }] : [];
  if (isList(tree)) return tree.flatMap((each, index) => hitsIn(each, wanted, [...path, index]));
  if (!isMap(tree)) return [];
  if (tree.has("butir") && path[0] === "kegiatan") {
    const words = cellText(tree);
    return words.toLowerCase().includes(wanted) ? [{ path, words }] : [];
  }
  return [...tree].flatMap(([key, each]) => hitsIn(each, wanted, [...path, key]));
}

function BureauSettings() {
  const { bureau, current } = app;
  const [text, setText] = useState(bureau.defaults ?? "");
  const taken = ["instansi", "unit", "teks_kepala", "pengesahan", "tampilan"].filter(
    (key) => at(current?.tree, [key]) !== undefined,
  );
  return (
    <Frame title={word("bureau")}>
      <p>{word("bureauTold")}</p>
      <label class="block">
        sopgen.yaml
        <textarea
          class="code"
          rows={14}
          value={text}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="row">
        <button
          type="button"
          class="primary"
          onClick={() => void bureau.setDefaults(text.trim() ? text : null).then(close)}
        >
          {word("keep")}
        </button>
        <button type="button" disabled={!text.trim()} onClick={() => download("sopgen.yaml", text, "application/yaml")}>
          {word("export")}
        </button>
        {taken.length > 0 && (
          <button type="button" onClick={() => void fromSop(taken).then(setText)}>
            {word("fromThisSop")}
          </button>
        )}
      </p>
      <ul>
        {Object.entries(bureau.logos).map(([name, bytes]) => (
          <li key={name}>
            {name}{" "}
            <button
              type="button"
              class="tiny"
              onClick={() => download(name, bytes as Uint8Array<ArrayBuffer>, "image/*")}
            >
              {word("export")}
            </button>{" "}
            <button type="button" class="tiny" onClick={() => void bureau.removeLogo(name)}>
              {word("remove")}
            </button>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** What is the same for every SOP of the bureau, taken from this one. */
async function fromSop(keys: string[]): Promise<string> {
  const operations = keys.map((key) => ({
    op: "set",
    path: [key],
    value: toJson(at(app.current?.tree, [key]) ?? null),
  }));
  const { data } = await app.host.ask("edit", { text: "", operations, language: app.language });
  return data.fault === null ? data.text : "";
}
