// One change of a text: what stood at `start`, and what stands there now. Offsets count UTF-16 units, as JavaScript does.
export interface Splice {
  start: number;
  removed: string;
  inserted: string;
}

export function spliceBetween(before: string, after: string): Splice {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    start: head,
    removed: before.slice(head, before.length - tail),
    inserted: after.slice(head, after.length - tail),
  };
}

export function forward(text: string, { start, removed, inserted }: Splice): string {
  return text.slice(0, start) + inserted + text.slice(start + removed.length);
}

export function backward(text: string, { start, removed, inserted }: Splice): string {
  return text.slice(0, start) + removed + text.slice(start + inserted.length);
}
