// Widths of the window, or of a part of it, that change what is shown.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";

export function useWide(pixels: number): boolean {
  const query = window.matchMedia(`(min-width: ${pixels}px)`);
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const follow = (): void => setWide(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, [pixels]);
  return wide;
}

/** Whether a part of the page is at least so wide, whatever made it so: the window, the divider, the zoom. */
export function useRoom(part: RefObject<HTMLElement | null>, pixels: number): boolean {
  const [roomy, setRoomy] = useState(false);
  useLayoutEffect(() => {
    const element = part.current;
    if (!element) return;
    const measure = (): void => setRoomy(element.clientWidth >= pixels);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [pixels]);
  return roomy;
}
