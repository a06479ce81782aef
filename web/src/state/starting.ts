// A new SOP: empty, or from a pattern.
import { BLANK, type Pattern } from "../patterns";
import { app } from "./instance";
import { UNNAMED, type Session } from "./session";

export function startBlank(): void {
  begin(BLANK, UNNAMED).begins = true;
  app.go({ section: "identitas", path: ["judul"] });
}

export function startPattern(pattern: Pattern): void {
  begin(pattern, `${pattern.example.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.sop.yaml`);
  app.go({ section: "identitas", path: ["judul"] });
}

function begin({ text, tree }: Pattern, name: string): Session {
  return app.open({ name, text, bureau: null }, tree, { savedText: text });
}
