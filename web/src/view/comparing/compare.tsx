// Two revisions beside each other: what was, what is, and the list of what changed.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Comparing } from "../../state/compared";
import { leaveComparing, listed, nextChange, recordChanges, saveChanges, swap } from "../../state/comparing";
import { app } from "../../state/instance";
import type { Change, Kelas } from "../../engine/types";
import { word, type Word } from "../../words";
import { turnTo, visiblePage } from "../desk/turning";
import { Icon } from "../icons";
import { Notices } from "../shell/editor";
import { fateOf, type Fate } from "./changemarks";
import { ChangeList, kelasWord } from "./changelist";
import { Side } from "./side";

const CLASSES: readonly Kelas[] = ["alur", "mutu baku", "pelaksana", "identitas", "teks", "letak"];

export function Compare({ comparing }: { comparing: Comparing }) {
  const { told, session, against, swapped, current } = comparing;
  const [left, right] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const list = listed(comparing);
  const numbers = list.map((each) => each.number).join();
  const changes = useMemo(() => new Map(list.map((each) => [each.number, each])), [told, numbers]);
  const [own, other] = [session.document.name, against.label];
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  /** Both desks scroll as one. */
  const follow = (moved: HTMLDivElement): void => {
    const twin = moved === left.current ? right.current : left.current;
    if (twin && Math.abs(twin.scrollTop - moved.scrollTop) > 1) twin.scrollTop = moved.scrollTop;
  };
  return (
    <>
      <header class="top" id="area-bar">
        <button type="button" class="plain" ref={back} onClick={() => leaveComparing()}>
          <Icon name="left" /> {word("backToForm")} <kbd>Esc</kbd>
        </button>
        <div class="title">
          <h1>{word("compareRevisions")}</h1>
          <p>{told.new.title}</p>
        </div>
        <span class="spring" />
        <Sums list={told.changes.filter((each) => each.class !== "letak")} />
        <span class="rule" />
        <button
          type="button"
          disabled={swapped}
          title={swapped ? word("recordSwapped") : ""}
          onClick={() => void recordChanges()}
        >
          {word("record")}
        </button>
        <button type="button" onClick={() => void saveChanges("xlsx")}>
          <Icon name="download" /> {word("changesMatrix")}
        </button>
        <button type="button" class="primary" onClick={() => void saveChanges("pdf")}>
          <Icon name="download" /> {word("markedPdf")}
        </button>
      </header>
      <Filters comparing={comparing} count={list.length} scrollers={[left, right]} />
      <main class="comparing" id="area-page">
        <Side
          name={word("r_semula")}
          from={swapped ? own : other}
          side={told.old}
          changes={changes}
          current={current}
          scroller={left}
          follow={follow}
        >
          <button type="button" class="link" onClick={() => ((app.dialog = "compare"), app.changed())}>
            {word("otherFile")}
          </button>
        </Side>
        <Side
          name={word("r_menjadi")}
          from={swapped ? other : own}
          side={told.new}
          changes={changes}
          current={current}
          scroller={right}
          follow={follow}
        >
          <button type="button" class="link" onClick={swap}>
            {word("swapSides")}
          </button>
        </Side>
        <ChangeList list={list} current={current} swapped={swapped} />
      </main>
      <Notices />
      <footer class="status-bar">
        <span>
          <span>
            {word("mainPath")}: {word("semulaLow")} <b>{told.old.time}</b>, {word("menjadiLow")} <b>{told.new.time}</b>
          </span>
        </span>
        <span class="roomy">{word("marksStay")}</span>
        <span class="spring" />
        <span class="private">
          <Icon name="lock" /> {word("stays")}
        </span>
        <button type="button" class="bare" onClick={() => ((app.dialog = "help"), app.changed())}>
          {word("help")} <kbd>F1</kbd>
        </button>
      </footer>
    </>
  );
}

const FATES: readonly [Fate, string, Word][] = [
  ["changed", "≠", "fateChanged"],
  ["came", "+", "fateCame"],
  ["gone", "−", "fateGone"],
];

function Sums({ list }: { list: Change[] }) {
  return (
    <ul class="sums" aria-label={word("changesFound", list.length)}>
      {FATES.map(([fate, sign, told]) => (
        <li key={fate}>
          <span class={`fate ${fate}`} aria-hidden="true">
            {sign}
          </span>{" "}
          {word(told)} <b>{list.filter((each) => fateOf(each) === fate).length}</b>
        </li>
      ))}
    </ul>
  );
}

function Filters({
  comparing,
  count,
  scrollers,
}: {
  comparing: Comparing;
  count: number;
  scrollers: [preact.RefObject<HTMLDivElement | null>, preact.RefObject<HTMLDivElement | null>];
}) {
  const { told, shown, placed, current } = comparing;
  const [page, setPage] = useState(1);
  const most = Math.max(told.old.pages.length, told.new.pages.length, 1);
  const longer = scrollers[told.old.pages.length > told.new.pages.length ? 0 : 1];
  useLayoutEffect(() => {
    const element = longer.current;
    if (!element) return;
    const follow = (): void => setPage(visiblePage(element));
    follow();
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [told]);
  const put = (more: Partial<Comparing>): void => {
    const made = { ...comparing, ...more };
    const list = listed(made);
    app.comparing = {
      ...made,
      current: list.some((each) => each.number === current) ? current : (list[0]?.number ?? 0),
    };
    app.changed();
  };
  const counted = (kelas: Kelas): number => told.changes.filter((each) => each.class === kelas).length;
  const all = told.changes.filter((each) => placed || each.class !== "letak").length;
  const order = listed(comparing).findIndex((each) => each.number === current) + 1;
  return (
    <div class="compare-bar" id="area-tabs" role="toolbar" aria-label={word("changesShown")}>
      <div class="segmented" role="group" aria-label={word("changeKinds")}>
        <button type="button" aria-pressed={shown === "all"} onClick={() => put({ shown: "all" })}>
          {word("allOf", all)}
        </button>
        {CLASSES.filter((each) => counted(each) > 0 && (placed || each !== "letak")).map((each) => (
          <button key={each} type="button" aria-pressed={shown === each} onClick={() => put({ shown: each })}>
            {kelasWord(each)} {counted(each)}
          </button>
        ))}
      </div>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={placed}
        onClick={() => put({ placed: !placed, shown: shown === "letak" ? "all" : shown })}
      >
        <span class="knob" aria-hidden="true" /> {word("showPlaced")}
      </button>
      <span class="spring" />
      {count > 0 && (
        <span class="note" role="status">
          {word("changeOf", order, count)}
        </span>
      )}
      <button type="button" class="plain" disabled={count === 0} onClick={() => nextChange(1)}>
        {word("nextOne")} <kbd>F8</kbd>
      </button>
      <span class="rule" />
      <button
        type="button"
        class="bare"
        aria-label={word("pageBefore")}
        title={word("pageBefore")}
        disabled={page <= 1}
        onClick={() => turnTo(longer.current, -1)}
      >
        <Icon name="left" />
      </button>
      <span class="page-number">
        <b>{word("page", page)}</b> {word("outOf", most)}
      </span>
      <button
        type="button"
        class="bare"
        aria-label={word("pageAfter")}
        title={word("pageAfter")}
        disabled={page >= most}
        onClick={() => turnTo(longer.current, 1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}
