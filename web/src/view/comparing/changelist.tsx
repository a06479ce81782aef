// What changed, a row each: where, of what kind, what stood and what stands.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Change, Kelas, Pieces } from "../../engine/types";
import { leaveComparing, showChange } from "../../state/comparing";
import { word, type Word } from "../../words";
import { fateOf } from "./changemarks";

const KINDS: Record<Change["kind"], Word> = {
  removed: "fateGone",
  added: "fateCame",
  changed: "fateChanged",
  moved: "kindMoved",
  renumbered: "kindRenumbered",
};

export function kelasWord(kelas: Kelas): string {
  return word(kelas === "mutu baku" ? "mutu" : kelas);
}

export function ChangeList({ list, current, swapped }: { list: Change[]; current: number; swapped: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(
    () => scroller.current?.querySelector("tr[aria-current]")?.scrollIntoView({ block: "nearest" }),
    [current],
  );
  return (
    <div class="changes" id="area-findings" ref={scroller} onKeyDown={(event) => walk(event, list, current)}>
      {list.length === 0 ? (
        <p class="none">{word("noChanges")}</p>
      ) : (
        <table aria-label={word("changesFound", list.length)}>
          <thead>
            <tr>
              <th scope="col">{word("markHead")}</th>
              <th scope="col">{word("placeHead")}</th>
              <th scope="col">{word("kindHead")}</th>
              <th scope="col">{word("r_semula")}</th>
              <th scope="col">{word("r_menjadi")}</th>
              <th scope="col">
                <span class="hidden">{word("toItsPlace")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((each) => (
              <Row
                key={each.number}
                change={each}
                current={each.number === current}
                editable={(swapped ? each.old : each.new).path !== null}
              />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ change, current, editable }: { change: Change; current: boolean; editable: boolean }) {
  const fate = fateOf(change);
  return (
    <tr
      aria-current={current ? "true" : undefined}
      onClick={() => showChange(change.number)}
      onDblClick={() => editable && leaveComparing(change)}
    >
      <td>
        <button
          type="button"
          class={`fate ${fate}${current ? " current" : ""}`}
          id={`change-${change.number}`}
          aria-label={`${word(KINDS[change.kind])} ${change.number}: ${change.place}`}
        >
          {change.sign} {change.number}
        </button>
      </td>
      <th scope="row">{capital(change.place)}</th>
      <td class="quiet">{`${kelasWord(change.class).toLowerCase()}, ${word(KINDS[change.kind])}`}</td>
      <td>{change.kind === "added" ? <i>{word("notYet")}</i> : <Said pieces={change.pieces.old} />}</td>
      <td>
        {change.kind === "removed" ? <i>{word("noMore")}</i> : <Said pieces={change.pieces.new} />}
        {change.hence.length > 0 && <span class="note hence">{word("hence", change.hence.join("; "))}</span>}
      </td>
      <td>
        {editable && (
          <button
            type="button"
            class="link"
            aria-label={`${word("toItsPlace")}: ${change.place}`}
            onClick={() => leaveComparing(change)}
          >
            {word("toItsPlace")}
          </button>
        )}
      </td>
    </tr>
  );
}

function Said({ pieces }: { pieces: Pieces }) {
  return (
    <>
      {pieces.map(([text, state], index) =>
        state === "same" ? text : state === "added" ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>,
      )}
    </>
  );
}

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, list: Change[], current: number): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const next = list[Math.max(0, Math.min(list.length - 1, list.findIndex((each) => each.number === current) + by))];
  if (!next) return;
  showChange(next.number);
  document.getElementById(`change-${next.number}`)?.focus({ preventScroll: true });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
