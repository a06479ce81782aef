// Completion and hover from our JSON Schema: keys by where the cursor stands, choices behind a key.
import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Text } from "@codemirror/state";
import type { EditorView, Tooltip } from "@codemirror/view";
import { app } from "../../state/instance";
import { lanesOf } from "../../spec/rows";

interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  description?: string;
  title?: string;
}

let schema: Schema | null = null;

async function root(): Promise<Schema | null> {
  if (!schema && app.engine.kind === "ready") schema = (await app.host.ask("schema", {})).data.schema as Schema;
  return schema;
}

const LINE = /^(\s*)((?:- +)*)(?:([\w.-]+)\s*:(?:\s|$))?/;

/** The keys that lead to a line, by its indentation; a list's item is "[]". */
function keysTo(doc: Text, number: number): { path: string[]; indent: number } {
  const path: string[] = [];
  const own = LINE.exec(doc.line(number).text);
  let indent = (own?.[1]?.length ?? 0) + (own?.[2]?.length ?? 0);
  const start = indent;
  if (own?.[2]) {
    path.unshift("[]");
    indent = own[1]?.length ?? 0;
  }
  for (let at = number - 1; at > 0 && (indent > 0 || path[0] === "[]"); at--) {
    const text = doc.line(at).text;
    if (!text.trim() || text.trim().startsWith("#")) continue;
    const found = LINE.exec(text);
    const outer = found?.[1]?.length ?? 0;
    const inner = outer + (found?.[2]?.length ?? 0);
    const key = found?.[3];
    const isHolder = inner < indent || (path[0] === "[]" && inner === indent && !found?.[2]);
    if (key && isHolder) {
      path.unshift(key);
      if (found[2]) path.unshift("[]");
      indent = found[2] ? outer : inner;
    } else if (found?.[2] && outer < indent && inner === indent && path[0] !== "[]") {
      path.unshift("[]");
      indent = outer;
    }
  }
  return { path, indent: start };
}

function resolved(from: Schema, whole: Schema): Schema[] {
  if (from.$ref) {
    const target = whole.$defs?.[from.$ref.split("/").at(-1) ?? ""];
    return target ? resolved(target, whole) : [];
  }
  const parts = [...(from.anyOf ?? []), ...(from.oneOf ?? []), ...(from.allOf ?? [])];
  return [from, ...parts.flatMap((each) => resolved(each, whole))];
}

function schemasAt(whole: Schema, path: string[]): Schema[] {
  let found = resolved(whole, whole);
  for (const key of path) {
    found = found.flatMap((each) => {
      if (key === "[]") return each.items ? resolved(each.items, whole) : [];
      const named = each.properties?.[key];
      if (named)
        return resolved(named, whole).map((part) => ({
          ...part,
          ...((part.description ?? named.description)
            ? { description: part.description ?? named.description ?? "" }
            : {}),
        }));
      return typeof each.additionalProperties === "object" ? resolved(each.additionalProperties, whole) : [];
    });
  }
  return found;
}

export async function completed(context: CompletionContext): Promise<CompletionResult | null> {
  const whole = await root();
  if (!whole) return null;
  const { doc } = context.state;
  const line = doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const { path } = keysTo(doc, line.number);
  const behind = /^\s*(?:- +)*([\w.-]+):\s*(\S*)$/.exec(before);
  if (behind) {
    const key = behind[1] ?? "";
    const values = schemasAt(whole, [...path, key]).flatMap((each) => [
      ...(each.enum ?? []),
      ...(each.const !== undefined ? [each.const] : []),
    ]);
    const lanes =
      key === "pelaksana" && path[0] === "kegiatan" ? lanesOf(app.current?.tree).map((lane) => lane.key) : [];
    const options = [...new Set([...values.map(String), ...lanes])].map((label) => ({ label, type: "constant" }));
    return options.length > 0 ? { from: context.pos - (behind[2]?.length ?? 0), options } : null;
  }
  const word = /^\s*(?:- +)*([\w-]*)$/.exec(before);
  if (!word || (!context.explicit && !word[1])) return null;
  const options = schemasAt(whole, path).flatMap((each) =>
    Object.entries(each.properties ?? {}).map(([label, told]) => ({
      label,
      type: "property",
      apply: `${label}: `,
      info: told.description ?? "",
    })),
  );
  const known = new Map(options.map((each) => [each.label, each]));
  return known.size > 0
    ? { from: context.pos - (word[1]?.length ?? 0), options: [...known.values()], validFor: /^[\w-]*$/ }
    : null;
}

export async function described(view: EditorView, position: number): Promise<Tooltip | null> {
  const whole = await root();
  const line = view.state.doc.lineAt(position);
  const found = LINE.exec(line.text);
  const key = found?.[3];
  if (!whole || !key) return null;
  const from = line.from + line.text.indexOf(key);
  if (position < from || position > from + key.length) return null;
  const { path } = keysTo(view.state.doc, line.number);
  const told = schemasAt(whole, [...path, key]).find((each) => each.description);
  if (!told?.description) return null;
  const text = told.description;
  return {
    pos: from,
    end: from + key.length,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "schema-hint";
      dom.textContent = text;
      return { dom };
    },
  };
}

const CITED = /“(.+)”/;

/** The keys of `tampilan.label`, each with what is printed without it. */
export async function printedLabels(): Promise<[key: string, printed: string][]> {
  const whole = await root();
  if (!whole) return [];
  const properties = ["tampilan", "label"].reduce<Schema[]>(
    (found, key) => found.flatMap((each) => resolved(each, whole)).flatMap((each) => each.properties?.[key] ?? []),
    [whole],
  );
  return properties
    .flatMap((each) => resolved(each, whole))
    .flatMap((each) => Object.entries(each.properties ?? {}))
    .map(([key, { description = "" }]) => [key, CITED.exec(description.split(" dalam ")[0] ?? "")?.[1] ?? key]);
}
