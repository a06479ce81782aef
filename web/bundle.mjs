// Sources in, two scripts out: node bundle.mjs FOLDER. The page's own, and the worker's that holds Python.
import { build } from "esbuild";

const [folder] = process.argv.slice(2);
const result = await build({
  entryPoints: { page: "src/page.tsx", worker: "src/engine/worker.ts" },
  absWorkingDir: import.meta.dirname,
  outdir: folder,
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".woff2": "dataurl" },
  legalComments: "inline",
  // Pyodide asks where it stands only when it is not told: here it is.
  define: { "import.meta.url": "'https://meja.invalid/'" },
  external: ["node:*", "ws"],
  logLevel: "warning",
});
if (result.warnings.length > 0) process.exit(1);
