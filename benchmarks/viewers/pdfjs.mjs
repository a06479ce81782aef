// Opens PDFs in pdf.js and tells what it complains of: `node pdfjs.mjs FILE…`, after `npm install` here.
// Everything is read: operators, texts, tags, outline, attachments, form. The exit code is 1 if there is any warning.
import { readFileSync } from "node:fs";

const said = [];
for (const level of ["log", "warn", "error"]) {
  console[level] = (...words) => said.push(words.join(" "));
}
const { getDocument, VerbosityLevel, version } = await import("pdfjs-dist/legacy/build/pdf.mjs");
said.length = 0; // what Node lacks for drawing on a canvas is none of the files' fault

async function examine(path) {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(path)),
    verbosity: VerbosityLevel.WARNINGS,
    stopAtErrors: true,
    useSystemFonts: false,
  }).promise;
  let operators = 0;
  let letters = 0;
  let tags = 0;
  const count = (node) => (node?.children ?? []).reduce((sum, child) => sum + (child.role ? 1 : 0) + count(child), 0);
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    operators += (await page.getOperatorList()).fnArray.length;
    letters += (await page.getTextContent()).items.reduce((sum, item) => sum + item.str.length, 0);
    tags += count(await page.getStructTree());
    await page.getAnnotations();
  }
  const outline = await document.getOutline();
  const attached = Object.keys((await document.getAttachments()) ?? {});
  await document.getFieldObjects();
  await document.getMetadata();
  await document.destroy();
  return (
    `${document.numPages} pages, ${operators} operators, ${letters} letters, ${tags} tags, ` +
    `${outline?.length ?? 0} bookmarks, ${attached.length} attachments`
  );
}

let failed = false;
for (const path of process.argv.slice(2)) {
  const found = await examine(path).catch((error) => {
    said.push(`${error.name}: ${error.message}`);
    return "not read";
  });
  const complaints = said.splice(0);
  failed ||= complaints.length > 0;
  process.stdout.write(`${path}: pdf.js ${version}: ${found}; ${complaints.join("; ") || "no warnings"}\n`);
}
process.exit(failed ? 1 : 0);
