// The pages: real drawings that follow every change; a click leads to the field that is printed there.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Path } from "../../engine/types";
import { sectionOf } from "../../state/sections";
import { app } from "../../state/instance";
import { formPath } from "../../state/session";
import { clock, plainly, word } from "../../words";
import { numberedFindings, refusals } from "../hooks";
import { currentFinding, nextTrouble } from "../findings/going";
import { DeskBar } from "./bar";
import { OriginBar, Originals } from "./origin";
import { Beyond } from "./beyond";
import { pathOf, Sheet } from "./sheet";
import { pagesInWords } from "./telling";
import { revealBox, turnTo } from "./turning";

export function Desk() {
  const scroller = useRef<HTMLDivElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const sheets = useRef<Sheet[]>([]);
  const followed = useRef("");
  const session = app.current;
  const good = session?.good ?? null;
  const pages = good?.drawing.pages ?? [];
  const wrong = refusals();
  const numbers = good?.drawing.numbers ?? [];

  useLayoutEffect(() => {
    if (!holder.current) return;
    while (sheets.current.length < pages.length) sheets.current.push(new Sheet());
    sheets.current.length = pages.length;
    pages.forEach((page, index) => sheets.current[index]?.show(page));
    const elements = sheets.current.map((each) => each.element);
    if (
      elements.length !== holder.current.children.length ||
      elements.some((each, index) => holder.current?.children[index] !== each)
    )
      holder.current.replaceChildren(...elements);
  }, [good, session?.id]);

  useLayoutEffect(() => {
    const list = app.marks && wrong.length === 0 ? numberedFindings() : [];
    const current = currentFinding();
    const step = drawnStep(app.focus.path, numbers);
    const hinted = app.hinted === null ? null : drawnNumber(app.hinted, numbers);
    let marked: Sheet | null = null;
    for (const sheet of sheets.current) {
      sheet.ring(list, current);
      if (
        sheet.mark(
          step,
          hinted,
          wrong.some((each) => each.step !== null && each.step - 1 === app.focus.path[1]),
        )
      )
        marked = sheet;
    }
    const place = `${session?.id} ${step ?? JSON.stringify(app.focus.path)}`;
    if (followed.current !== place && scroller.current && app.focus.path.length > 0) {
      followed.current = place;
      if (marked && step !== null) reveal(scroller.current, marked, step);
      else revealPath(scroller.current, app.focus.path, numbers);
    }
  });

  const shown = app.original && session?.origin != null;
  const lead = (event: MouseEvent, edit: boolean): void => {
    const target = event.target instanceof Element ? event.target.closest("[data-path]") : null;
    const path = target && pathOf(target);
    if (!path || !session) return;
    const isArrow = target.getAttribute("data-role") === "panah";
    const meant = formPath(isArrow ? [...path, "rute"] : path, numbers);
    app.go({ section: sectionOf(meant), path: meant }, edit);
  };
  return (
    <section class={`desk-area${wrong.length > 0 ? " stale" : ""}`} aria-label={word("pages")} id="area-page">
      <DeskBar pages={pages} scroller={scroller} />
      {session?.origin && <OriginBar key={session.id} origin={session.origin} />}
      <div class="desk-view">
        <div
          class="desk"
          ref={scroller}
          tabIndex={0}
          role="region"
          aria-label={word("pages")}
          onWheel={zoomByWheel}
          onKeyDown={turnPages}
        >
          {wrong.length > 0 && good && (
            <div class="waits" role="status">
              <div>
                <strong>{word("lastGood", clock(good.time))}</strong>
                <p>{waitingFor()}</p>
              </div>
              <button type="button" onClick={() => nextTrouble(1)}>
                {word("toItsPlace")} <kbd>F8</kbd>
              </button>
            </div>
          )}
          {shown && session.origin && <Originals origin={session.origin} />}
          {!good && !shown && <EmptySheet />}
          <figure class="pages" hidden={shown} style={zoomStyle()} aria-busy={!good?.drawing.settled}>
            <div ref={holder} onClick={(event) => lead(event, false)} onDblClick={(event) => lead(event, true)} />
            <figcaption class="hidden">{good ? pagesInWords(good.drawing, session?.tree ?? null) : ""}</figcaption>
          </figure>
        </div>
        {app.marks && wrong.length === 0 && !shown && <Beyond scroller={scroller} drawn={good} />}
      </div>
    </section>
  );

  function waitingFor(): string {
    const [first, ...more] = wrong;
    const place = first?.step ? word("step", first.step) : word("aField");
    return more.length > 0 ? word("waitsForMany", wrong.length) : word("waitsFor", place.toLowerCase());
  }

  function turnPages(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    if (event.key === "PageDown" || event.key === "PageUp") {
      event.preventDefault();
      turnTo(scroller.current, event.key === "PageDown" ? 1 : -1);
    }
  }
}

function EmptySheet() {
  const { engine, current } = app;
  const wrong = refusals();
  return (
    <div class="sheet empty">
      <p>
        {engine.kind !== "ready"
          ? word("sheetWaits")
          : wrong.length > 0
            ? word("sheetRefused", wrong.length)
            : current?.busyDrawing
              ? word("drawing")
              : word("sheetEmpty")}
      </p>
      {wrong.length > 0 && (
        <ul>
          {wrong.slice(0, 6).map((each) => (
            <li key={each.message + each.path.join()}>
              <button
                type="button"
                class="link"
                onClick={() => app.go({ section: sectionOf(each.path), path: each.path })}
              >
                {plainly(each.message)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function zoomStyle(): string {
  if (app.zoom === "width") return "";
  return app.zoom === "page" ? "--zoom: page" : `--scale: ${app.zoom}`;
}

function zoomByWheel(event: WheelEvent): void {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const now = typeof app.zoom === "number" ? app.zoom : 1;
  app.zoom = Math.min(4, Math.max(0.4, Math.round(now * (event.deltaY < 0 ? 1.1 : 1 / 1.1) * 100) / 100));
  app.changed();
}

/** Which drawn row a path of the form is about, by its number on the page. */
function drawnStep(path: Path, numbers: number[]): number | null {
  const index = path[1];
  return path[0] === "kegiatan" && typeof index === "number" ? drawnNumber(index + 1, numbers) : null;
}

function drawnNumber(number: number, numbers: number[]): number | null {
  if (numbers.length === 0) return number;
  const at = numbers.indexOf(number);
  return at < 0 ? null : at + 1;
}

function reveal(scroller: HTMLElement, sheet: Sheet, step: number): void {
  const band = sheet.band(step);
  if (!band) return;
  const top = sheet.element.getBoundingClientRect().top;
  revealBox(scroller, top + band[1] * sheet.scale, top + band[3] * sheet.scale);
}

function revealPath(scroller: HTMLElement, path: Path, numbers: number[]): void {
  if (path.length === 0 || path[0] === "kegiatan") return;
  for (let length = path.length; length > 0; length--) {
    const key = JSON.stringify(path.slice(0, length));
    const found = [...scroller.querySelectorAll("[data-path]")].find(
      (each) => JSON.stringify(formPath(pathOf(each) ?? [], numbers)) === key,
    );
    if (!found) continue;
    const box = found.getBoundingClientRect();
    revealBox(scroller, box.top, box.bottom);
    return;
  }
}
