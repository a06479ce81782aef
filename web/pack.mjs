// Wheels and sopgen's sources in, one archive of compiled modules out, and one of Python's own library:
// node pack.mjs ENGINE LIBRARY SOURCES WHEEL…
// Compiled by the very Python that will run them. No time, no path and no order of the disk gets into it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const [engine, library, sources, ...wheels] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdir("/pack");
const own = fileURLToPath(new URL("node_modules/pyodide/python_stdlib.zip", import.meta.url));
for (const path of [own, sources, ...wheels]) {
  python.FS.writeFile(`/pack/${basename(path)}`, readFileSync(path));
}
python.globals.set("names", python.toPy([sources, ...wheels].map((path) => basename(path))));
python.runPython(readFileSync(new URL("pack.py", import.meta.url), "utf8"));
writeFileSync(engine, python.FS.readFile("/pack/engine.zip"));
writeFileSync(library, python.FS.readFile("/pack/library.zip"));
