// Drafts in this browser: each SOP that is edited, with its history, so that a crash or a reload loses nothing.
import type { Blobs, Origin, SpecDocument, WireTree } from "../engine/types";
import { rowsOf } from "../spec/rows";
import { fromWire, textAt, toWire } from "../spec/tree";
import type { Entry, Place, Session } from "./session";
import type { Splice } from "./splice";
import { readAll, removeStored, writeStored } from "./storage";

const REST_MILLISECONDS = 400;
const MOST_STEPS = 300;

interface KeptEntry {
  splice: Splice;
  place: Place;
}

export interface Draft {
  id: string;
  document: SpecDocument;
  tree: WireTree;
  savedText: string | null;
  digest: string | null;
  logos: Blobs;
  origin?: Origin | null;
  undoable: KeptEntry[];
  redoable: KeptEntry[];
  time: number;
  title: string;
  steps: number;
  findings: [wajib: number, anjuran: number] | null;
}

export class Drafts {
  /** False once this browser would keep nothing. */
  works = true;
  private readonly timers = new Map<string, number>();
  /** Which drafts this tab holds, and what lets go of them. */
  private readonly held = new Map<string, () => void>();

  keep(session: Session, kept: () => void): void {
    window.clearTimeout(this.timers.get(session.id));
    const write = (): void => void this.write(session).then(kept);
    this.timers.set(session.id, window.setTimeout(write, REST_MILLISECONDS));
  }

  async write(session: Session): Promise<void> {
    this.timers.delete(session.id);
    await this.hold(session.id);
    const time = new Date();
    const draft: Draft = {
      id: session.id,
      document: session.document,
      tree: toWire(session.tree),
      savedText: session.savedText,
      digest: session.digest,
      logos: session.logos,
      origin: session.origin,
      undoable: session.undoable.slice(-MOST_STEPS).map(bare),
      redoable: session.redoable.slice(-MOST_STEPS).map(bare),
      time: time.getTime(),
      title: textAt(session.tree, ["judul"]),
      steps: rowsOf(session.tree).length,
      findings: counted(session),
    };
    this.works = await writeStored("drafts", session.id, draft);
    session.draftAt = this.works ? time : null;
  }

  /** The newest first. */
  async all(): Promise<Draft[]> {
    return (await readAll<Draft>("drafts")).sort((a, b) => b.time - a.time);
  }

  async forget(id: string): Promise<void> {
    await this.release(id);
    await removeStored("drafts", id);
  }

  /** Whether this tab holds the draft now: another that does goes on with its own copy. */
  async hold(id: string): Promise<boolean> {
    if (this.held.has(id) || !("locks" in navigator)) return true;
    return new Promise((resolve) => {
      void navigator.locks.request(`meja-sop-${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        return new Promise<void>((release) => {
          this.held.set(id, release);
          resolve(true);
        });
      });
    });
  }

  async release(id: string): Promise<void> {
    this.held.get(id)?.();
    this.held.delete(id);
    await Promise.resolve();
  }
}

function bare({ splice, place }: Entry): KeptEntry {
  return { splice, place };
}

/** As the bar at the bottom counts them. */
function counted(session: Session): Draft["findings"] {
  const drawing = session.good?.drawing;
  if (!drawing || drawing.alone) return null;
  const wajib = drawing.entries.filter((each) => each.severity === "wajib").length;
  return [wajib, drawing.entries.length - wajib];
}

/** Its history without what the form showed then: the engine reads that from the text. */
export function historyOf(kept: KeptEntry[], draft: Draft): Entry[] {
  const tree = fromWire(draft.tree);
  return kept.map((each) => ({ ...each, before: tree, after: tree }));
}
