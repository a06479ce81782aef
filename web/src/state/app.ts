// Everything the page shows and does, in one place; views read it and are shown anew when it changes.
import { WorkerHost, type Progress } from "../engine/client";
import { ServerHost } from "../engine/server";
import type { Host, Language, Path, SpecDocument } from "../engine/types";
import { registerFonts } from "../fonts";
import { engineParts, part } from "../parts";
import type { Plan } from "../spec/pasting";
import type { Tree } from "../spec/tree";
import { setLanguage, word } from "../words";
import { Bureau } from "./bureau";
import type { Comparing } from "./compared";
import { Drafts } from "./drafts";
import { Session, type Place, type Section, type Surroundings } from "./session";

export type EngineState = { kind: "starting"; progress: Progress | null } | { kind: "ready" } | { kind: "broken" };

/** A line that tells of something done, with what takes it back. */
export interface Notice {
  text: string;
  kind: "told" | "fault";
  action?: { label: string; run: () => void };
}

/** Where the user is: a field by its path in the spec. */
export interface Focus {
  path: Path;
  /** Grows with each call to go there, so that a view follows each once. */
  call: number;
  edit: boolean;
}

export type Zoom = "width" | "page" | number;

export class App {
  engine: EngineState = { kind: "starting", progress: null };
  sessions: Session[] = [];
  current: Session | null = null;
  language: Language = "id";
  section: Section = "identitas";
  focus: Focus = { path: [], call: 0, edit: false };
  notice: Notice | null = null;
  panel = false;
  /** Whether the page as it was drawn by hand is shown in the pages' place. */
  original = false;
  marks = true;
  zoom: Zoom = "width";
  dialog: "help" | "about" | "find" | "bureau" | "compare" | { explain: string } | null = null;
  /** Two states of an SOP that are shown in the form's place. */
  comparing: Comparing | null = null;
  /** A block that asks before it overwrites. */
  pasting: Plan | null = null;
  /** The step that a list of targets points at. */
  hinted: number | null = null;
  readonly host: Host;
  readonly folder: ServerHost | null;
  readonly drafts = new Drafts();
  readonly bureau = new Bureau(() => this.redrawAll());
  readonly around: Surroundings;
  private readonly listeners = new Set<() => void>();
  private scheduled = false;
  private noticeTimer = 0;

  constructor() {
    const described = JSON.parse(part("host")) as { kind: "worker" } | { kind: "server"; token: string };
    this.folder = described.kind === "server" ? new ServerHost(described.token) : null;
    this.host = this.folder ?? this.worker();
    this.around = {
      host: this.host,
      ready: () => this.engine.kind === "ready",
      language: () => this.language,
      bureau: () => this.bureau.told(),
      changed: () => this.changed(),
      edited: (session) => this.drafts.keep(session, () => this.changed()),
      failed: (error) => this.tell({ text: error.message, kind: "fault" }),
    };
    if (this.folder) queueMicrotask(() => this.ready());
  }

  private worker(): WorkerHost {
    const worker = new WorkerHost(() => ({ script: part("worker"), engine: engineParts() }), {
      progress: (progress) => {
        if (this.engine.kind !== "ready") this.engine = { kind: "starting", progress };
        this.changed();
      },
      ready: () => this.ready(),
      broken: () => {
        this.engine = { kind: "broken" };
        this.tell({ text: word("broken"), kind: "fault" });
        worker.start();
      },
    });
    // The form stands first; the engine's parts come behind it, and its start would keep the first frame waiting.
    const start = (): number => requestAnimationFrame(() => setTimeout(() => worker.start()));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start, { once: true });
    else start();
    return worker;
  }

  private ready(): void {
    this.engine = { kind: "ready" };
    void registerFonts(this.host);
    this.changed();
    for (const session of this.sessions) session.resume();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Views follow in one go. */
  changed(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      for (const listener of this.listeners) listener();
    });
  }

  tell(notice: Notice | null): void {
    window.clearTimeout(this.noticeTimer);
    this.notice = notice;
    if (notice?.kind === "told") this.noticeTimer = window.setTimeout(() => this.tell(null), 10_000);
    this.changed();
  }

  /** A new tab with that document; what stands in it is read by the engine unless it is known. */
  open(
    document: SpecDocument,
    tree: Tree,
    more: Partial<
      Pick<Session, "digest" | "handle" | "savedText" | "logos" | "undoable" | "redoable" | "draftAt" | "origin">
    > = {},
    id?: string,
  ): Session {
    const session = Object.assign(new Session(document, tree, this.around, {}, id), more);
    this.sessions = [...this.sessions, session];
    this.show(session);
    session.resume();
    return session;
  }

  show(session: Session | null): void {
    this.current = session;
    this.focus = { path: [], call: this.focus.call, edit: false };
    this.notice = null;
    this.changed();
  }

  close(session: Session): void {
    const index = this.sessions.indexOf(session);
    this.sessions = this.sessions.filter((each) => each !== session);
    void (session.unsaved ? this.drafts.release(session.id) : this.drafts.forget(session.id));
    if (this.current === session) this.show(this.sessions[Math.min(index, this.sessions.length - 1)] ?? null);
    this.changed();
  }

  go(place: Place, edit = false): void {
    this.section = place.section;
    this.focus = { path: place.path, call: this.focus.call + 1, edit };
    this.changed();
  }

  /** The user is there already: the page follows, the focus stays. */
  at(path: Path): void {
    if (JSON.stringify(path) === JSON.stringify(this.focus.path)) return;
    this.focus = { ...this.focus, path };
    this.changed();
  }

  undo(): void {
    const place = this.current?.undo();
    if (place) this.go(place);
  }

  redo(): void {
    const place = this.current?.redo();
    if (place) this.go(place);
  }

  setSection(section: Section): void {
    this.section = section;
    this.focus = { ...this.focus, path: [] };
    this.current?.draw(section === "yaml");
    this.changed();
  }

  setLanguage(language: Language): void {
    this.language = language;
    setLanguage(language);
    this.redrawAll();
    this.changed();
  }

  private redrawAll(): void {
    for (const session of this.sessions) session.draw();
    this.changed();
  }
}
