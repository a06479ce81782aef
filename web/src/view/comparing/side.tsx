// One of two states: its pages under a caption, with the changes marked.
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Change, ComparedSide } from "../../engine/types";
import { showChange } from "../../state/comparing";
import { word } from "../../words";
import { revealBox, turnTo } from "../desk/turning";
import { Sheet } from "../desk/sheet";
import { overlayOf } from "./changemarks";

interface SideProps {
  name: string;
  from: string;
  side: ComparedSide;
  changes: ReadonlyMap<number, Change>;
  current: number;
  scroller: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
  follow: (scroller: HTMLDivElement) => void;
}

export function Side({ name, from, side, changes, current, scroller, children, follow }: SideProps) {
  const holder = useRef<HTMLDivElement>(null);
  const sheets = useRef<Sheet[]>([]);

  useLayoutEffect(() => {
    sheets.current = side.pages.map((page) => {
      const sheet = new Sheet();
      sheet.show(page);
      return sheet;
    });
    holder.current?.replaceChildren(...sheets.current.map((each) => each.element));
  }, [side]);

  useLayoutEffect(() => {
    for (const sheet of sheets.current) {
      const { elements, dressed } = overlayOf(
        side.marks.filter((each) => each.page === sheet.page?.number),
        changes,
        current,
      );
      sheet.overlaid(elements, dressed);
    }
  }, [side, changes, current]);

  useLayoutEffect(() => {
    const mark = side.marks.find((each) => each.number === current);
    const sheet = mark && sheets.current.find((each) => each.page?.number === mark.page);
    if (!mark || !sheet || !scroller.current) return;
    const top = sheet.element.getBoundingClientRect().top;
    revealBox(scroller.current, top + mark.beside[0] * sheet.scale, top + mark.beside[1] * sheet.scale);
  }, [side, current]);

  return (
    <section class="compared" aria-label={name}>
      <header>
        <h2>{name}</h2> <p>{[standing(side), from].filter(Boolean).join(", ")}</p>
        <span class="spring" />
        {children}
      </header>
      <div
        class="desk"
        ref={scroller}
        tabIndex={0}
        role="region"
        aria-label={`${word("pages")}: ${name}`}
        onScroll={(event) => follow(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== "PageDown" && event.key !== "PageUp") return;
          event.preventDefault();
          turnTo(event.currentTarget, event.key === "PageDown" ? 1 : -1);
        }}
        onClick={(event) => {
          const number = changeAt(event, scroller.current, changes);
          if (number !== null) showChange(number);
        }}
      >
        {side.pages.length === 0 && <p class="sheet empty">{word("sideUndrawn")}</p>}
        <figure class="pages">
          <div ref={holder} />
          <figcaption class="hidden">{`${name}: ${side.title}. ${word("pageCount", side.pages.length)}`}</figcaption>
        </figure>
      </div>
    </section>
  );
}

/** Since when it is in force, or that it is a draft. */
function standing(side: ComparedSide): string {
  if (side.status === "konsep") return word("aDraft");
  return side.effective && side.effective !== "-" ? word("inForceSince", side.effective) : "";
}

/** Marks let the pointer through to what is drawn: the smallest one that it stands in is meant. */
function changeAt(
  event: MouseEvent,
  scroller: HTMLElement | null,
  changes: ReadonlyMap<number, Change>,
): number | null {
  const found = [...(scroller?.querySelectorAll<SVGElement>("[data-change]") ?? [])]
    .map((element) => ({ number: Number(element.dataset["change"]), box: element.getBoundingClientRect() }))
    .filter(
      ({ number, box }) =>
        changes.has(number) &&
        event.clientX >= box.left &&
        event.clientX <= box.right &&
        event.clientY >= box.top &&
        event.clientY <= box.bottom,
    )
    .sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
  return found[0]?.number ?? null;
}
