// The parts that tools/build_page.py put into the page.
import { fromBase64 } from "./engine/archive";
import type { Parts } from "./engine/messages";

export function part(name: string): string {
  const element = document.getElementById(`part-${name}`);
  if (!element) throw new Error(`the page lacks its part ${name}`);
  return element.textContent;
}

export function engineParts(): Parts {
  return {
    wasm: part("wasm"),
    loader: part("loader"),
    library: part("library"),
    engine: part("engine"),
    pdfium: part("pdfium"),
  };
}

/** Packed text, unpacked. */
export async function unpackedText(name: string): Promise<string> {
  const stream = new Blob([fromBase64(part(name))]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
