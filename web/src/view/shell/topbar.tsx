// The bar at the top: which SOP, whether it is saved, undo, open, save, and what is made of it.
import { useLayoutEffect, useState } from "preact/hooks";
import { textAt } from "../../spec/tree";
import { app } from "../../state/instance";
import { openDialog, saveCopy, saveOutput, saveSpec, SERVICE_PAPERS, type Output } from "../../state/files";
import { closeAsking } from "../../state/leaving";
import { clock, plainly, word } from "../../words";
import { nextTrouble } from "../findings/going";
import { placeWords } from "../findings/places";
import { refusals } from "../hooks";
import { Icon, Logo } from "../icons";
import { useWide } from "../media";
import { isService } from "../steps/applicant";

/** Pixels that it takes to have all buttons in one row, or two; below, what is needed less often is in the menu. */
const FOLDED = 760;

export function TopBar() {
  const session = app.current;
  if (!session) return null;
  const title = textAt(session.tree, ["judul"]) || word("untitled");
  const number = textAt(session.tree, ["nomor"]);
  const waits =
    app.engine.kind !== "ready" ||
    !session.drawing ||
    session.drawing.alone ||
    session.drawing.refusals.length > 0 ||
    !session.settled;
  const why = waits ? whyWaiting() : "";
  const readable = app.engine.kind === "ready" && session.settled && session.readable; // a form holds what is refused, too
  const wide = useWide(FOLDED);
  return (
    <header class="top" id="area-bar">
      <button
        type="button"
        class="home bare"
        onClick={() => app.show(null)}
        title={word("startView")}
        aria-label={`Meja SOP: ${word("startView")}`}
      >
        <Logo /> <span>Meja SOP</span>
      </button>
      <div class="title">
        <h1>{title}</h1>
        <p>{[number, session.document.name].filter(Boolean).join(" · ")}</p>
      </div>
      <Saved />
      <span class="spring" />
      <button
        type="button"
        class="bare"
        aria-label={word("undo")}
        title={`${word("undo")} (Ctrl+Z)`}
        disabled={!session.canUndo}
        onClick={() => app.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="bare"
        aria-label={word("redo")}
        title={`${word("redo")} (Ctrl+Y)`}
        disabled={!session.canRedo}
        onClick={() => app.redo()}
      >
        <Icon name="redo" />
      </button>
      <span class="rule" />
      {wide && (
        <button type="button" class="plain" title="Ctrl+O" onClick={() => void openDialog()}>
          <Icon name="open" /> {word("open")} <kbd class="roomy">Ctrl+O</kbd>
        </button>
      )}
      <button type="button" class="plain" title="Ctrl+S" onClick={() => void saveSpec()}>
        <Icon name="save" /> {word("save")} <kbd class="roomy">Ctrl+S</kbd>
      </button>
      {wide && (
        <button
          type="button"
          class="plain"
          id="compare"
          title={why}
          aria-disabled={waits}
          onClick={() => (waits ? sayWhy() : compareNow())}
        >
          <Icon name="compare" /> {word("compare")}
        </button>
      )}
      <More wide={wide} waits={waits} />
      {wide && <span class="rule" />}
      {wide && (
        <button
          type="button"
          aria-disabled={!readable}
          title={readable ? "" : why}
          onClick={() => (readable ? void saveOutput("form") : sayWhy())}
        >
          <Icon name="form" /> {word("form")}
        </button>
      )}
      {wide && (
        <button
          type="button"
          aria-disabled={waits}
          title={why}
          onClick={() => (waits ? sayWhy() : void saveOutput("xlsx"))}
        >
          <Icon name="download" /> Excel
        </button>
      )}
      <button
        type="button"
        class="primary"
        aria-disabled={waits}
        title={why}
        onClick={() => (waits ? sayWhy() : void saveOutput("pdf"))}
      >
        <Icon name="download" /> PDF
      </button>
    </header>
  );
}

function compareNow(): void {
  app.dialog = "compare";
  app.changed();
}

/** In words, and with the way there. */
function whyWaiting(): string {
  const [wrong] = refusals();
  if (app.engine.kind !== "ready") return word("engineWaits");
  if (wrong) return `${word("outputsWait")} ${placeWords(wrong)} ${plainly(wrong.message)}`;
  return app.current?.drawing?.alone ? word("sheetEmpty") : word("outputsWait");
}

function sayWhy(): void {
  const action = refusals().length > 0 ? { label: word("toItsPlace"), run: () => nextTrouble(1) } : null;
  app.tell({ text: whyWaiting(), kind: "told", ...(action && { action }) });
}

function Saved() {
  const session = app.current;
  if (!session) return null;
  if (!session.unsaved && session.savedAt) {
    return (
      <span class="saved">
        <Icon name="check" /> {word("savedAt", clock(session.savedAt))}
      </span>
    );
  }
  if (!session.unsaved) return <span class="saved quiet">{word("unchanged")}</span>;
  if (!app.drafts.works) return <span class="saved warn">{word("noDrafts")}</span>;
  if (session.draftAt) {
    return (
      <span class="saved" title={word("draftTold")}>
        {word("draftAt", clock(session.draftAt))}
      </span>
    );
  }
  return <span class="saved quiet">{word("unsaved")}</span>;
}

/** What is asked for now and then. */
function More({ wide, waits }: { wide: boolean; waits: boolean }) {
  const [open, setOpen] = useState(false);
  const folded: [string, () => void][] = wide
    ? []
    : [
        [word("open"), () => void openDialog()],
        [word("compare"), () => (waits ? sayWhy() : compareNow())],
        [word("form"), () => void saveOutput("form")],
        ["Excel", () => (waits ? sayWhy() : void saveOutput("xlsx"))],
      ];
  const outputs: [Output, string][] = [
    ["draft", word("draftPdf")],
    ["svg", word("svgPages")],
    ["png", word("pngPages")],
    ["sheet", word("complianceSheet")],
    ...(isService() ? SERVICE_PAPERS.map((each): [Output, string] => [each, word(`paper_${each}`)]) : []),
  ];
  const close = (): void => setOpen(false);
  useLayoutEffect(() => {
    const below = document.querySelector<HTMLElement>("#page > main");
    if (below) below.inert = open; // half covered, its buttons could be missed
  }, [open]);
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <button type="button" class="plain" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="more" /> {word("more")}
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={word("more")} onClick={close} onKeyDown={walk}>
          {folded.map(([label, run]) => (
            <button key={label} type="button" role="menuitem" onClick={run}>
              {label}
            </button>
          ))}
          <button type="button" role="menuitem" onClick={() => saveCopy()}>
            {word("saveCopy")}
          </button>
          {outputs.map(([kind, label]) => (
            <button key={kind} type="button" role="menuitem" onClick={() => void saveOutput(kind)}>
              {label}
            </button>
          ))}
          <button type="button" role="menuitem" onClick={() => window.print()}>
            {word("print")} <kbd>Ctrl+P</kbd>
          </button>
          <button type="button" role="menuitem" onClick={() => ((app.dialog = "find"), app.changed())}>
            {word("find")} <kbd>Ctrl+F</kbd>
          </button>
          <button type="button" role="menuitem" onClick={() => ((app.dialog = "bureau"), app.changed())}>
            {word("bureau")}
          </button>
          <button type="button" role="menuitem" onClick={() => app.current && closeAsking(app.current)}>
            {word("closeThis")}
          </button>
          <button type="button" role="menuitem" onClick={() => app.setLanguage(app.language === "id" ? "en" : "id")}>
            {word("otherLanguage")}
          </button>
          <button type="button" role="menuitem" onClick={() => ((app.dialog = "about"), app.changed())}>
            {word("about")}
          </button>
        </div>
      )}
    </div>
  );
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  items[(items.indexOf(document.activeElement as HTMLElement) + by + items.length) % items.length]?.focus();
}
