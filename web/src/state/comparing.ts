// Two states of one SOP beside each other: which, what changed, and what is made of that.
import type { ServerHost } from "../engine/server";
import type { Blobs, Change, Path, SpecDocument } from "../engine/types";
import { lanesOf } from "../spec/rows";
import { word } from "../words";
import type { Comparing, Version } from "./compared";
import { download, failed, readDocuments, refused } from "./files";
import { app } from "./instance";
import { sectionOf } from "./sections";
import { today, type Session } from "./session";

export interface Choice {
  label: string;
  load: () => Promise<Version | null>;
}

/** What the SOP in front can be held against, but for files that are chosen. */
export async function choicesFor(session: Session): Promise<Choice[]> {
  const { place, name } = session.document;
  const choices: Choice[] = [];
  const issued = app.folder && place !== undefined ? await issuedOf(app.folder, place) : null;
  if (issued) choices.push({ label: word("issuedLast", issued.name), load: () => ofFile(issued) });
  const { savedText } = session;
  if (savedText !== null && savedText !== session.text) {
    choices.push({
      label: word("savedLast", name),
      load: () =>
        Promise.resolve({
          label: word("savedLast", name),
          document: { ...session.whole(), text: savedText },
          logos: session.pictures(),
        }),
    });
  }
  for (const other of app.sessions.filter((each) => each !== session)) {
    choices.push({
      label: other.document.name,
      load: () => Promise.resolve({ label: other.document.name, document: other.whole(), logos: other.pictures() }),
    });
  }
  return choices;
}

async function issuedOf(folder: ServerHost, place: string): Promise<File | null> {
  const { name, bytes } = await folder.issued(place);
  return name === null ? null : new File([bytes as Uint8Array<ArrayBuffer>], name);
}

/** Null where it holds no SOP; then that has been told. */
export async function ofFile(file: File): Promise<Version | null> {
  const { documents, refusals } = await readDocuments(file);
  const [first] = documents;
  if (!first) {
    app.tell({ text: refused(file.name, refusals), kind: "fault" });
    return null;
  }
  const { document } = first;
  return {
    label: file.name,
    document: { ...document, bureau: document.bureau ?? app.bureau.told().defaults },
    logos: app.bureau.told().logos,
  };
}

/** As the file of the folder stands now, which somebody else wrote. */
export async function compareWithFile(session: Session): Promise<void> {
  const { place } = session.document;
  if (!app.folder || place === undefined) return;
  try {
    const { bytes } = await app.folder.read(place);
    await compareWith(session, {
      label: place,
      document: { ...session.document, text: new TextDecoder().decode(bytes) },
      logos: session.pictures(),
    });
  } catch (error) {
    failed(error);
  }
}

export async function compareWith(session: Session, against: Version, swapped = false): Promise<void> {
  try {
    const [old, made] = sides(session, against, swapped);
    const { data, refusals } = await app.host.ask(
      "compare",
      { old, new: made, language: app.language },
      pictures(session, against),
    );
    if (refusals.length > 0) {
      app.tell({ text: refused(against.label, refusals), kind: "fault" });
      return;
    }
    const first = data.changes.find((each) => each.class !== "letak");
    app.comparing = { session, against, swapped, told: data, shown: "all", placed: false, current: first?.number ?? 0 };
    app.dialog = null;
    app.tell(null);
  } catch (error) {
    failed(error);
  }
}

export function swap(): void {
  if (app.comparing) void compareWith(app.comparing.session, app.comparing.against, !app.comparing.swapped);
}

/** Back to the form; to the place of a change, where one is meant. */
export function leaveComparing(change: Change | null = null): void {
  const { comparing } = app;
  app.comparing = null;
  const path = change && comparing ? formPlace(change, comparing) : null;
  if (path) app.go({ section: sectionOf(path), path });
  app.changed();
  if (path) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById("compare")?.focus(); // not taken from who went on
  });
}

/** The changes that are listed, as they are chosen. */
export function listed({ told, shown, placed }: Comparing): Change[] {
  return told.changes.filter((each) => (placed || each.class !== "letak") && (shown === "all" || each.class === shown));
}

/** F8 goes round. */
export function nextChange(by: number): void {
  const { comparing } = app;
  if (!comparing) return;
  const list = listed(comparing);
  const at = list.findIndex((each) => each.number === comparing.current);
  const next = list[(at + by + list.length) % list.length];
  if (next) showChange(next.number);
}

export function showChange(number: number): void {
  if (!app.comparing) return;
  app.comparing = { ...app.comparing, current: number };
  app.changed();
}

export async function saveChanges(format: "pdf" | "xlsx"): Promise<void> {
  const { comparing } = app;
  if (!comparing) return;
  try {
    const { session, against } = comparing;
    const [old, made] = sides(session, against, comparing.swapped);
    const { files, refusals } = await app.host.ask(
      "save_changes",
      { old, new: made, format, language: app.language },
      pictures(session, against),
    );
    if (refusals.length > 0) app.tell({ text: refused(against.label, refusals), kind: "fault" });
    for (const file of files) download(file.name, file.bytes as Uint8Array<ArrayBuffer>, file.mediaType);
  } catch (error) {
    failed(error);
  }
}

/** The changes become entries of `riwayat`, as `sopgen revise` writes them. */
export async function recordChanges(): Promise<void> {
  const { comparing } = app;
  if (!comparing || comparing.swapped) return;
  try {
    const { session, against } = comparing;
    const [old, made] = sides(session, against, false);
    const { data, refusals } = await app.host.ask(
      "revise",
      { old, new: made, today: today(), language: app.language },
      pictures(session, against),
    );
    if (refusals.length > 0) return app.tell({ text: refused(against.label, refusals), kind: "fault" });
    if (data.operations.length === 0) return app.tell({ text: word("nothingToRecord"), kind: "told" });
    app.comparing = null;
    app.show(session);
    app.go({ section: "riwayat", path: ["riwayat", 0, "revisi"] });
    const fault = await session.edit(data.operations, { section: "riwayat", path: ["riwayat"] });
    app.tell(
      fault
        ? { text: fault.message, kind: "fault" }
        : {
            text: word("recorded", data.number, data.changes),
            kind: "told",
            action: { label: word("undoIt"), run: () => app.undo() },
          },
    );
  } catch (error) {
    failed(error);
  }
}

function sides(session: Session, against: Version, swapped: boolean): [SpecDocument, SpecDocument] {
  return swapped ? [session.whole(), against.document] : [against.document, session.whole()];
}

function pictures(session: Session, against: Version): Blobs {
  return { ...against.logos, ...session.pictures() };
}

/** Where in the form the change is edited: the program's own paths go by the names of its values. */
function formPlace(change: Change, { session, swapped }: Comparing): Path | null {
  const path = (swapped ? change.old : change.new).path ?? null;
  if (path === null) return null;
  const [first, index, key] = path;
  if (first === "pelaksana" && typeof index === "number") {
    const lane = lanesOf(session.tree)[index];
    return lane ? ["pelaksana", lane.key] : ["pelaksana"];
  }
  if (first !== "kegiatan") return path;
  if (typeof index !== "number") return path;
  if (key === "arah") return ["kegiatan", index, "jenis"];
  return ["kegiatan", index, key ?? "uraian"];
}
