// Which page is in view, the next one, and scrolling to what is not.

export function turnTo(scroller: HTMLElement | null, by: number): void {
  if (!scroller) return;
  const sheets = [...scroller.querySelectorAll<HTMLElement>(".sheet[data-number]")];
  const now = visiblePage(scroller);
  sheets[Math.max(0, Math.min(sheets.length - 1, now - 1 + by))]?.scrollIntoView({ block: "start" });
}

/** The page most of which is seen, from 1. */
export function visiblePage(scroller: HTMLElement): number {
  const view = scroller.getBoundingClientRect();
  const shares = [...scroller.querySelectorAll<HTMLElement>(".sheet[data-number]")].map((sheet) => {
    const box = sheet.getBoundingClientRect();
    return Math.min(box.bottom, view.bottom) - Math.max(box.top, view.top);
  });
  return shares.length === 0 ? 1 : shares.indexOf(Math.max(...shares)) + 1;
}

/** Scrolled only if it is not wholly visible, and then by the least amount. */
export function revealBox(scroller: HTMLElement, top: number, bottom: number): void {
  const view = scroller.getBoundingClientRect();
  if (top < view.top + 12) scroller.scrollTop += top - view.top - 24;
  else if (bottom > view.bottom - 12) scroller.scrollTop += bottom - view.bottom + 24;
}
