// The page: a spec's text on the left, its pages on the right, what is wrong below; everything follows every change.
import { Artist, WorkerHost } from "./engine/client";
import { ChangedFault, ServerHost } from "./engine/server";
import { Fault, type Blobs, type Diagnostic, type Drawing, type Host, type Language, type SpecDocument } from "./engine/types";
import { registerFonts } from "./fonts";
import { engineParts, part, unpackedText } from "./parts";
import { stageWord, word, type Word } from "./words";

const QUIET_MILLISECONDS = 60;
const NEW: SpecDocument = {
  name: "sop-baru.sop.yaml",
  bureau: null,
  text: `judul: Pengarsipan Dokumen
pelaksana:
  arsiparis: Arsiparis
kegiatan:
  - uraian: Menerima dokumen
    pelaksana: arsiparis
  - uraian: Menyimpan dokumen
    pelaksana: arsiparis
`,
};

let language: Language = "id";
let spec: SpecDocument = { ...NEW };
let shown: Drawing | null = null;
let timer = 0;
let folder: ServerHost | null = null;
/** The digest of the file in the folder as it was read or written last. */
let seen: string | null = null;
let kept = spec.text;
/** Pictures that were opened, by name: whichever of them the text names as its logo is drawn. */
const logos: Blobs = {};

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

const title = element("h1");
const file = element("input", { type: "file", multiple: true });
const openText = document.createTextNode("");
const open = element("label", { className: "button" }, openText, file);
const choice = element("select", { hidden: true });
const buttons = {
  save: element("button", { type: "button", hidden: true, disabled: true }),
  pdf: element("button", { type: "button", disabled: true }),
  xlsx: element("button", { type: "button", disabled: true }),
  form: element("button", { type: "button" }),
  spec: element("button", { type: "button" }),
  print: element("button", { type: "button" }),
  about: element("button", { type: "button" }),
  switch: element("button", { type: "button" }),
} satisfies Partial<Record<Word, HTMLButtonElement>>;
const editor = element("textarea", { id: "text", spellcheck: false, value: spec.text });
const heading = element("h2", { id: "findings" });
const list = element("ol");
const findings = element("section", { className: "findings" }, heading, list);
const desk = element("section", { className: "desk", tabIndex: 0 });
const state = element("span", { role: "status" });
/** What the last action came to; it stays until the next one, while `state` follows the drawing. */
const notice = element("strong", { role: "alert" });
const times = element("span");

function build(): void {
  findings.setAttribute("aria-labelledby", "findings");
  document.getElementById("page")?.append(
    element("header", {}, title, choice, open, ...Object.values(buttons)),
    element("main", {}, element("section", { className: "editor" }, editor, findings), desk),
    element("footer", {}, state, times, notice),
  );
}

function tell(): void {
  document.documentElement.lang = language;
  openText.data = word("open", language);
  for (const [name, button] of Object.entries(buttons)) button.textContent = word(name as Word, language);
  editor.setAttribute("aria-label", word("text", language));
  desk.setAttribute("aria-label", word("pages", language));
  title.textContent = `Meja SOP · ${spec.name}`;
  if (shown) showList(shown);
}

function host(): Host {
  const described = JSON.parse(part("host")) as { kind: "worker" } | { kind: "server"; token: string };
  if (described.kind === "server") {
    const server = new ServerHost(described.token);
    folder = server;
    queueMicrotask(() => {
      ready();
      void fillChoice(server);
    });
    return server;
  }
  const worker = new WorkerHost(part("worker"), engineParts(), {
    progress: ({ stage, done, of }) => {
      const count = `${done + 1} ${word("of", language)} ${of}`;
      state.textContent = `${word("preparing", language)}: ${stageWord(stage, language)}, ${count}`;
    },
    ready: () => ready(),
    broken: () => {
      notice.textContent = word("broken", language);
      worker.start();
    },
  });
  worker.start();
  return worker;
}

const engine = (build(), host());
const artist = new Artist(engine);

function ready(): void {
  void registerFonts(engine);
  draw();
}

async function fillChoice(server: ServerHost): Promise<void> {
  const specs = await server.list();
  const options = specs.map((each) =>
    element("option", { value: each.place }, each.title ? `${each.place}: ${each.title}` : each.place),
  );
  choice.replaceChildren(element("option", { value: "" }, word("choose", language)), ...options);
  choice.value = spec.place ?? "";
  choice.hidden = buttons.save.hidden = false;
}

choice.addEventListener("change", () => {
  if (folder && choice.value && (editor.value === kept || window.confirm(word("leave", language)))) {
    void openPlace(folder, choice.value).catch(fail);
  } else {
    choice.value = spec.place ?? "";
  }
});

async function openPlace(server: ServerHost, place: string): Promise<void> {
  const { bytes, digest } = await server.read(place);
  const { data, refusals } = await server.ask("open", { name: place, language }, { file: bytes });
  const refusal = refusals[0];
  if (refusal) {
    notice.textContent = `${refusal.message} ${refusal.remedy}`;
    choice.value = spec.place ?? "";
    return;
  }
  const name = place.split("/").at(-1) ?? place;
  seen = digest;
  take({ ...data.document, name, place });
}

/** Another document takes the place of the one that is edited. */
function take(taken: SpecDocument): void {
  notice.textContent = "";
  spec = taken;
  editor.value = kept = spec.text;
  if (spec.place === undefined) seen = null;
  choice.value = spec.place ?? "";
  buttons.save.disabled = spec.place === undefined;
  tell();
  draw();
}

async function saveInPlace(): Promise<void> {
  if (!folder || spec.place === undefined) return;
  const text = editor.value;
  notice.textContent = "";
  try {
    seen = await folder.write(spec.place, text, seen);
    kept = text;
    notice.textContent = word("saved", language);
  } catch (error) {
    if (!(error instanceof ChangedFault)) throw error;
    notice.textContent = word("changed", language);
  }
}

buttons.save.addEventListener("click", () => void saveInPlace().catch(fail));
window.addEventListener("beforeunload", (event) => {
  if (editor.value !== kept) event.preventDefault();
});

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
}

function draw(): void {
  spec = { ...spec, text: editor.value };
  const began = performance.now();
  state.textContent = word("drawing", language);
  artist.draw({ document: spec, today: today(), language }, logos, (drawing) => show(drawing, performance.now() - began), fail);
}

function fail(error: Error): void {
  notice.textContent = error instanceof Fault ? error.message : String(error);
}

function show(drawing: Drawing, milliseconds: number): void {
  shown = drawing;
  const refused = drawing.refusals.length > 0;
  desk.classList.toggle("stale", refused);
  buttons.pdf.disabled = buttons.xlsx.disabled = refused;
  state.textContent = word(refused ? "refused" : "following", language);
  times.textContent = `${Math.round(milliseconds)} ms`;
  if (!refused) {
    desk.replaceChildren(...drawing.pages.map((page) => sheet(page.svg, drawing, page.number, page.width, page.height)));
  }
  showList(drawing);
}

function sheet(svg: string, drawing: Drawing, number: number, width: number, height: number): HTMLElement {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const marks = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  marks.setAttribute("class", "marks");
  marks.setAttribute("viewBox", `0 0 ${width} ${height}`);
  marks.setAttribute("aria-hidden", "true");
  for (const finding of drawing.findings.filter((each) => each.page === number)) {
    for (const [x0, y0, x1, y1] of finding.rings) {
      const ring = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0, rx: 3.5 };
      for (const [name, value] of Object.entries(box)) ring.setAttribute(name, String(value));
      ring.setAttribute("class", finding.severity);
      marks.append(ring);
    }
  }
  const made = element("div", { className: "sheet" });
  made.append(document.adoptNode(parsed), marks);
  return made;
}

function showList(drawing: Drawing): void {
  const refused = drawing.refusals.length > 0;
  const told = refused ? drawing.refusals : drawing.findings;
  heading.textContent = told.length
    ? `${word(refused ? "errors" : "findings", language)} (${told.length})`
    : word("none", language);
  list.replaceChildren(...told.map(item));
}

function item(told: Diagnostic): HTMLElement {
  const place = told.step ? `${word("step", language)} ${told.step}` : told.line ? `${word("line", language)} ${told.line}` : "";
  const button = element(
    "button",
    { type: "button", onclick: () => goTo(told.line, told.column) },
    element("strong", { className: told.severity }, `${told.severity} ${told.code}`),
    ` ${place} ${told.message}`,
    element("small", {}, told.remedy),
  );
  return element("li", {}, button);
}

function goTo(line: number | null, column: number | null): void {
  if (!line) return;
  const before = editor.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const at = before + (column ?? 1) - 1;
  editor.focus();
  editor.setSelectionRange(at, at);
  const height = Number.parseFloat(getComputedStyle(editor).lineHeight);
  editor.scrollTop = Math.max(0, (line - 5) * height);
}

/** A click on the page leads to the text that is printed there. */
desk.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target.closest("[data-path]") : null;
  const path = target?.getAttribute("data-path");
  if (!path || !shown) return;
  const wanted = JSON.parse(path) as (string | number)[];
  for (let length = wanted.length; length > 0; length--) {
    const key = JSON.stringify(wanted.slice(0, length));
    const span = shown.spans.find(([each]) => JSON.stringify(each) === key);
    if (span) return goTo(span[1], span[2]);
  }
});

editor.addEventListener("input", () => {
  window.clearTimeout(timer);
  timer = window.setTimeout(draw, QUIET_MILLISECONDS);
});

file.addEventListener("change", () => {
  const chosen = [...(file.files ?? [])];
  file.value = "";
  void openFiles(chosen).catch(fail);
});

async function openFiles(chosen: File[]): Promise<void> {
  const pictures = chosen.filter((each) => each.type.startsWith("image/"));
  for (const each of pictures) logos[each.name] = new Uint8Array(await each.arrayBuffer());
  const first = chosen.find((each) => !pictures.includes(each));
  if (!first) draw();
  else if (editor.value === kept || window.confirm(word("leave", language))) await openFile(first);
}

async function openFile(chosen: File): Promise<void> {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const { data, refusals } = await engine.ask("open", { name: chosen.name, language }, { file: bytes });
  const refusal = refusals[0];
  if (refusal) {
    notice.textContent = `${refusal.message} ${refusal.remedy}`;
    return;
  }
  take(data.document);
}

function download(name: string, bytes: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  element("a", { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function save(format: "pdf" | "xlsx" | "form"): Promise<void> {
  const { files, refusals } = await engine.ask("save", { document: spec, format, language }, logos);
  notice.textContent = refusals[0]?.message ?? "";
  for (const each of files) download(each.name, each.bytes as Uint8Array<ArrayBuffer>, each.mediaType);
}

buttons.pdf.addEventListener("click", () => void save("pdf").catch(fail));
buttons.xlsx.addEventListener("click", () => void save("xlsx").catch(fail));
buttons.form.addEventListener("click", () => void save("form").catch(fail));
buttons.spec.addEventListener("click", () => {
  kept = editor.value;
  download(spec.name, editor.value, "application/yaml");
});
buttons.print.addEventListener("click", () => window.print());
buttons.switch.addEventListener("click", () => {
  language = language === "id" ? "en" : "id";
  tell();
  draw();
});
buttons.about.addEventListener("click", () => {
  const close = element("button", { type: "button", textContent: word("close", language) });
  const text = element("pre", { tabIndex: 0 });
  const dialog = element("dialog", {}, close, text);
  dialog.setAttribute("aria-label", word("about", language));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  void (folder ? version() : unpackedText("licences")).then((told) => (text.textContent = told), fail);
});

async function version(): Promise<string> {
  const { data } = await engine.ask("about", {});
  return `sopgen ${data.version}, Python ${data.python}`;
}

tell();
