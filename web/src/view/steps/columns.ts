// The table's columns, which of them are seen, and which of them a path of the spec is edited in.
import type { Path } from "../../engine/types";
import { word, type Word } from "../../words";

export type Column = "uraian" | "pelaksana" | "jenis" | "kelengkapan" | "waktu" | "output" | "keterangan";
export type Group = "alur" | "mutu" | "semua";

export const ALL: readonly Column[] = ["uraian", "pelaksana", "jenis", "kelengkapan", "waktu", "output", "keterangan"];
const GROUPS: Record<Group, readonly Column[]> = {
  alur: ["uraian", "pelaksana", "jenis"],
  mutu: ["uraian", "kelengkapan", "waktu", "output", "keterangan"],
  semua: ALL,
};
const HEADS: Record<Column, Word> = {
  uraian: "uraian",
  pelaksana: "pelaksana",
  jenis: "jenis",
  kelengkapan: "kelengkapan",
  waktu: "waktu",
  output: "output",
  keterangan: "keterangan",
};

export function columnsOf(group: Group): readonly Column[] {
  return GROUPS[group];
}

export function head(column: Column): string {
  return word(HEADS[column]);
}

/** Chosen from a list; all others are typed. */
export function isChosen(column: Column): boolean {
  return column === "pelaksana" || column === "jenis";
}

export function columnAt(path: Path): Column {
  const key = path[2];
  if (key === "keputusan" || key === "lanjut" || key === "rute" || key === "jenis") return "jenis";
  if (key === "bersama") return "pelaksana";
  return ALL.find((each) => each === key) ?? "uraian";
}

/** A field of the opened row rather than a cell. */
export function isInside(path: Path): boolean {
  return path.length > 3 || path[2] === "bersama" || path[2] === "rute" || path[2] === "publik";
}

export function cellPath(index: number, column: Column): Path {
  return ["kegiatan", index, column];
}

/** The paths of the spec whose errors and findings stand at a cell. */
export function keysOf(column: Column): string[] {
  if (column === "jenis") return ["keputusan", "lanjut", "rute"];
  return column === "pelaksana" ? ["pelaksana", "bersama"] : [column];
}
