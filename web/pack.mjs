// Wheels and sopgen's sources in, one archive of compiled modules out: node pack.mjs OUT SOURCES WHEEL…
// Compiled by the very Python that will run them. No time, no path and no order of the disk gets into it.
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { loadPyodide } from "pyodide";

const [out, sources, ...wheels] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.mkdir("/pack");
for (const path of [sources, ...wheels]) {
  python.FS.writeFile(`/pack/${basename(path)}`, readFileSync(path));
}
python.globals.set("names", python.toPy([sources, ...wheels].map((path) => basename(path))));
python.runPython(readFileSync(new URL("pack.py", import.meta.url), "utf8"));
writeFileSync(out, python.FS.readFile("/pack/engine.zip"));
