// Icons on a 20-unit grid: lines of 1.5, square ends, no fill; always beside a word or with a name.
const LINES = {
  undo: "M6 5 2.5 8.5 6 12M3 8.5h8.5a4.5 4.5 0 0 1 0 9H8",
  redo: "M14 5l3.5 3.5L14 12M17 8.500H8.500a4.500 4.500 0 0 0 0 9H12",
  open: "M2.500 16V4h5l2 2.500h6V9M2.500 16 5 9h13l-2.500 7z",
  save: "M3 3h11l3 3v11H3zM6 3v5h7V3M6 17v-6h8v6",
  form: "M3 3h14v14H3zM3 7.500h14M3 12h14M8 7.500V17",
  download: "M10 3v9M6 8.500l4 4 4-4M3 14v3h14v-3",
  check: "M4 10.500l4 4 8-9",
  close: "M5 5l10 10M15 5 5 15",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  down: "M5.500 8l4.500 4.500L14.500 8",
  unfold: "M5.500 12 10 7.500l4.500 4.500",
  up: "M10 16V4M5.500 8.500 10 4l4.500 4.500",
  fall: "M10 4v12M5.500 11.5 10 16l4.500-4.500",
  arrow: "M3 10h13M11.5 5.500 16 10l-4.500 4.500",
  back: "M7 5 3 9l4 4M3.5 9H12a4 4 0 0 1 4 4v2",
  plus: "M10 4v12M4 10h12",
  above: "M3 16h14M3 12h14M10 2v7M6.5 5.500h7",
  below: "M3 4h14M3 8h14M10 11v7M6.5 14.500h7",
  trash: "M3 5.500h14M7.500 5V3h5v2M5 5.500 6 17h8l1-11.5M8.500 8.500v5.500M11.5 8.500v5.500",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  warn: "M10 3 18 17H2zM10 8v4M10 14.200v.6",
  print: "M5.500 7V3h9v4M5.500 14H3V7h14v7h-2.500M5.500 11.5h9V17h-9z",
  find: "M8.500 3a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM12.500 12.500 17 17",
  compare: "M3 3h6v14H3zM11 3h6v14h-6z",
  more: "M3 10h2M9 10h2M15 10h2",
  person: "M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5z",
  copy: "M7 7h10v10H7zM13 7V3H3v10h4",
} as const;

export type IconName = keyof typeof LINES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg class="icon logo" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true">
      <path d="M1.5 3h17v14h-17zM1.5 7h17M7 7v10" />
      <path class="filled" d="M12.800 9.200l3 3-3 3-3-3z" />
    </svg>
  );
}

/** The document's own symbols, as they stand in the table. */
export function FlowSymbol({ kind }: { kind: "capsule" | "box" | "diamond" }) {
  return (
    <svg class={`symbol ${kind}`} viewBox="0 0 26 16" width="26" height="16" aria-hidden="true">
      {kind === "capsule" && <rect x="2" y="2" width="22" height="12" rx="6" />}
      {kind === "box" && <rect x="3" y="2" width="20" height="12" />}
      {kind === "diamond" && <path d="M13 1.5 24 8l-11 6.5L2 8z" />}
    </svg>
  );
}
