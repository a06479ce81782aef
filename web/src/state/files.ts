// Files in and out: opened by dialogue or dropped, saved in place where the browser can, else downloaded.
import { ChangedFault, type ServerHost } from "../engine/server";
import { Fault, type Diagnostic, type Origin, type SpecDocument } from "../engine/types";
import { fromWire, type Tree } from "../spec/tree";
import { clock, day, plainly, word } from "../words";
import { app } from "./instance";
import { pngOf } from "./png";
import { fileOf, rememberFile, type Recent } from "./recent";
import { today, type Session } from "./session";

/** Papers of a service beside its SOP. */
export type ServicePaper = "publik" | "gambar" | "gambar-a3" | "standar" | "maklumat" | "selebaran";
export const SERVICE_PAPERS: readonly ServicePaper[] = [
  "publik",
  "gambar",
  "gambar-a3",
  "standar",
  "maklumat",
  "selebaran",
];
export type Output = "pdf" | "draft" | "xlsx" | "form" | "svg" | "png" | "sheet" | ServicePaper;

const PICTURE = /\.(png|jpe?g)$/i;
/** What may hold an SOP that somebody drew by hand. */
const OLD = /\.(xls[xm]?|pdf|docx?|od[st])$/i;
const SPEC = /\.ya?ml$/i;
const FORM = /\.form\.xlsx$/i;
const BUREAU = /^sopgen\.ya?ml$/i;

export async function openDialog(): Promise<void> {
  if (window.showOpenFilePicker) {
    try {
      const handles = await window.showOpenFilePicker({ multiple: true });
      for (const handle of handles) await openFiles([await handle.getFile()], handle);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) failed(error);
    }
    return;
  }
  fileInput().click();
}

let input: HTMLInputElement | null = null;

/** For browsers without the File System Access API, and for tests. */
export function fileInput(): HTMLInputElement {
  if (input) return input;
  input = Object.assign(document.createElement("input"), {
    type: "file",
    multiple: true,
    hidden: true,
    id: "open-files",
  });
  input.addEventListener("change", () => {
    const chosen = [...(input?.files ?? [])];
    if (input) input.value = "";
    void openFiles(chosen);
  });
  document.body.append(input);
  return input;
}

/** Several at once, each in a tab; pictures and a sopgen.yaml go with the specs among them, or are kept for the bureau. */
export async function openFiles(files: File[], handle: FileSystemFileHandle | null = null): Promise<void> {
  try {
    const pictures = files.filter((file) => PICTURE.test(file.name));
    const defaults = files.find((file) => BUREAU.test(file.name));
    const specs = files.filter((file) => !PICTURE.test(file.name) && !BUREAU.test(file.name));
    const logos = Object.fromEntries(
      await Promise.all(pictures.map(async (file): Promise<[string, Uint8Array]> => [file.name, await bytesOf(file)])),
    );
    const bureau = defaults ? await defaults.text() : null;
    for (const file of specs) await openOne(file, handle, logos, bureau);
    if (specs.length > 0) return;
    if (bureau !== null) {
      await app.bureau.setDefaults(bureau);
      app.tell({ text: word("bureauKept"), kind: "told" });
    }
    for (const [name, bytes] of Object.entries(logos)) {
      if (app.current) {
        app.current.logos = { ...app.current.logos, [name]: bytes };
        app.current.draw();
        app.around.edited(app.current);
      } else await app.bureau.addLogo(name, bytes);
    }
    app.changed();
  } catch (error) {
    failed(error);
  }
}

/** An SOP of a file, and where it was read from if somebody drew it by hand. */
interface Read {
  document: SpecDocument;
  origin: Origin | null;
}

/** A spec as it stands; what a finished document or a form holds; what was drawn by hand in an old file. */
export async function readDocuments(file: File): Promise<{ documents: Read[]; refusals: Diagnostic[] }> {
  const bytes = await bytesOf(file);
  const { data, refusals } = await app.host.ask("open", { name: file.name, language: app.language }, { file: bytes });
  if (refusals.length === 0) {
    const name = SPEC.test(file.name) ? file.name : data.document.name;
    return { documents: [{ document: { ...data.document, name }, origin: null }], refusals };
  }
  if (!OLD.test(file.name) || FORM.test(file.name)) return { documents: [], refusals };
  const old = await app.host.ask("import", { name: file.name, language: app.language }, { file: bytes });
  if (old.refusals.length === 0)
    return {
      documents: old.data.sops.map(({ document, doubts, counts, originals }) => ({
        document,
        origin: { doubts, counts, originals },
      })),
      refusals: [],
    };
  // Any workbook may be a form with faults: where nothing is drawn in it, its cells are what is told.
  return { documents: [], refusals: refusals.some((each) => each.cell !== null) ? refusals : old.refusals };
}

/** Why a file gave no SOP, in a line. */
export function refused(name: string, refusals: Diagnostic[]): string {
  const places = refusals
    .slice(0, 3)
    .map((each) => `${each.cell ? `${each.sheet ?? ""}!${each.cell}: ` : ""}${each.message}`);
  return `${name}: ${places.join(" ")} ${refusals[0]?.remedy ?? ""}`;
}

async function openOne(
  file: File,
  handle: FileSystemFileHandle | null,
  logos: Record<string, Uint8Array>,
  bureau: string | null,
): Promise<void> {
  if (app.engine.kind !== "ready") app.tell({ text: word("opensSoon", file.name), kind: "told" });
  const { documents, refusals } = await readDocuments(file);
  if (documents.length === 0) return app.tell({ text: refused(file.name, refusals), kind: "fault" });
  const isSpec = SPEC.test(file.name);
  for (const { document, origin } of documents) {
    const whole = { ...document, bureau: bureau ?? document.bureau };
    const session = await openDocument(
      whole,
      origin
        ? { origin }
        : { savedText: isSpec ? document.text : null, savedAt: null, logos, handle: isSpec ? handle : null },
    );
    if (!app.folder) await rememberFile(file.name, whole, session.tree, { logos, handle });
  }
  app.tell(null);
}

/** As the file stands now; where that cannot be read, as it was when it was opened last. */
export async function reopen(recent: Recent): Promise<void> {
  const { document, logos, handle, name, time } = recent;
  try {
    const file = await fileOf(recent);
    if (file) return await openOne(file, handle, logos, null);
    await openDocument(document, { logos });
    app.tell({ text: word("openedCopy", name, day(new Date(time))), kind: "told" });
  } catch (error) {
    failed(error);
  }
}

/** One file, chosen by a dialogue; null where none was. */
export async function pickFile(): Promise<File | null> {
  if (window.showOpenFilePicker) {
    try {
      const [handle] = await window.showOpenFilePicker();
      return handle ? await handle.getFile() : null;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return null;
      throw error;
    }
  }
  const chooser = Object.assign(document.createElement("input"), { type: "file" });
  return new Promise((resolve) => {
    chooser.addEventListener("change", () => resolve(chooser.files?.[0] ?? null));
    chooser.addEventListener("cancel", () => resolve(null));
    chooser.click();
  });
}

export async function openDocument(
  document: SpecDocument,
  more: Partial<Pick<Session, "digest" | "handle" | "savedText" | "savedAt" | "logos" | "origin">>,
): Promise<Session> {
  const { data, refusals } = await app.host.ask("read", { text: document.text });
  const readable = refusals.length === 0 && data.data !== null;
  const tree: Tree = readable ? fromWire(data.data) : new Map();
  const session = app.open(document, tree, more);
  session.readable = readable;
  app.setSection(readable ? "kegiatan" : "yaml");
  return session;
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

export function failed(error: unknown): void {
  app.tell({ text: error instanceof Fault ? error.message : String(error), kind: "fault" });
}

/** In place: the folder's file, the file that was opened, or one that is chosen now; else downloaded. */
export async function saveSpec(decided: "theirs" | "ours" | null = null): Promise<void> {
  const session = app.current;
  if (!session) return;
  session.takeName();
  try {
    if (app.folder && session.handle === null) await saveInFolder(session, decided);
    else if (window.showSaveFilePicker) await saveByHandle(session);
    else {
      download(session.document.name, session.text, "application/yaml");
      saved(session);
      app.tell({ text: word("downloaded", session.document.name, clock(new Date())), kind: "told" });
    }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) failed(error);
  }
}

async function saveInFolder(session: Session, decided: "theirs" | "ours" | null): Promise<void> {
  const { folder } = app;
  if (!folder) return;
  const place = session.document.place;
  if (place === undefined) {
    const kept = await writtenAnew(folder, session);
    session.digest = kept.digest;
    session.document = { ...session.document, name: kept.place, place: kept.place };
    return saved(session);
  }
  if (decided !== null) {
    const { bytes, digest } = await folder.read(place);
    session.digest = digest;
    session.changedOutside = false;
    if (decided === "theirs") {
      const text = new TextDecoder().decode(bytes);
      session.replaceAll(text);
      return saved(session);
    }
  }
  const text = session.text;
  try {
    session.digest = await folder.write(place, text, session.digest);
    saved(session, text);
  } catch (error) {
    if (!(error instanceof ChangedFault)) throw error;
    session.changedOutside = true;
    app.changed();
  }
}

/** What is not in the folder yet gets a file there, by a name that nothing has. */
async function writtenAnew(folder: ServerHost, session: Session): Promise<{ place: string; digest: string }> {
  const stem = session.document.name.replace(/\.sop\.ya?ml$/i, "");
  for (let count = 1; ; count++) {
    const place = `${stem}${count === 1 ? "" : `-${count}`}.sop.yaml`;
    try {
      return { place, digest: await folder.write(place, session.text, null) };
    } catch (error) {
      if (!(error instanceof ChangedFault)) throw error;
    }
  }
}

async function saveByHandle(session: Session): Promise<void> {
  session.handle ??= (await window.showSaveFilePicker?.({ suggestedName: session.document.name })) ?? null;
  if (!session.handle) return;
  const text = session.text;
  const stands = await session.handle.getFile().then(
    (file) => file.text(),
    () => "",
  );
  if (
    session.savedText !== null &&
    stands !== "" &&
    stands !== session.savedText &&
    !window.confirm(word("overwriteChanged", session.handle.name))
  )
    return;
  const writer = await session.handle.createWritable();
  await writer.write(text);
  await writer.close();
  session.document = { ...session.document, name: session.handle.name };
  saved(session, text);
}

function saved(session: Session, text = session.text): void {
  session.savedText = text;
  session.savedAt = new Date();
  app.around.edited(session);
  app.changed();
}

export function saveCopy(): void {
  const session = app.current;
  session?.takeName();
  if (session) download(session.document.name, session.text, "application/yaml");
}

export async function saveOutput(kind: Output): Promise<void> {
  const session = app.current;
  if (!session) return;
  session.takeName();
  try {
    const document = session.whole();
    const format = kind === "draft" ? "pdf" : kind === "png" ? "svg" : kind;
    const { files, refusals } = await app.host.ask(
      "save",
      { document, format, language: app.language, konsep: kind === "draft", today: today() },
      session.pictures(),
    );
    const [refusal] = refusals;
    if (refusal) {
      app.tell({ text: plainly(`${refusal.message} ${refusal.remedy}`), kind: "fault" });
      return;
    }
    for (const file of files) {
      if (kind === "png") download(file.name.replace(/\.svg$/, ".png"), await pngOf(file.bytes), "image/png");
      else download(file.name, file.bytes as Uint8Array<ArrayBuffer>, file.mediaType);
    }
    app.tell({ text: word("downloaded", files.map((file) => file.name).join(", "), clock(new Date())), kind: "told" });
  } catch (error) {
    failed(error);
  }
}

export function download(name: string, bytes: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Dropped anywhere on the page. */
export function takeDrops(): void {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void openFiles(files);
  });
}
