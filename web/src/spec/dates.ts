// Dates as people write them, and as the spec does.
/** 20 November 2026, 20-11-2026, 20/11/2026 as the spec writes it; what is no such date stays as typed. */
export function isoDate(typed: string): string | null {
  const told = typed.trim();
  if (told === "") return null;
  const months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(told);
  const worded = /^(\d{1,2})\s+([A-Za-z]{3,})\.?\s+(\d{4})$/.exec(told);
  const month = numeric
    ? Number(numeric[2])
    : worded
      ? months.indexOf(
          (worded[2] ?? "")
            .slice(0, 3)
            .toLowerCase()
            .replace("may", "mei")
            .replace("aug", "agu")
            .replace("oct", "okt")
            .replace("dec", "des"),
        ) + 1
      : 0;
  const found = numeric ?? worded;
  if (!found || month < 1 || month > 12) return told;
  return `${found[3]}-${String(month).padStart(2, "0")}-${(found[1] ?? "").padStart(2, "0")}`;
}

/** Whether that is a day of the calendar, as the spec writes it. */
export function isDay(told: string): boolean {
  const [, year, month, date] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(told) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const time = new Date(year, month - 1, date);
  return time.getMonth() === month - 1 && time.getDate() === date;
}
