// What two states of one SOP are, held beside each other.
import type { Blobs, Comparison, Kelas, SpecDocument } from "../engine/types";
import type { Session } from "./session";

/** A state of an SOP that another is held against. */
export interface Version {
  label: string;
  document: SpecDocument;
  logos: Blobs;
}

export interface Comparing {
  session: Session;
  against: Version;
  /** What is edited stands at the left, as if the other were the newer one. */
  swapped: boolean;
  told: Comparison;
  shown: Kelas | "all";
  /** Whether what only took another place is shown too. */
  placed: boolean;
  /** The number of the change that stands out. */
  current: number;
}
