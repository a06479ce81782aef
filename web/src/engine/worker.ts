// Python in a worker: started from the parts that the page holds, without a request, then answering the desk's questions.
import { loadPyodide, type PyodideInterface } from "pyodide";
import { storedIn, unpacked } from "./archive";
import { PdfFile } from "../pdf/file";
import type { FromWorker, Parts, Stage, ToWorker } from "./messages";
import type { Blobs } from "./types";

const HOME = "https://meja.invalid/";
const SITE = "/lib/python3.14/site-packages";
const WIRE = `
from sopgen.desk.wire import reply
def ask(question, data, blobs):
    told = reply(question, data, {name: bytes(blob) for name, blob in blobs.to_py().items()})
    return told.text, [bytearray(blob) for blob in told.blobs]
ask
`;

type Answer = { get: ((index: 0) => string) & ((index: 1) => PyBlobs); destroy: () => void };
type PyBlobs = { toJs: () => Uint8Array[]; destroy: () => void };
/** Files in memory; `canOwn` takes the bytes as they lie. */
interface Files {
  mkdirTree: (path: string) => void;
  writeFile: (path: string, bytes: Uint8Array, options: { canOwn: boolean }) => void;
}
type Ask = (question: string, data: string, blobs: Blobs) => Answer;

const scope = globalThis as unknown as {
  postMessage: (message: FromWorker, transfer?: Transferable[]) => void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  fetch: (input: string | URL | Request) => Promise<Response>;
};

let ask: Ask | null = null;
/** Names PDFium for Python, once. */
let bringPdfium: (() => Promise<void>) | null = null;

scope.onmessage = (event) => {
  const message = event.data;
  if (message.kind === "start") {
    start(message.parts).catch((error: unknown) => scope.postMessage({ kind: "broken", what: String(error) }));
  } else {
    void reply(message.id, message.question, message.data, message.blobs);
  }
};

async function start(parts: Parts): Promise<void> {
  const began = performance.now();
  stage("unpack");
  const [wasm, loader, library, engine] = await Promise.all(
    [parts.wasm, parts.loader, parts.library, parts.engine].map(unpacked),
  );
  if (!wasm || !loader || !library || !engine) throw new Error("a part is missing");
  // Pyodide fetches its parts by name; they are here, and nothing else is to be had.
  const answer = (input: RequestInfo | URL): Response => {
    const name = String(input instanceof Request ? input.url : input);
    if (name.endsWith(".wasm")) return served(wasm, "application/wasm");
    if (name.endsWith(".zip")) return served(library, "application/zip");
    throw new TypeError(`nothing is fetched: ${name}`);
  };
  scope.fetch = (input) => Promise.resolve(input).then(answer);
  stage("python");
  const address = URL.createObjectURL(new Blob([loader], { type: "text/javascript" }));
  const module = (await import(/* @vite-ignore */ address)) as { default: never };
  const python = await loadPyodide({
    indexURL: HOME,
    stdLibURL: `${HOME}python_stdlib.zip`,
    lockFileContents: { info: LOCK_INFO, packages: {} } as never,
    packageBaseUrl: HOME,
    createPyodideModule: module.default,
  });
  URL.revokeObjectURL(address);
  stage("library");
  const files = python.FS as Files;
  for (const { name, bytes } of storedIn(engine)) {
    files.mkdirTree(`${SITE}/${name.slice(0, Math.max(0, name.lastIndexOf("/")))}`);
    files.writeFile(`${SITE}/${name}`, bytes, { canOwn: true });
  }
  stage("program");
  python.runPython("import importlib; importlib.invalidate_caches()");
  ask = python.runPython(WIRE) as Ask;
  let brought: Promise<void> | null = null;
  bringPdfium = () => (brought ??= bring(python, parts.pdfium));
  stage("warm");
  warm(python);
  scope.postMessage({ kind: "ready", milliseconds: performance.now() - began });
}

const LOCK_INFO = {
  abi_version: "2026_0",
  arch: "wasm32",
  platform: "emscripten_5_0_3",
  python: "3.14.2",
  version: "0",
};

/** What the first drawing would otherwise wait for. */
function warm(python: PyodideInterface): void {
  python.runPython("import sopgen.desk.drawing, sopgen.layout, sopgen.render.svg.drawing, sopgen.rules");
}

/** As sopgen/drawn/pdf/browser.py looks for it. */
async function bring(python: PyodideInterface, part: string): Promise<void> {
  const module = await WebAssembly.compile(await unpacked(part));
  const open = (data: never, bounds: string): unknown => PdfFile.open(module, data, bounds);
  python.registerJsModule("meja_pdfium", { open });
}

/** By its first bytes, as sopgen/drawn/files.py tells it. */
function isPdf(bytes: Uint8Array | undefined): boolean {
  return new TextDecoder("latin1").decode(bytes?.subarray(0, 1024)).includes("%PDF-");
}

function stage(reached: Stage): void {
  scope.postMessage({ kind: "stage", stage: reached });
}

function served(bytes: Uint8Array<ArrayBuffer>, type: string): Response {
  return new Response(bytes, { headers: { "Content-Type": type } });
}

async function reply(id: number, question: string, data: string, blobs: Blobs): Promise<void> {
  if (!ask) {
    scope.postMessage({ kind: "reply", id, text: JSON.stringify({ fault: "not ready" }), blobs: [] });
    return;
  }
  try {
    if (question === "import" && isPdf(blobs["file"])) await bringPdfium?.();
    const answer = ask(question, data, blobs);
    const list = answer.get(1);
    const files = list.toJs();
    const text = answer.get(0);
    list.destroy();
    answer.destroy();
    scope.postMessage(
      { kind: "reply", id, text, blobs: files },
      files.map((file) => file.buffer as ArrayBuffer),
    );
  } catch (error) {
    scope.postMessage({ kind: "broken", what: String(error) });
  }
}
