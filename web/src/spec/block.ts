// A block of cells as Excel, Word or Sheets put it on the clipboard → rows of texts.
export type Block = string[][];

/** Tab-separated text, where a cell in quotes may hold lines and tabs. */
export function blockOfText(text: string): Block {
  const rows: Block = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < source.length; at++) {
    const letter = source[at] ?? "";
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell === "" && closes(source, at)) quoted = true;
    else if (letter === "\t") end();
    else if (letter === "\n") {
      end();
      rows.push([]);
    } else cell += letter;
  }
  end();
  return rows;
}

/** Whether the quotation mark is a cell's own, which ends before a tab, a line's end or the text's. */
function closes(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at + 1 === text.length || text[at + 1] === "\t" || text[at + 1] === "\n";
  }
  return false;
}

/** The first table of a piece of HTML, spans laid out; null if it holds none. Nothing of it is shown or run. */
export function blockOfHtml(html: string): Block | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows: Block = [];
  const reserved: (number | undefined)[] = [];
  for (const tr of table.rows) {
    const row: string[] = [];
    let at = 0;
    const skip = (): void => {
      while ((reserved[at] ?? 0) > 0) {
        reserved[at] = (reserved[at] ?? 0) - 1;
        row[at++] = "";
      }
    };
    for (const cell of tr.cells) {
      skip();
      const text = cellTextOf(cell);
      for (let n = 0; n < Math.min(cell.colSpan, 60); n++) {
        if (cell.rowSpan > 1) reserved[at] = cell.rowSpan - 1;
        row[at++] = n === 0 ? text : "";
      }
    }
    skip();
    rows.push(row);
  }
  return rows;
}

function cellTextOf(cell: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) parts.push((node.textContent ?? "").replace(/[ \t\r\n]+/g, " "));
    if (!(node instanceof Element)) return;
    const name = node.tagName.toLowerCase();
    if (name === "style" || name === "script") return;
    if (name === "br") parts.push("\n");
    if (name === "li") parts.push("\n• ");
    const own = name === "p" || name === "div";
    if (own) parts.push("\n");
    node.childNodes.forEach(walk);
    if (own) parts.push("\n");
  };
  cell.childNodes.forEach(walk);
  return parts
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .filter((line, index, lines) => line !== "" || (index > 0 && lines[index - 1] !== "" && index < lines.length - 1))
    .join("\n")
    .trim();
}

export function textOfBlock(block: Block): string {
  return block
    .map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");
}

export function htmlOfBlock(block: Block, columns: readonly string[]): string {
  const document_ = document.implementation.createHTMLDocument("");
  const table = document_.createElement("table");
  table.setAttribute("data-meja", columns.join(" "));
  for (const row of block) {
    const tr = table.insertRow();
    for (const cell of row) {
      const td = tr.insertCell();
      cell.split("\n").forEach((line, index) => {
        if (index > 0) td.append(document_.createElement("br"));
        td.append(line);
      });
    }
  }
  return table.outerHTML;
}
