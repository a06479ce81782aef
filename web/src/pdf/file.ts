// A PDF file opened: the twin of sopgen/drawn/pdf/pdfium.py, which says what is asked; browser.py reads the answers.
import { Letters } from "./letters";
import { library, type Library } from "./library";
import { TooMuch, type Bounds, type Why } from "./bounds";
import { Tape } from "./tape";
import { Things } from "./things";

const PASSWORD = 4;
const FLATTENED = 1;
/** Link, pop-up and text: notes that draw nothing upon the page. */
const SILENT_NOTES = new Set([2, 16, 1]);
const GREY = 1;
const WITH_NOTES_IN_GREY = 1 | 8;
const WHITE = 0xffffffff;
const FRONT = 4 * 4;

/** A page: its contents, its letters, and the names of fonts as JSON. */
type Page = [Float64Array, Float64Array, string];
type Picture = [number, number, Uint8Array];
interface PyBytes {
  toJs: () => Uint8Array;
}

/** Every file has a library of its own: what breaks it is gone with it. A text says why something was not opened. */
export class PdfFile {
  private constructor(
    private readonly pdfium: Library,
    private readonly document: number,
    private readonly bounds: Bounds,
  ) {}

  /** `bounds`: those of sopgen/drawn/pdf/contents.py, as JSON. */
  static open(module: WebAssembly.Module, data: PyBytes, bounds: string): PdfFile | Why {
    return told(() => {
      const pdfium = library(module);
      const bytes = data.toJs();
      const place = pdfium.room(bytes.length);
      new Uint8Array(pdfium.memory()).set(bytes, place);
      const document = pdfium.call("FPDF_LoadMemDocument64", place, bytes.length, 0);
      if (document !== 0 && pdfium.call("FPDF_GetPageCount", document) > 0)
        return new PdfFile(pdfium, document, JSON.parse(bounds) as Bounds);
      return pdfium.call("FPDF_GetLastError") === PASSWORD ? "locked" : "broken";
    });
  }

  count(): number {
    return this.pdfium.call("FPDF_GetPageCount", this.document);
  }

  page(number: number): Page | Why {
    return told(() => {
      const { pdfium } = this;
      let page = this.loaded(number);
      if (page && this.hasNotes(page) && pdfium.call("FPDFPage_Flatten", page, 0) === FLATTENED) {
        pdfium.call("FPDF_ClosePage", page);
        page = this.loaded(number);
      }
      const text = page && pdfium.call("FPDFText_LoadPage", page);
      if (!page || !text) return "broken";
      const place = pdfium.room(FRONT);
      const turned = pdfium.call("FPDFPage_GetRotation", page);
      if (!pdfium.call("FPDF_GetPageBoundingBox", page, place) || turned < 0) return "broken";
      const tape = new Tape();
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(pdfium.memory(), place, 4);
      for (const each of [left, bottom, right, top, 90 * turned]) tape.put(each);
      const things = new Things(pdfium, text, this.bounds, tape);
      things.read(page);
      const letters = new Letters(pdfium, this.bounds).read(text);
      pdfium.call("free", place);
      pdfium.call("FPDFText_ClosePage", text);
      pdfium.call("FPDF_ClosePage", page);
      return [tape.all(), letters.all(), JSON.stringify(things.fonts)];
    });
  }

  /** A page in grey, turned back by quarters, its longer side `pixels` long. */
  picture(number: number, turned: number, pixels: number): Picture | Why {
    return told(() => {
      const { pdfium } = this;
      const page = this.loaded(number);
      if (!page) return "broken";
      const size = ["FPDF_GetPageWidthF", "FPDF_GetPageHeightF"].map((name) => pdfium.call(name, page));
      const scale = pixels / Math.max(...size, 1);
      const sides = size.map((side) => Math.ceil(side * scale));
      const [width = 0, height = 0] = turned % 2 ? sides.reverse() : sides;
      if (width < 1 || height < 1) return "broken";
      const bitmap = pdfium.call("FPDFBitmap_CreateEx", width, height, GREY, 0, 0);
      if (!bitmap) return "large";
      pdfium.call("FPDFBitmap_FillRect", bitmap, 0, 0, width, height, WHITE);
      pdfium.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, width, height, (4 - turned) % 4, WITH_NOTES_IN_GREY);
      const from = pdfium.call("FPDFBitmap_GetBuffer", bitmap);
      const stride = pdfium.call("FPDFBitmap_GetStride", bitmap);
      const found = new Uint8Array(width * height);
      for (let row = 0; row < height; row++)
        found.set(new Uint8Array(pdfium.memory(), from + row * stride, width), row * width);
      pdfium.call("FPDFBitmap_Destroy", bitmap);
      pdfium.call("FPDF_ClosePage", page);
      return [width, height, found];
    });
  }

  private loaded(number: number): number {
    return this.pdfium.call("FPDF_LoadPage", this.document, number);
  }

  /** Whether something was put upon the page that its own drawing does not hold: stamps, texts, strokes. */
  private hasNotes(page: number): boolean {
    const { pdfium } = this;
    const count = Math.min(pdfium.call("FPDFPage_GetAnnotCount", page), this.bounds.notes);
    for (let number = 0; number < count; number++) {
      const note = pdfium.call("FPDFPage_GetAnnot", page, number);
      if (!note) continue;
      const kind = pdfium.call("FPDFAnnot_GetSubtype", note);
      pdfium.call("FPDFPage_CloseAnnot", note);
      if (!SILENT_NOTES.has(kind)) return true;
    }
    return false;
  }
}

/** What is asked, or why not: a file that the library ends at is larger than any SOP. */
function told<T>(ask: () => T): T | Why {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof TooMuch)) console.info("PDFium:", error);
    return "large";
  }
}
