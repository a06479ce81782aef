// How the engine's parts are kept in the page: base64 of what xz packed, some of them archives of files in a row.
import { XzReadableStream } from "xz-decompress";

const END = 0x06054b50;
const END_LENGTH = 22;

/** By the browser where it can, which takes a tenth of the time. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> }).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** A part as tools/build_page.py squeezed it. */
export async function unpacked(part: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new XzReadableStream(new Blob([fromBase64(part)]).stream());
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export interface Stored {
  name: string;
  /** A view of the archive: nothing is copied. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** The files of a ZIP without compression and comment, as web/pack.py writes it. */
export function storedIn(archive: Uint8Array<ArrayBuffer>): Stored[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - END_LENGTH;
  if (view.getUint32(end, true) !== END) throw new Error("the archive has no end");
  const names = new TextDecoder();
  const found: Stored[] = [];
  for (let at = view.getUint32(end + 16, true); at < end;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((each) => view.getUint16(at + each, true)) as Lengths;
    const head = view.getUint32(at + 42, true);
    const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    found.push({
      name: names.decode(archive.subarray(at + 46, at + 46 + nameLength)),
      bytes: archive.subarray(from, from + view.getUint32(at + 24, true)),
    });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

type Lengths = [number, number, number];
