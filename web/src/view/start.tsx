// Where one begins: the last draft, a file, a pattern; the folder's SOPs where there is a folder.
import { useEffect, useState } from "preact/hooks";
import { app } from "../state/instance";
import { historyOf, type Draft } from "../state/drafts";
import { openDialog, reopen } from "../state/files";
import { forgetFiles, recentFiles, type Recent } from "../state/recent";
import { startBlank, startPattern } from "../state/starting";
import { fromWire } from "../spec/tree";
import { clock, day, shortDay, word, type Word } from "../words";
import { FolderList } from "./folder";
import { Icon, Logo } from "./icons";
import { PATTERNS, type Pattern } from "../patterns";
import { PatternPicture } from "./patternpicture";
import { EngineProgress } from "./shell/status";
import { Notices } from "./shell/editor";

export function Start() {
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [all, setAll] = useState(false);
  useEffect(() => void app.drafts.all().then(setDrafts), []);
  const [last, ...others] = drafts;
  return (
    <>
      <header class="top">
        <span class="home">
          <Logo /> <span>Meja SOP</span>
        </span>
        <span class="slogan">{word("slogan")}</span>
        <span class="spring" />
        {app.current === null && app.sessions.length > 0 && (
          <button type="button" class="plain" onClick={() => app.show(app.sessions.at(-1) ?? null)}>
            <Icon name="left" /> {word("backToSop")}
          </button>
        )}
        <button type="button" class="plain" onClick={() => app.setLanguage(app.language === "id" ? "en" : "id")}>
          {word("otherLanguage")}
        </button>
        <button type="button" class="plain" onClick={() => ((app.dialog = "help"), app.changed())}>
          {word("help")} <kbd>F1</kbd>
        </button>
      </header>
      <main class="start">
        <h1>{word("which")}</h1>
        {last && (
          <section class="last" aria-label={word("lastDraft")}>
            <div>
              <h2>{last.title || last.document.name}</h2>
              <p>{draftWords(last)}</p>
            </div>
            <span class="spring" />
            {others.length > 0 && (
              <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
                {word("otherDrafts", others.length)}
              </button>
            )}
            <button type="button" class="primary" autofocus onClick={() => void resume(last)}>
              {word("resume")} <kbd>Enter</kbd>
            </button>
          </section>
        )}
        {all && (
          <ul class="drafts">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <button type="button" class="link strong" onClick={() => void resume(draft)}>
                  {draft.title || draft.document.name}
                </button>
                <span>{draftWords(draft)}</span>
                <button
                  type="button"
                  class="tiny"
                  onClick={() =>
                    window.confirm(word("forgetDraft", draft.title || draft.document.name)) &&
                    void app.drafts.forget(draft.id).then(() => app.drafts.all().then(setDrafts))
                  }
                >
                  {word("forget")}
                </button>
              </li>
            ))}
          </ul>
        )}
        <FolderList />
        <div class="columns">
          <section class="open-files" aria-labelledby="h-open">
            <h2 id="h-open">{word("openFile")}</h2>
            <div class="drop">
              <p>{word("dropHere")}</p>
              <button type="button" onClick={() => void openDialog()}>
                <Icon name="open" /> {word("chooseFile")} <kbd>Ctrl+O</kbd>
              </button>
            </div>
            <dl>
              {(["Spec", "Output", "Form", "Old", "Two"] as const).map((each) => (
                <div key={each}>
                  <dt>{word(`kind${each}`)}</dt>
                  <dd>{word(`kind${each}Told`)}</dd>
                  <dd class="ends">{ENDS[each]}</dd>
                </div>
              ))}
            </dl>
            <RecentFiles />
          </section>
          <section class="patterns" aria-labelledby="h-patterns">
            <header>
              <h2 id="h-patterns">{word("fromPattern")}</h2> <p>{word("patternsTold")}</p>
              <span class="spring" />
              <button type="button" onClick={() => startBlank()}>
                <Icon name="plus" /> {word("blank")} <kbd>0</kbd>
              </button>
            </header>
            <ul>
              {PATTERNS.map((pattern, index) => (
                <li key={pattern.name}>
                  <PatternCard pattern={pattern} number={index + 1} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      </main>
      <Notices />
      <footer class="start-foot">
        <EngineProgress />
        {app.engine.kind === "starting" && <span class="hint">{word("chooseAlready")}</span>}
        <span class="spring" />
        <span class="private">
          <Icon name="lock" /> {word("nothingSent")}
        </span>
      </footer>
    </>
  );
}

/** What a page opened from its file can keep of those it opened before. */
function RecentFiles() {
  const [files, setFiles] = useState<Recent[]>([]);
  useEffect(() => void recentFiles().then(setFiles), []);
  if (files.length === 0 || app.folder) return null;
  return (
    <section class="recent" aria-labelledby="h-recent">
      <header>
        <h3 id="h-recent">{word("recent")}</h3>
        <button type="button" class="link" onClick={() => void forgetFiles().then(() => setFiles([]))}>
          {word("forgetRecent")}
        </button>
      </header>
      <ul>
        {files.slice(0, RECENT_SHOWN).map((each) => (
          <li key={`${each.name} ${each.title}`}>
            <button type="button" class="link" title={each.name} onClick={() => void reopen(each)}>
              {each.title || each.name}
            </button>
            <span>
              {/(\.sop|\.form)?\.\w+$/.exec(each.name)?.[0]}, {shortDay(new Date(each.time))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const RECENT_SHOWN = 3;

const ENDS = {
  Two: ".sop.yaml .pdf",
  Spec: ".sop.yaml",
  Output: ".pdf .xlsx",
  Form: ".xlsx",
  Old: app.folder ? ".xlsx .pdf .docx" : ".xlsx .pdf",
};

function PatternCard({ pattern, number }: { pattern: Pattern; number: number }) {
  return (
    <button type="button" class="card" onClick={() => startPattern(pattern)}>
      <PatternPicture tree={pattern.tree} />
      <span class="words">
        <b>
          {word(`pattern_${pattern.name}` as Word)} <kbd>{number}</kbd>
        </b>
        <span>{word(`pattern_${pattern.name}_told` as Word)}</span>
        <span class="hint">{word("example", pattern.example)}</span>
      </span>
    </button>
  );
}

function draftWords(draft: Draft): string {
  const time = new Date(draft.time);
  const parts = [word("draftHere", day(time), clock(time)), word("stepsAndFindings", draft.steps)];
  if (draft.findings) parts.push(`${draft.findings[0]} ${word("wajib")}, ${draft.findings[1]} ${word("anjuran")}`);
  return parts.join(" · ");
}

/** As it was left; as a copy where another tab has it open. */
async function resume(draft: Draft): Promise<void> {
  const own = await app.drafts.hold(draft.id);
  const open = app.sessions.find((each) => each.id === draft.id);
  if (open) {
    app.show(open);
    return;
  }
  const { document, savedText, digest, logos, origin = null } = draft;
  const name = own ? document.name : word("copyOf", document.name);
  const more = {
    savedText,
    digest: own ? digest : null,
    logos,
    origin,
    undoable: historyOf(draft.undoable, draft),
    redoable: historyOf(draft.redoable, draft),
    draftAt: new Date(draft.time),
  };
  const copied = own ? document : withoutPlace({ ...document, name });
  app.open(copied, fromWire(draft.tree), more, own ? draft.id : undefined);
  if (!own) app.tell({ text: word("openElsewhere"), kind: "told" });
  app.section = "kegiatan";
}

function withoutPlace({ name, text, bureau }: Draft["document"]): Draft["document"] {
  return { name, text, bureau };
}
