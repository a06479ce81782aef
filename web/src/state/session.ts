// One SOP that is edited: its text is the truth, what the form shows follows; one history over form and text.
import { Artist } from "../engine/client";
import {
  Fault,
  type Blobs,
  type Diagnostic,
  type Drawing,
  type EditFault,
  type Host,
  type Language,
  type Mend,
  type Operation,
  type Origin,
  type Path,
  type SpecDocument,
} from "../engine/types";
import { play } from "../spec/operations";
import { rowsOf } from "../spec/rows";
import { Unforeseen } from "../spec/steps";
import { fromWire, shared, textAt, type Tree } from "../spec/tree";
import { backward, forward, spliceBetween, type Splice } from "./splice";

/** What a new SOP is called until it has a title. */
export const UNNAMED = "sop-baru.sop.yaml";

export type Section = "identitas" | "kotak" | "pelaksana" | "kegiatan" | "tampilan" | "pelayanan" | "riwayat" | "yaml";

/** Where a change was made, so that undoing leads back there. */
export interface Place {
  section: Section;
  path: Path;
}

export interface Entry {
  splice: Splice;
  place: Place;
  /** Where undoing leads, if not there. */
  back?: Place;
  before: Tree;
  after: Tree;
}

interface Change {
  operations: Operation[];
  place: Place;
  back: Place;
  before: Tree;
  attempts: number;
  settled: (fault: EditFault | null) => void;
}

/** The newest drawing that was not refused, and when it was made. */
export interface Good {
  drawing: Drawing;
  time: Date;
}

/** What the session needs of those around it. */
export interface Surroundings {
  host: Host;
  /** Whether the engine answers by now. */
  ready: () => boolean;
  language: () => Language;
  /** The bureau's sopgen.yaml and logos, unless the document brings its own. */
  bureau: () => { defaults: string | null; logos: Blobs };
  changed: () => void;
  /** The text is another: a draft is to be kept. */
  edited: (session: Session) => void;
  failed: (error: Error) => void;
}

export class Session {
  readonly id: string;
  tree: Tree;
  /** False while the text is no YAML: the form shows what could be read last. */
  readable = true;
  undoable: Entry[] = [];
  redoable: Entry[] = [];
  drawing: Drawing | null = null;
  good: Good | null = null;
  busyDrawing = false;
  /** The text as it was saved last; null if it never was. */
  savedText: string | null = null;
  savedAt: Date | null = null;
  draftAt: Date | null = null;
  /** What the file in the folder was when it was read or written last. */
  digest: string | null = null;
  handle: FileSystemFileHandle | null = null;
  changedOutside = false;
  /** Whether it was begun empty, and not opened or taken up again. */
  begins = false;
  /** The drawing by hand that it was read from. */
  origin: Origin | null = null;
  /** What mends findings of the newest drawing, by fingerprint. */
  mends = new Map<string, Mend["replacements"]>();
  private waiting: Change[] = [];
  private mendTimer = 0;
  private inFlight = false;
  private wish: "undo" | "redo" | null = null;
  private readonly artist: Artist;
  private revision = 0;

  constructor(
    public document: SpecDocument,
    tree: Tree,
    private readonly around: Surroundings,
    public logos: Blobs = {},
    id?: string,
  ) {
    this.id = id ?? crypto.randomUUID();
    this.tree = tree;
    this.artist = new Artist(around.host);
  }

  /** Why the text cannot be read, once the engine said so. */
  get unreadable(): Diagnostic | null {
    return this.readable ? null : (this.drawing?.refusals[0] ?? null);
  }

  get text(): string {
    return this.document.text;
  }

  get settled(): boolean {
    return this.waiting.length === 0;
  }

  get unsaved(): boolean {
    return !this.settled || this.text !== this.savedText;
  }

  get canUndo(): boolean {
    return this.undoable.length > 0 || this.waiting.length > 0;
  }

  get canRedo(): boolean {
    return this.redoable.length > 0;
  }

  /** Played in the form at once, in the text as soon as the engine comes to it. The fault, if it cannot be done. */
  edit(operations: Operation[], place: Place, back = place): Promise<EditFault | null> {
    if (operations.length === 0 || !this.readable) return Promise.resolve(null);
    return new Promise((settled) => {
      this.waiting.push({ operations, place, back, before: this.tree, attempts: 0, settled });
      this.tree = played(this.tree, operations);
      this.around.changed();
      this.work();
    });
  }

  /** Another text, typed as text. */
  write(text: string, joined: boolean): void {
    if (text === this.text || !this.settled) return;
    const last = this.undoable.at(-1);
    const before = joined && last?.place.section === "yaml" ? last : null;
    if (before) this.undoable.pop();
    const start = before ? backward(this.text, before.splice) : this.text;
    const entry = {
      splice: spliceBetween(start, text),
      place: { section: "yaml" as const, path: [] },
      before: before?.before ?? this.tree,
      after: this.tree,
    };
    this.undoable.push(entry);
    this.redoable = [];
    this.take(text);
    void this.reread(entry);
  }

  /** Pieces of the text replaced, as one change; nothing if the text is not the one they were found in. */
  replace(replacements: Mend["replacements"], place: Place): void {
    if (!this.settled) return;
    const places = replacements.map(([line, column, endLine, endColumn, text]) => ({
      start: offsetOf(this.text, line, column),
      end: offsetOf(this.text, endLine, endColumn),
      text,
    }));
    const made = places
      .sort((a, b) => b.start - a.start)
      .reduce((text, each) => text.slice(0, each.start) + each.text + text.slice(each.end), this.text);
    if (made === this.text) return;
    const entry = { splice: spliceBetween(this.text, made), place, before: this.tree, after: this.tree };
    this.undoable.push(entry);
    this.redoable = [];
    this.take(made);
    void this.reread(entry);
  }

  /** The text of the file takes the place of this one; undoing brings it back. */
  replaceAll(text: string): void {
    this.write(text, false);
  }

  undo(): Place | null {
    const last = this.waiting.at(-1);
    if (last && !(this.inFlight && this.waiting.length === 1)) {
      this.waiting.pop();
      this.tree = last.before;
      last.settled(null);
      this.around.changed();
      return last.back;
    }
    if (last) {
      this.wish = "undo";
      return last.back;
    }
    const entry = this.undoable.pop();
    if (!entry) return null;
    this.redoable.push(entry);
    this.return(backward(this.text, entry.splice), entry.before);
    return entry.back ?? entry.place;
  }

  redo(): Place | null {
    if (!this.settled) return null;
    const entry = this.redoable.pop();
    if (!entry) return null;
    this.undoable.push(entry);
    this.return(forward(this.text, entry.splice), entry.after);
    return entry.place;
  }

  private return(text: string, tree: Tree): void {
    this.tree = tree;
    this.take(text);
    void this.reread(null);
  }

  private take(text: string): void {
    this.document = { ...this.document, text };
    this.revision++;
    this.around.edited(this);
    this.around.changed();
    this.draw();
  }

  /** What stands in the text, and in the entry that made it so. */
  async reread(entry: Entry | null): Promise<void> {
    if (!this.around.ready()) return;
    const revision = this.revision;
    try {
      const { data, refusals } = await this.around.host.ask("read", { text: this.text });
      if (revision !== this.revision || !this.settled) return;
      this.readable = (refusals.length === 0 && data.data !== null) || this.text.trim() === "";
      if (this.readable) {
        this.tree = shared(this.tree, fromWire(data.data));
        if (entry) entry.after = this.tree;
      }
      this.around.changed();
    } catch (error) {
      this.fail(error);
    }
  }

  /** Goes on where it stands: the engine is ready, or ready again. */
  resume(): void {
    this.work();
    if (this.settled) {
      void this.reread(null);
      this.draw();
    }
  }

  private work(): void {
    if (this.inFlight || !this.around.ready() || this.waiting.length === 0) return;
    this.inFlight = true;
    void this.perform().finally(() => {
      this.inFlight = false;
      if (this.wish === "undo" && this.settled) {
        this.wish = null;
        this.undo();
      }
      if (this.settled) this.draw();
      else this.work();
      this.around.changed();
    });
  }

  private async perform(): Promise<void> {
    const change = this.waiting[0];
    if (!change) return;
    const { operations, place, back, before } = change;
    try {
      const language = this.around.language();
      const { data } = await this.around.host.ask("edit", { text: this.text, operations, language });
      this.waiting.shift();
      if (data.fault !== null) {
        this.tree = this.waiting.reduce((tree, each) => ((each.before = tree), played(tree, each.operations)), before);
        change.settled(data.fault);
        return;
      }
      const after = shared(played(before, operations), fromWire(data.data));
      if (this.settled) this.tree = shared(this.tree, after);
      if (data.text !== this.text) {
        this.undoable.push({ splice: spliceBetween(this.text, data.text), place, back, before, after });
        this.redoable = [];
        this.document = { ...this.document, text: data.text };
        this.revision++;
        this.around.edited(this);
      }
      change.settled(null);
    } catch (error) {
      if (++change.attempts > 1 && this.waiting[0] === change) {
        this.waiting.shift();
        this.tree = before;
        change.settled({ message: String(error), steps: [] });
      }
      if (!(error instanceof Fault)) this.fail(error);
    }
  }

  /** Steps that lack what it takes to draw them; with none left the identity alone is drawn. */
  private unfinished(): number[] {
    return rowsOf(this.tree)
      .filter((row) => row.unfinished)
      .map((row) => row.number);
  }

  draw(whole = false): void {
    if (!this.around.ready()) return;
    const left = whole || !this.readable ? [] : this.unfinished();
    this.busyDrawing = true;
    this.artist.draw(
      { document: this.whole(), today: today(), language: this.around.language(), without: left },
      this.pictures(),
      (drawing) => this.show(drawing),
      (error) => {
        this.busyDrawing = false;
        this.fail(error);
      },
    );
  }

  /** One that has no name of its own yet is called by its title, for good: it is about to become a file. */
  takeName(): void {
    const words = textAt(this.tree, ["judul"])
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z0-9]+/g);
    if (this.document.name !== UNNAMED || !words) return;
    this.document = { ...this.document, name: `${words.join("-").slice(0, MOST_OF_TITLE).replace(/-$/, "")}.sop.yaml` };
    this.around.edited(this);
    this.around.changed();
  }

  /** With what the bureau adds. */
  whole(): SpecDocument {
    return { ...this.document, bureau: this.document.bureau ?? this.around.bureau().defaults };
  }

  pictures(): Blobs {
    return { ...this.around.bureau().logos, ...this.logos };
  }

  private async lookForMends(): Promise<void> {
    const { drawing } = this;
    if (!drawing || drawing.findings.length === 0 || drawing.numbers.length > 0 || !this.around.ready()) return;
    const asked = { document: this.whole(), today: today(), language: this.around.language() };
    const { data, refusals } = await this.around.host.ask("mends", asked, this.pictures());
    if (drawing !== this.drawing || refusals.length > 0) return;
    this.mends = new Map(data.mends.map((each) => [each.fingerprint, each.replacements]));
    this.around.changed();
  }

  private show(told: Drawing): void {
    const drawing = inForm(told);
    this.busyDrawing = false;
    this.drawing = drawing;
    this.mends = new Map();
    window.clearTimeout(this.mendTimer);
    if (drawing.settled)
      this.mendTimer = window.setTimeout(
        () => void this.lookForMends().catch((error: unknown) => this.fail(error)),
        MEND_MILLISECONDS,
      );
    if (drawing.refusals.length === 0) this.good = { drawing, time: new Date() };
    this.around.changed();
  }

  private fail(error: unknown): void {
    this.around.failed(error instanceof Error ? error : new Error(String(error)));
  }
}

const MEND_MILLISECONDS = 700;
const MOST_OF_TITLE = 60;

/** Lines and columns count from 1, columns in whole characters. */
function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n++) at = text.indexOf("\n", at) + 1;
  return (
    at +
    Array.from(text.slice(at, at + 2 * column))
      .slice(0, column - 1)
      .join("").length
  );
}

function played(tree: Tree, operations: Operation[]): Tree {
  try {
    return play(tree, operations);
  } catch (error) {
    if (error instanceof Unforeseen) return tree;
    throw error;
  }
}

/** Paths and steps of a drawing that leaves steps out, as the form counts them. */
function inForm(drawing: Drawing): Drawing {
  const { numbers } = drawing;
  if (numbers.every((number, index) => number === index + 1)) return drawing;
  const moved = <D extends Diagnostic>(each: D): D => ({
    ...each,
    step: each.step === null ? null : (numbers[each.step - 1] ?? each.step),
    path: formPath(each.path, numbers),
    line: null,
  });
  return {
    ...drawing,
    refusals: drawing.refusals.map(moved),
    findings: drawing.findings.map(moved),
    entries: drawing.entries.map((each) => ({
      ...moved(each),
      steps: each.steps.map((step) => numbers[step - 1] ?? step),
    })),
    accepted: drawing.accepted.map(moved),
  };
}

export function formPath(path: Path, numbers: number[]): Path {
  const index = path[1];
  if (path[0] !== "kegiatan" || typeof index !== "number") return path;
  return ["kegiatan", (numbers[index] ?? index + 1) - 1, ...path.slice(2)];
}

export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
}
