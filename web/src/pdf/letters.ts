// A page's characters → a tape, thirteen numbers each, as browser.py takes it apart.
import { TooMuch, type Bounds } from "./bounds";
import type { Library } from "./library";
import { Tape } from "./tape";

const ENDS = new Set([10, 13]);

export class Letters {
  constructor(
    private readonly pdfium: Library,
    private readonly bounds: Bounds,
  ) {}

  /** Code, key of its text; left, bottom, right, top; where it stands; angle, size; whether it is stretched, and how. */
  read(text: number): Tape {
    const { pdfium } = this;
    const count = pdfium.call("FPDFText_CountChars", text);
    if (count > this.bounds.characters) throw new TooMuch();
    const place = pdfium.room(64);
    const tape = new Tape();
    for (let number = 0; number < count; number++) {
      const code = pdfium.call("FPDFText_GetUnicode", text, number) >>> 0;
      if (pdfium.call("FPDFText_IsGenerated", text, number) === 1 || ENDS.has(code)) continue;
      if (!pdfium.call("FPDFText_GetLooseCharBox", text, number, place)) continue;
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(pdfium.memory(), place, 4);
      pdfium.call("FPDFText_GetCharOrigin", text, number, place, place + 8);
      const [x = 0, y = 0] = new Float64Array(pdfium.memory(), place, 2);
      const angle = pdfium.call("FPDFText_GetCharAngle", text, number);
      const size = pdfium.call("FPDFText_GetFontSize", text, number);
      const stretched = pdfium.call("FPDFText_GetMatrix", text, number, place) ? 1 : 0;
      const [, , c = 0, d = 0] = new Float32Array(pdfium.memory(), place, 4);
      const key = pdfium.call("FPDFText_GetTextObject", text, number);
      for (const each of [code, key, left, bottom, right, top, x, y, angle, size, stretched, c, d]) tape.put(each);
    }
    pdfium.call("free", place);
    return tape;
  }
}
