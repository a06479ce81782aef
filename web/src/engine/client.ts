// The engine as the page sees it: promises over a worker, started again with nothing lost when it breaks.
import { STAGES, type FromWorker, type Parts, type Stage, type ToWorker } from "./messages";
import {
  Fault,
  type Blobs,
  type Diagnostic,
  type DrawnPage,
  type Drawing,
  type Host,
  type Question,
  type Questions,
  type Reply,
} from "./types";

export interface Progress {
  stage: Stage;
  done: number;
  of: number;
}

export interface EngineEvents {
  progress: (progress: Progress) => void;
  ready: (milliseconds: number) => void;
  broken: (what: string) => void;
}

interface Waiting {
  resolve: (message: Extract<FromWorker, { kind: "reply" }>) => void;
  reject: (error: Error) => void;
}

interface Wire {
  data?: unknown;
  refusals?: Diagnostic[];
  files?: { name: string; mediaType: string }[];
  fault?: string;
}

export class WorkerHost implements Host {
  private worker: Worker | null = null;
  private ready: Promise<void>;
  private becomeReady = (): void => undefined;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  /** `parts` is asked for when it starts: they stand behind the page's own script, which need not wait for them. */
  constructor(
    private readonly parts: () => { script: string; engine: Parts },
    private readonly events: EngineEvents,
  ) {
    this.ready = this.awaited();
  }

  private awaited(): Promise<void> {
    return new Promise((resolve) => (this.becomeReady = resolve));
  }

  start(): void {
    const { script, engine } = this.parts();
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.worker = worker;
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      if (event.data.kind === "ready") {
        URL.revokeObjectURL(address);
        this.becomeReady();
      }
      this.hear(event.data);
    };
    worker.onerror = (event) => this.fail(event.message);
    this.say({ kind: "start", parts: engine });
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  async ask<Q extends Question>(question: Q, data: Questions[Q]["asked"], blobs: Blobs = {}): Promise<Reply<Q>> {
    await this.ready;
    const id = this.next++;
    const message = await new Promise<Extract<FromWorker, { kind: "reply" }>>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.say({ kind: "ask", id, question, data: JSON.stringify(data), blobs });
    });
    return read<Q>(message.text, message.blobs);
  }

  private say(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case "stage":
        this.events.progress({ stage: message.stage, done: STAGES.indexOf(message.stage), of: STAGES.length });
        break;
      case "ready":
        this.events.ready(message.milliseconds);
        break;
      case "broken":
        this.fail(message.what);
        break;
      case "reply":
        this.waiting.get(message.id)?.resolve(message);
        this.waiting.delete(message.id);
        break;
    }
  }

  /** The worker is ended and another begun; who waits is told, and asks again. */
  private fail(what: string): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    this.stop();
    this.ready = this.awaited();
    for (const each of waiting) each.reject(new Fault(what));
    this.events.broken(what);
  }
}

export function read<Q extends Question>(text: string, blobs: Uint8Array[]): Reply<Q> {
  const wire = JSON.parse(text) as Wire;
  if (wire.fault !== undefined) throw new Fault(wire.fault);
  const files = (wire.files ?? []).map((file, index) => ({ ...file, bytes: blobs[index] ?? new Uint8Array() }));
  return { data: wire.data as Questions[Q]["told"], refusals: wire.refusals ?? [], files };
}

/** How long nothing is asked before pages that came soon are laid out for good. */
const REST_MILLISECONDS = 1000;

/**
 * Draws the newest wish only: while one drawing is made, a newer wish takes the place of the one that waits.
 * First as the last drawing was set, which is soon done; then, in a pause, for good.
 */
export class Artist {
  private busy = false;
  private wish: (() => Promise<void>) | null = null;
  private choice: unknown = null;
  private pages: DrawnPage[] = [];
  private pause = 0;

  constructor(private readonly host: Host) {}

  draw(
    asked: Questions["draw"]["asked"],
    blobs: Blobs,
    show: (drawing: Drawing) => void,
    fail: (error: Error) => void,
  ): void {
    clearTimeout(this.pause);
    const drawn = async (choice: unknown): Promise<void> => {
      try {
        const shown = this.pages.map((page) => page.mark);
        const { data } = await this.host.ask("draw", { ...asked, choice, shown }, blobs);
        if (this.wish !== null) return;
        data.pages = data.pages.map((page, index) => ({ ...page, svg: page.svg || (this.pages[index]?.svg ?? "") }));
        if (data.pages.length > 0) this.pages = data.pages;
        if (data.settled) this.choice = data.choice ?? this.choice;
        else this.pause = setTimeout(() => this.want(() => drawn(null)), REST_MILLISECONDS);
        show(data);
      } catch (error) {
        if (this.wish === null) fail(error instanceof Error ? error : new Error(String(error)));
      }
    };
    this.want(() => drawn(this.choice));
  }

  private want(wish: () => Promise<void>): void {
    this.wish = wish;
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.wish) {
      const wish = this.wish;
      this.wish = null;
      await wish();
    }
    this.busy = false;
  }
}
