// What page and worker say to each other.
import type { Blobs } from "./types";

/** The parts of the engine as they stand in the page: base64 of what xz packed. */
export interface Parts {
  wasm: string;
  loader: string;
  library: string;
  engine: string;
  /** Unpacked when the first old PDF comes: most who write an SOP never open one. */
  pdfium: string;
}

/** What is being made ready, in the order of `STAGES`. */
export type Stage = "unpack" | "python" | "library" | "program" | "warm";
export const STAGES: readonly Stage[] = ["unpack", "python", "library", "program", "warm"];

export type ToWorker =
  { kind: "start"; parts: Parts } | { kind: "ask"; id: number; question: string; data: string; blobs: Blobs };

export type FromWorker =
  | { kind: "stage"; stage: Stage }
  | { kind: "ready"; milliseconds: number }
  | { kind: "broken"; what: string }
  | { kind: "reply"; id: number; text: string; blobs: Uint8Array[] };
