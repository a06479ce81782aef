// What the page asks of the program and what it is told: the twin of sopgen/desk.

export type Language = "id" | "en";
export type Path = (string | number)[];

/** A spec as the engine sends it: maps as lists of pairs, for JSON's own maps would sort keys that look like numbers. */
export type WireTree = null | string | WireTree[] | { map: [string, WireTree][] };
export type Box = [number, number, number, number];

/** A spec as it is edited. `bureau`: the sopgen.yaml that goes with it. Logos by the name that the texts give them. */
export interface SpecDocument {
  name: string;
  text: string;
  bureau: string | null;
  /** Where it stands in the folder of `sopgen edit`; its sopgen.yaml and its logo are there. */
  place?: string;
}

export type Blobs = Record<string, Uint8Array>;

/** An error or a finding. `page` counts from 1; `rings` are places on it in points from its top left. */
export interface Diagnostic {
  code: string;
  severity: "wajib" | "anjuran";
  message: string;
  remedy: string;
  source: string | null;
  step: number | null;
  path: Path;
  file: string | null;
  line: number | null;
  column: number | null;
  length: number | null;
  sheet: string | null;
  cell: string | null;
  page: number | null;
  rings: Box[];
}

export interface Finding extends Diagnostic {
  fingerprint: string;
}

/** Findings as reports fold them: what is said alike of several steps is one entry. `members`: their fingerprints. */
export interface Entry extends Finding {
  members: string[];
  steps: number[];
  consequences: string[];
}

/** What mends a finding safely: what stands from a line and column to before another, by another text. */
export interface Mend {
  fingerprint: string;
  replacements: [line: number, column: number, endLine: number, endColumn: number, text: string][];
}

export interface Accepted extends Diagnostic {
  reason: string;
  until: string | null;
}

export interface DrawnPage {
  number: number;
  kind: string;
  width: number;
  height: number;
  /** What the program knows it by. */
  mark: string;
  svg: string;
}

/** Without pages when the spec is refused; `refusals` say why. `spans`: path, line, column, length of every value. */
export interface Drawing {
  pages: DrawnPage[];
  refusals: Diagnostic[];
  findings: Finding[];
  entries: Entry[];
  accepted: Accepted[];
  spans: [Path, number, number, number][];
  /** Which steps are drawn, by their numbers in the text; the numbers and paths of all else count these alone. */
  numbers: number[];
  /** Whether it is the identity's pages alone: no step is finished yet. */
  alone: boolean;
  /** Null while the spec is refused. */
  figures: Figures | null;
  /** By what the table was set: handed back, a drawing of a changed text comes soon. */
  choice: unknown;
  /** Whether the pages are those that will be saved; else they came soon, and these may differ. */
  settled: boolean;
  milliseconds: Record<string, number>;
}

/** Where a spec was read from that somebody had drawn: what is in doubt, and each page as it was, under marks. */
export interface Origin {
  doubts: { place: string; message: string; step: number | null }[];
  counts: { read: number; doubtful: number; unread: number };
  originals: { name: string; svg: string }[];
}

/** What the status bar tells of a drawing. `time`: the main path's, in words; `unsure`: its steps without a sure time. */
export interface Figures {
  time: string;
  unsure: number;
  crossings: number;
}

export interface FontFile {
  family: string;
  weight: string;
  style: string;
}

export interface SavedFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** `op` and what it works on, as sopgen/editing/operations has them. */
export type Operation = { op: string } & Record<string, unknown>;

/** Why nothing was changed; `steps` stand in the way. */
export interface EditFault {
  message: string;
  steps: number[];
}

export type Kelas = "alur" | "mutu baku" | "pelaksana" | "identitas" | "teks" | "letak";
export type ChangeKind = "removed" | "added" | "changed" | "moved" | "renumbered";

/** A text cut into what stayed, and what went or came. */
export type Pieces = [text: string, state: "same" | "removed" | "added"][];

/** One change, as sopgen/comparing has it. `path` is of the program's own values; null where it stands in one alone. */
export interface Change {
  number: number;
  class: Kelas;
  kind: ChangeKind;
  sign: string;
  place: string;
  old: { step: number | null; path: Path | null };
  new: { step: number | null; path: Path | null };
  pieces: { old: Pieces; new: Pieces };
  hence: string[];
}

/** What shows a change on a drawn page, in points from its top left; `left`: the table's edge. */
export interface ChangeMark {
  number: number;
  page: number;
  row: boolean;
  left: number;
  boxes: Box[];
  beside: [number, number];
  symbols: string[];
  arrows: string[];
}

export interface ComparedSide {
  title: string;
  number: string;
  effective: string;
  status: string;
  time: string;
  pages: DrawnPage[];
  marks: ChangeMark[];
}

export interface Comparison {
  counts: Partial<Record<Kelas, number>>;
  changes: Change[];
  old: ComparedSide;
  new: ComparedSide;
}

interface TwoStates {
  old: SpecDocument;
  new: SpecDocument;
  language: Language;
}

export interface Questions {
  about: { asked: Record<string, never>; told: { version: string; python: string } };
  compare: { asked: TwoStates; told: Comparison };
  draw: {
    asked: {
      document: SpecDocument;
      today: string;
      language: Language;
      konsep?: boolean;
      without?: number[];
      choice?: unknown;
      /** The marks of the pages that are shown: one that is drawn alike comes without its picture. */
      shown?: string[];
    };
    told: Drawing;
  };
  /** Operations of sopgen/editing on the text, all or none. */
  edit: {
    asked: { text: string; operations: Operation[]; language: Language };
    told: { text: string; data: WireTree; fault: null } | { text: null; data: null; fault: EditFault };
  };
  explain: { asked: { code: string; language: Language }; told: { page: string | null } };
  fonts: { asked: Record<string, never>; told: { fonts: FontFile[] } };
  /** The SOPs that somebody drew by hand in a file. */
  import: {
    asked: { name: string; language: Language };
    told: { sops: (Origin & { document: SpecDocument; title: string })[] };
  };
  open: { asked: { name: string; language: Language }; told: { document: SpecDocument } };
  /** Which findings of a drawing can be mended mechanically, and how. */
  mends: { asked: Questions["draw"]["asked"]; told: { mends: Mend[] } };
  /** What stands in the text, whatever is wrong with it: maps, lists and texts, null where nothing can be read. */
  read: { asked: { text: string }; told: { data: WireTree } };
  /** What writes the changes between two states into `riwayat`. */
  revise: { asked: TwoStates & { today: string }; told: { operations: Operation[]; number: string; changes: number } };
  save: {
    asked: {
      document: SpecDocument;
      format:
        | "pdf"
        | "xlsx"
        | "form"
        | "svg"
        | "sheet"
        | "publik"
        | "gambar"
        | "gambar-a3"
        | "standar"
        | "maklumat"
        | "selebaran";
      language: Language;
      /** The day that a compliance sheet is of. */
      today?: string;
      pdfa?: "3a" | "2a" | "none";
      konsep?: boolean;
    };
    told: { pages: number };
  };
  save_changes: { asked: TwoStates & { format: "pdf" | "xlsx" }; told: Record<string, never> };
  schema: { asked: Record<string, never>; told: { schema: unknown } };
}

export type Question = keyof Questions;

/** With `refusals` there are no data and no files. */
export interface Reply<Q extends Question> {
  data: Questions[Q]["told"];
  refusals: Diagnostic[];
  files: SavedFile[];
}

/** Whoever answers: a worker that holds Python, or `sopgen edit`. */
export interface Host {
  ask: <Q extends Question>(question: Q, data: Questions[Q]["asked"], blobs?: Blobs) => Promise<Reply<Q>>;
}

/** A mistake of the program's own, not of the spec. */
export class Fault extends Error {}
