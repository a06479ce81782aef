// Numbers in a row: how a page's contents come to Python in one piece.

export class Tape {
  private numbers = new Float64Array(1 << 15);
  private used = 0;

  put(number: number): void {
    if (this.used === this.numbers.length) {
      const wider = new Float64Array(2 * this.used);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[this.used++] = number;
  }

  /** A view: valid until the next number. */
  all(): Float64Array {
    return this.numbers.subarray(0, this.used);
  }
}
