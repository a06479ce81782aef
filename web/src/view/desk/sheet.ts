// One drawn page in the document, with an overlay of marks that never enters a file.
import type { DrawnPage, Finding, Path } from "../../engine/types";

export const SVG = "http://www.w3.org/2000/svg";

export class Sheet {
  readonly element = document.createElement("div");
  private readonly drawn = document.createElement("div");
  private readonly overlay = document.createElementNS(SVG, "svg");
  private readonly tint = document.createElementNS(SVG, "g");
  private readonly rings = document.createElementNS(SVG, "g");
  private shown = "";
  page: DrawnPage | null = null;

  constructor() {
    this.element.className = "sheet";
    this.overlay.setAttribute("class", "marks");
    this.overlay.setAttribute("aria-hidden", "true");
    this.overlay.append(this.tint, this.rings);
    this.element.append(this.drawn, this.overlay);
  }

  /** The page takes the place of the one before in one step; the same page is left alone. */
  show(page: DrawnPage): void {
    this.page = page;
    if (page.svg === this.shown) return;
    this.shown = page.svg;
    const parsed = new DOMParser().parseFromString(page.svg, "image/svg+xml").documentElement;
    this.drawn.replaceChildren(document.adoptNode(parsed));
    for (const shaft of this.drawn.querySelectorAll('[data-role="panah"] > path[stroke]')) shaft.before(reach(shaft));
    this.overlay.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
    this.element.dataset["number"] = String(page.number);
    this.element.style.setProperty("--page-width", String(page.width));
    this.element.style.setProperty("--page-height", String(page.height));
  }

  /** `current`: the entry whose rings stand out. */
  ring(found: { finding: Finding; number: number; entry: string }[], current: string | null): void {
    this.rings.replaceChildren();
    for (const { finding, number, entry } of found) {
      if (finding.page !== this.page?.number) continue;
      finding.rings.forEach((ring, index) =>
        this.rings.append(...ringOf(ring, finding, index === 0 ? number : null, entry === current)),
      );
    }
  }

  /** The row of a step, its symbol and its outgoing arrows softly marked; true if it stands on this page. */
  mark(step: number | null, hinted: number | null, refused: boolean): boolean {
    this.tint.replaceChildren();
    this.drawn.querySelectorAll(".own").forEach((each) => each.classList.remove("own"));
    const band = step === null ? null : this.band(step);
    const other = hinted === null ? null : this.band(hinted);
    if (other) this.tint.append(rect(other, "hinted"));
    if (band === null || step === null) return false;
    if (!refused) this.tint.append(rect(band, "row"));
    this.tint.append(rect([band[0] - 9, band[1], band[0] - 6, band[3]], refused ? "bar refused" : "bar"));
    this.drawn
      .querySelectorAll(`[data-role="simbol"][data-step="${step}"]`)
      .forEach((each) => each.classList.add("own"));
    for (const arrow of this.drawn.querySelectorAll<SVGElement>('[data-role="panah"]')) {
      const path = pathOf(arrow);
      if (path?.[0] === "kegiatan" && path[1] === step - 1) arrow.classList.add("own");
    }
    return true;
  }

  /** Other marks in the rings' place, and what is drawn dressed by its id. */
  overlaid(elements: SVGElement[], dressed: ReadonlyMap<string, string>): void {
    this.rings.replaceChildren(...elements);
    for (const drawn of this.drawn.querySelectorAll<SVGElement>("[data-id]")) {
      const fate = dressed.get(drawn.dataset["id"] ?? "");
      if (fate) drawn.setAttribute("class", fate);
      else drawn.removeAttribute("class");
    }
  }

  /** From the page's own units: left, top, right, bottom of a step's row. */
  band(step: number): [number, number, number, number] | null {
    const cells = [...this.drawn.querySelectorAll<SVGRectElement>(`rect[data-step="${step}"]`)];
    if (cells.length === 0) return null;
    const value = (cell: Element, name: string): number => Number(cell.getAttribute(name));
    return [
      Math.min(...cells.map((cell) => value(cell, "x"))),
      Math.min(...cells.map((cell) => value(cell, "y"))),
      Math.max(...cells.map((cell) => value(cell, "x") + value(cell, "width"))),
      Math.max(...cells.map((cell) => value(cell, "y") + value(cell, "height"))),
    ];
  }

  get scale(): number {
    return this.page ? this.element.clientWidth / this.page.width : 1;
  }
}

/** A line is too thin for a pointer: unseen, it is as wide as a finger's aim. */
function reach(shaft: Element): Element {
  const made = shaft.cloneNode() as Element;
  made.setAttribute("class", "reach");
  return made;
}

export function pathOf(element: Element): Path | null {
  const told = element.getAttribute("data-path");
  return told ? (JSON.parse(told) as Path) : null;
}

export function rect([x0, y0, x1, y1]: [number, number, number, number], kind: string): SVGRectElement {
  const made = document.createElementNS(SVG, "rect");
  const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
  for (const [name, value] of Object.entries(box)) made.setAttribute(name, String(value));
  made.setAttribute("class", kind);
  return made;
}

const TAG = 11;

function ringOf(
  [x0, y0, x1, y1]: [number, number, number, number],
  finding: Finding,
  number: number | null,
  current: boolean,
): SVGElement[] {
  const ring = rect([x0, y0, x1, y1], `ring ${finding.severity}${current ? " current" : ""}`);
  ring.setAttribute("rx", "3");
  if (number === null) return [ring];
  const width = TAG + (number > 9 ? 5 : 0);
  const [left, top] = [x1 - width + 2, y0 - TAG + 1.5]; // above what it marks: it hides none of its words
  const tag = rect([left, top, left + width, top + TAG], `tag ${finding.severity}`);
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("x", String(left + width / 2));
  text.setAttribute("y", String(top + TAG / 2 + 2.8));
  text.setAttribute("class", `tag-text ${finding.severity}`);
  text.textContent = String(number);
  return [ring, tag, text];
}
