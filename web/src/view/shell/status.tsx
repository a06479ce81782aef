// The bar at the bottom: how many findings, how long the main path takes, and that nothing leaves this computer.
import { app } from "../../state/instance";
import { stageWord, word } from "../../words";
import { allEntries, allFindings, isCalm, refusals } from "../hooks";
import { placeWords } from "../findings/places";
import { nextTrouble } from "../findings/going";
import { Icon } from "../icons";

export function StatusBar() {
  const wrong = refusals();
  const found = allEntries();
  const places = allFindings().length;
  const heavy = found.filter((each) => each.severity === "wajib").length;
  const session = app.current;
  const figures = session?.drawing?.figures ?? null;
  const [first] = wrong;
  return (
    <footer class="status-bar">
      {first ? (
        <>
          <button type="button" class="bare count wajib" onClick={() => nextTrouble(1)}>
            <span class="mark" aria-hidden="true">
              !
            </span>{" "}
            <b>{word("errorCount", wrong.length)}</b> {placeWords(first)}
          </button>
          <span>{word("lastCounts", heavy, found.length - heavy)}</span>
        </>
      ) : (
        session?.drawing && (
          <>
            <button
              type="button"
              class="bare count"
              aria-expanded={app.panel}
              aria-controls="area-findings"
              onClick={() => ((app.panel = !app.panel), app.changed())}
            >
              {session.drawing.alone ? (
                <>{word("nothingExamined")}</>
              ) : found.length === 0 ? (
                <>
                  <Icon name="check" /> {word("noFindings")}
                </>
              ) : isCalm() ? (
                <>{word("calmFindings", found.length)}</>
              ) : (
                <>
                  <span class="mark" aria-hidden="true">
                    !
                  </span>{" "}
                  <b class="wajib">{word("wajibCount", heavy)}</b> <Icon name="warn" />{" "}
                  <b class="anjuran">{word("anjuranCount", found.length - heavy)}</b>
                  {places > found.length && <span>{word("inPlaces", places)}</span>}
                </>
              )}
              {found.length > 0 && <Icon name={app.panel ? "down" : "unfold"} />}
            </button>
            {found.length > 0 && (
              <button type="button" class="bare" onClick={() => nextTrouble(1)}>
                {word("nextFinding")} <kbd>F8</kbd>
              </button>
            )}
            {figures && (
              <span class="figures">
                {word("mainPath")} <b>{figures.time}</b>
                {figures.unsure > 0 && <>; {word("unsureSteps", figures.unsure)}</>}
              </span>
            )}
            {!session.drawing.alone && (
              <span class="figures roomy">
                <b>{session.drawing.pages.length}</b> {word("pagesLow")}
              </span>
            )}
            {figures && (
              <span class="figures roomy">
                <b>{figures.crossings}</b> {word("crossings")}
              </span>
            )}
          </>
        )
      )}
      <EngineProgress />
      <span class="spring" />
      <span class="private">
        <Icon name="lock" /> {word("stays")}
      </span>
      <button type="button" class="bare" onClick={() => ((app.dialog = "help"), app.changed())}>
        {word("help")} <kbd>F1</kbd>
      </button>
    </footer>
  );
}

export function EngineProgress() {
  const { engine } = app;
  if (engine.kind === "ready") return null;
  if (engine.kind === "broken") return <span class="engine">{word("broken")}</span>;
  const { progress } = engine;
  const [done, of] = progress ? [progress.done + 1, progress.of] : [0, 5];
  return (
    <span class="engine">
      {word("preparing")}: {progress ? `${stageWord(progress.stage)}, ${word("ofMany", done, of)}` : "…"}
      <progress max={of} value={done} aria-label={word("preparing")} />
    </span>
  );
}
