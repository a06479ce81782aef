// Widths of the window that change what is shown.
import { useEffect, useState } from "preact/hooks";

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
