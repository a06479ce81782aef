// Above the pages: turning, whether they follow, marks, zoom, print.
import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type { DrawnPage } from "../../engine/types";
import { app } from "../../state/instance";
import { word } from "../../words";
import { refusals } from "../hooks";
import { Icon } from "../icons";
import { turnTo, visiblePage } from "./turning";

const SLOW_MILLISECONDS = 600;

export function DeskBar({ pages, scroller }: { pages: DrawnPage[]; scroller: RefObject<HTMLDivElement | null> }) {
  const [page, setPage] = useState(1);
  const count = pages.length;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = (): void => setPage(visiblePage(element));
    follow();
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [count, app.zoom]);
  return (
    <div class="desk-bar">
      <button
        type="button"
        class="bare"
        aria-label={word("pageBefore")}
        title={word("pageBefore")}
        disabled={page <= 1}
        onClick={() => turnTo(scroller.current, -1)}
      >
        <Icon name="left" />
      </button>
      {count > 3 ? (
        <label class="page-list">
          <span class="hidden">{word("pageList")}</span>
          <select
            value={String(page)}
            onChange={(event) => turnTo(scroller.current, Number(event.currentTarget.value) - page)}
          >
            {pages.map((each) => (
              <option key={each.number} value={String(each.number)}>
                {word("pageOf", each.number, count)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <span class="page-number">
          {count > 0 && <b>{word("page", Math.min(page, count))}</b>}{" "}
          {count > 0 && !app.current?.good?.drawing.alone && word("outOf", count)}
        </span>
      )}
      <button
        type="button"
        class="bare"
        aria-label={word("pageAfter")}
        title={word("pageAfter")}
        disabled={page >= count}
        onClick={() => turnTo(scroller.current, 1)}
      >
        <Icon name="right" />
      </button>
      <Following />
      <span class="spring" />
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={app.marks}
        onClick={() => ((app.marks = !app.marks), app.changed())}
      >
        <span class="knob" aria-hidden="true" /> {word("marks")}
      </button>
      <label class="zoom">
        <span class="hidden">{word("zoom")}</span>
        <select
          value={String(app.zoom)}
          onChange={(event) => {
            const told = event.currentTarget.value;
            app.zoom = told === "width" || told === "page" ? told : Number(told);
            app.changed();
          }}
        >
          <option value="width">{word("fitWidth")}</option>
          <option value="page">{word("fitPage")}</option>
          {[
            0.5,
            0.75,
            1,
            1.25,
            1.5,
            2,
            ...(typeof app.zoom === "number" && ![0.5, 0.75, 1, 1.25, 1.5, 2].includes(app.zoom) ? [app.zoom] : []),
          ].map((each) => (
            <option key={each} value={String(each)}>
              {Math.round(each * 100)} %
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Whether something is typed in a field that is not confirmed yet. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useLayoutEffect(() => {
    const begin = ({ target }: Event): void => {
      const field =
        target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
      if (field && target.closest("#section") && !target.closest(".pick, .cm-editor")) setTyping(true);
    };
    const end = (): void => setTyping(false);
    const key = ({ key, target }: KeyboardEvent): void => {
      if (key === "Escape" || (key === "Enter" && target instanceof HTMLInputElement)) end();
    };
    document.addEventListener("input", begin);
    document.addEventListener("focusout", end);
    document.addEventListener("keydown", key, { capture: true });
    return () => {
      document.removeEventListener("input", begin);
      document.removeEventListener("focusout", end);
      document.removeEventListener("keydown", key, { capture: true });
    };
  }, []);
  return typing;
}

/** Nothing is said of drawing until it takes long. */
function Following() {
  const [slow, setSlow] = useState(false);
  const busy = app.current?.busyDrawing ?? false;
  const typing = useTyping();
  useLayoutEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [busy]);
  if (app.engine.kind !== "ready") return <span class="following" role="status" />;
  if (refusals().length > 0) {
    return (
      <span class="following waiting" role="status">
        <span class="mark" aria-hidden="true">
          !
        </span>{" "}
        {word("notFollowing")}
      </span>
    );
  }
  if (typing) {
    return (
      <span class="following" role="status">
        {word("followsAfter")}
      </span>
    );
  }
  if (busy && slow) {
    return (
      <span class="following" role="status">
        {word("drawing")}
      </span>
    );
  }
  return (
    <span class="following" role="status">
      {app.current?.good && (
        <>
          <Icon name="check" /> {word("following")}
        </>
      )}
    </span>
  );
}
