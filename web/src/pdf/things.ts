// A page's objects and those of the forms in it, in the painter's order → a tape, as browser.py takes it apart.
import { TooMuch, type Bounds } from "./bounds";
import type { Library } from "./library";
import type { Tape } from "./tape";

const TEXT = 1;
const PATH = 2;
const FORM = 5;
const LEAST_COVER = 8;
const NO_LETTER = 4;
const ACTUAL_TEXT = new TextEncoder().encode("ActualText\0");

export class Things {
  /** The names of fonts, by the numbers that texts tell. */
  readonly fonts: string[] = [];
  private readonly known = new Map<number, number>();
  private readonly place: number;
  private readonly buffer: number;
  private readonly key: number;
  private objects = 0;
  private points = 0;
  private clipped: number;

  constructor(
    private readonly pdfium: Library,
    private readonly text: number,
    private readonly bounds: Bounds,
    private readonly tape: Tape,
  ) {
    this.clipped = bounds.clipped;
    this.place = pdfium.room(64);
    this.buffer = pdfium.room(bounds.longest);
    this.key = pdfium.room(ACTUAL_TEXT.length);
    new Uint8Array(pdfium.memory()).set(ACTUAL_TEXT, this.key);
  }

  /** How many there are, then each. */
  read(page: number): void {
    this.all("FPDFPage_GetObject", page, this.pdfium.call("FPDFPage_CountObjects", page), 0);
  }

  private all(get: string, holder: number, count: number, depth: number): void {
    this.tape.put(count);
    for (let number = 0; number < count; number++) {
      if (++this.objects > this.bounds.objects) throw new TooMuch();
      this.thing(this.pdfium.call(get, holder, number), depth);
    }
  }

  private thing(thing: number, depth: number): void {
    const { pdfium, tape } = this;
    const kind = pdfium.call("FPDFPageObj_GetType", thing);
    const opened = kind === FORM && depth < this.bounds.depth;
    tape.put(kind);
    tape.put(opened ? 1 : 0);
    this.floats(pdfium.call("FPDFPageObj_GetMatrix", thing, this.place), 6);
    if (opened) {
      this.all("FPDFFormObj_GetObject", thing, pdfium.call("FPDFFormObj_CountObjects", thing), depth + 1);
      return;
    }
    const { place } = this;
    this.floats(pdfium.call("FPDFPageObj_GetBounds", thing, place, place + 4, place + 8, place + 12), 4);
    if (kind === FORM) tape.put(0);
    else this.clips(thing);
    if (kind === PATH) this.drawn(thing);
    if (kind === TEXT) this.written(thing);
  }

  /** 1 and what stands at the place, or 0. */
  private floats(known: number, count: number): void {
    this.tape.put(known ? 1 : 0);
    if (known) for (const each of new Float32Array(this.pdfium.memory(), this.place, count)) this.tape.put(each);
  }

  private clips(thing: number): void {
    const { pdfium, tape, bounds } = this;
    const clip = pdfium.call("FPDFPageObj_GetClipPath", thing);
    const count = clip ? Math.min(pdfium.call("FPDFClipPath_CountPaths", clip), bounds.clips) : 0;
    tape.put(Math.max(count, 0));
    for (let number = 0; number < count; number++) {
      const points = pdfium.call("FPDFClipPath_CountPathSegments", clip, number);
      this.clipped -= Math.max(points, 0);
      const seen = points > 0 && points <= bounds.clipPoints && this.clipped > 0 ? points : 0;
      tape.put(seen);
      for (let at = 0; at < seen; at++) this.point(pdfium.call("FPDFClipPath_GetPathSegment", clip, number, at));
    }
  }

  private point(segment: number): void {
    this.pdfium.call("FPDFPathSegment_GetPoint", segment, this.place, this.place + 4);
    for (const each of new Float32Array(this.pdfium.memory(), this.place, 2)) this.tape.put(each);
  }

  /** 1 and its paints, width and segments; 0 where nothing is seen of it. */
  private drawn(thing: number): void {
    const { pdfium, tape, place } = this;
    const told = pdfium.call("FPDFPath_GetDrawMode", thing, place, place + 4);
    const [fills = 0, strokes = 0] = told ? new Int32Array(pdfium.memory(), place, 2) : [];
    const fill = fills ? this.colour("FPDFPageObj_GetFillColor", thing) : null;
    const stroke = strokes ? this.colour("FPDFPageObj_GetStrokeColor", thing) : null;
    tape.put(fill || stroke ? 1 : 0);
    if (!fill && !stroke) return;
    for (const colour of [fill, stroke]) {
      tape.put(colour ? 1 : 0);
      for (const each of colour ?? []) tape.put(each);
    }
    new Float32Array(pdfium.memory(), place, 1)[0] = 1;
    pdfium.call("FPDFPageObj_GetStrokeWidth", thing, place);
    tape.put(new Float32Array(pdfium.memory(), place, 1)[0] ?? 1);
    this.segments(thing);
  }

  private colour(ask: string, thing: number): number[] | null {
    const { pdfium, place } = this;
    if (!pdfium.call(ask, thing, place, place + 4, place + 8, place + 12)) return null;
    const found = [...new Uint32Array(pdfium.memory(), place, 4)];
    return (found[3] ?? 0) < LEAST_COVER ? null : found;
  }

  private segments(thing: number): void {
    const { pdfium, tape } = this;
    const count = Math.max(pdfium.call("FPDFPath_CountSegments", thing), 0);
    this.points += count;
    if (this.points > this.bounds.points) throw new TooMuch();
    tape.put(count);
    for (let number = 0; number < count; number++) {
      const segment = pdfium.call("FPDFPath_GetPathSegment", thing, number);
      tape.put(pdfium.call("FPDFPathSegment_GetType", segment));
      this.point(segment);
      tape.put(pdfium.call("FPDFPathSegment_GetClose", segment) ? 1 : 0);
    }
  }

  /** Its key, its font's number, its size, whether it says a letter, and what its marks say, each with its length. */
  private written(thing: number): void {
    const { pdfium, tape, place } = this;
    tape.put(thing);
    tape.put(this.font(thing));
    const sized = pdfium.call("FPDFTextObj_GetFontSize", thing, place);
    tape.put(sized ? (new Float32Array(pdfium.memory(), place, 1)[0] ?? 1) : 1);
    const meanings = this.meanings(thing);
    const says = meanings.length > 0 && pdfium.call("FPDFTextObj_GetText", thing, this.text, 0, 0) > NO_LETTER;
    tape.put(says ? 1 : 0);
    tape.put(meanings.length);
    for (const meaning of meanings) {
      tape.put(meaning.length);
      for (const each of meaning) tape.put(each);
    }
  }

  private font(thing: number): number {
    const { pdfium, buffer, bounds } = this;
    const font = pdfium.call("FPDFTextObj_GetFont", thing);
    const known = this.known.get(font);
    if (known !== undefined) return known;
    const count = font ? pdfium.call("FPDFFont_GetBaseFontName", font, buffer, bounds.longest) : 0;
    const letters = count > 0 && count <= bounds.longest ? new Uint8Array(pdfium.memory(), buffer, count - 1) : [];
    this.known.set(font, this.fonts.length);
    this.fonts.push(String.fromCharCode(...letters));
    return this.fonts.length - 1;
  }

  private meanings(thing: number): Uint8Array[] {
    const { pdfium, buffer, place, bounds } = this;
    const found: Uint8Array[] = [];
    const count = pdfium.call("FPDFPageObj_CountMarks", thing);
    for (let number = 0; number < count; number++) {
      const mark = pdfium.call("FPDFPageObj_GetMark", thing, number);
      if (!pdfium.call("FPDFPageObjMark_GetParamBlobValue", mark, this.key, buffer, bounds.longest, place)) continue;
      const [length = 0] = new Uint32Array(pdfium.memory(), place, 1);
      if (length <= bounds.longest) found.push(new Uint8Array(pdfium.memory(), buffer, length).slice());
    }
    return found;
  }
}
