// What is found on the pages above and below what is seen of them: the nearest finding of each side, and the way there.
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Finding } from "../../engine/types";
import { app } from "../../state/instance";
import type { Good } from "../../state/session";
import { word } from "../../words";
import { goTo } from "../findings/going";
import { placeWords } from "../findings/places";
import { numberedFindings } from "../hooks";
import { Icon } from "../icons";

interface Away {
  finding: Finding;
  number: number;
  /** How far from the edge of what is seen, in pixels. */
  far: number;
}

export function Beyond({ scroller, drawn }: { scroller: RefObject<HTMLDivElement | null>; drawn: Good | null }) {
  const [[above, below], setAway] = useState<[Away | null, Away | null]>([null, null]);
  const list = numberedFindings();
  const known = list.map(({ finding, number }) => `${number} ${finding.fingerprint}`).join();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const look = (): void => setAway(nearest(element, list));
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener("scroll", soon, { passive: true });
    const watcher = new ResizeObserver(soon);
    watcher.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", soon);
      watcher.disconnect();
    };
  }, [known, drawn, app.zoom, app.current?.id]);
  return (
    <>
      {above && <Chip away={above} icon="up" />}
      {below && <Chip away={below} icon="fall" />}
    </>
  );
}

function Chip({ away: { finding, number }, icon }: { away: Away; icon: "up" | "fall" }) {
  const place = `${word("page", finding.page ?? 1)}, ${placeWords(finding).replace(/\.$/, "")}`;
  return (
    <button type="button" class={`beyond ${icon}`} onClick={() => goTo(finding)}>
      <Icon name={icon} /> <span class="hidden">{word(icon === "up" ? "findingAbove" : "findingBelow")}</span>
      <span class={`tag ${finding.severity}`}>{number}</span> {place}
    </button>
  );
}

/** Of those marked above what is seen the lowest, of those below it the highest. */
function nearest(
  scroller: HTMLElement,
  list: { finding: Finding; number: number }[],
): [above: Away | null, below: Away | null] {
  const view = scroller.getBoundingClientRect();
  const sheets = new Map<number, { top: number; scale: number }>();
  for (const sheet of scroller.querySelectorAll<HTMLElement>(".sheet[data-number]")) {
    const box = sheet.getBoundingClientRect();
    const width = Number(sheet.style.getPropertyValue("--page-width")) || box.width;
    sheets.set(Number(sheet.dataset["number"]), { top: box.top, scale: box.width / width });
  }
  let above: Away | null = null;
  let below: Away | null = null;
  for (const { finding, number } of list) {
    const sheet = sheets.get(finding.page ?? 0);
    const edges = finding.rings.map(([, top, , bottom]) => [top, bottom] as const);
    if (!sheet || edges.length === 0) continue;
    const top = sheet.top + Math.min(...edges.map(([each]) => each)) * sheet.scale;
    const bottom = sheet.top + Math.max(...edges.map(([, each]) => each)) * sheet.scale;
    if (bottom <= view.top && view.top - bottom < (above?.far ?? Infinity))
      above = { finding, number, far: view.top - bottom };
    if (top >= view.bottom && top - view.bottom < (below?.far ?? Infinity))
      below = { finding, number, far: top - view.bottom };
  }
  return [above, below];
}
