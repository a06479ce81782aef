// The steps' items as they are printed: a), b), … z), aa).
export function letter(index: number): string {
  const one = String.fromCharCode(97 + (index % 26));
  return index < 26 ? one : letter(Math.floor(index / 26) - 1) + one;
}
