// Files opened lately: by their handle where the browser gives one, so that they open as they stand now; else what was in them.
import type { Blobs, SpecDocument } from "../engine/types";
import { textAt, type Tree } from "../spec/tree";
import { readStored, writeStored } from "./storage";

const KEY = "recent";
const MOST = 5;

/** A file that is opened again: as it stands on the disk, or as it was when it was opened. */
export interface Recent {
  /** Of the file. */
  name: string;
  title: string;
  time: number;
  document: SpecDocument;
  logos: Blobs;
  handle: FileSystemFileHandle | null;
}

/** The newest first. */
export async function recentFiles(): Promise<Recent[]> {
  return (await readStored<Recent[]>("settings", KEY)) ?? [];
}

/** The newest of its name. */
export async function rememberFile(
  name: string,
  document: SpecDocument,
  tree: Tree,
  { logos, handle }: Pick<Recent, "logos" | "handle">,
): Promise<void> {
  const told: Recent = { name, title: textAt(tree, ["judul"]), time: Date.now(), document, logos, handle };
  const others = (await recentFiles()).filter((each) => each.name !== name || each.title !== told.title);
  await writeStored("settings", KEY, [told, ...others].slice(0, MOST));
}

export async function forgetFiles(): Promise<void> {
  await writeStored("settings", KEY, []);
}

/** The file as it stands now; null where the browser kept none, may not read it, or it is gone. */
export async function fileOf({ handle }: Recent): Promise<File | null> {
  if (!handle) return null;
  try {
    const allowed = (await handle.requestPermission?.({ mode: "read" })) ?? "granted";
    return allowed === "granted" ? await handle.getFile() : null;
  } catch {
    return null;
  }
}
