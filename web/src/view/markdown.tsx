// A rule's page: headings, paragraphs, lists, code. Text stays text.
import type { ComponentChild } from "preact";

interface MarkdownProps {
  text: string;
  /** What prose says of keys, in other words. */
  plain?: (text: string) => string;
  /** What is shown for a block of code; null: its text. */
  example?: (code: string) => ComponentChild;
}

export function Markdown({ text, plain = (each) => each, example = () => null }: MarkdownProps) {
  const shown = (code: string): ComponentChild => example(code) ?? <pre>{code}</pre>;
  const parts: ComponentChild[] = [];
  const blocks = text.replace(/\r\n/g, "\n").split(/\n(?=```)|(?<=\n```)\n|\n{2,}/);
  let code: string[] | null = null;
  for (const [index, block] of blocks.entries()) {
    if (code) {
      code.push(block.replace(/\n?```$/, ""));
      if (block.endsWith("```")) {
        parts.push(<div key={index}>{shown(code.join("\n\n"))}</div>);
        code = null;
      }
    } else if (block.startsWith("```")) {
      const body = block.replace(/^```\w*\n?/, "");
      if (body.endsWith("```")) parts.push(<div key={index}>{shown(body.slice(0, -3).trimEnd())}</div>);
      else code = [body];
    } else parts.push(<Block key={index} text={plain(block)} />);
  }
  return <div class="markdown">{parts}</div>;
}

function Block({ text }: { text: string }) {
  const heading = /^(#{1,4}) (.*)$/.exec(text.trim());
  if (heading)
    return (heading[1] ?? "").length < 2 ? <h3>{inline(heading[2] ?? "")}</h3> : <h4>{inline(heading[2] ?? "")}</h4>;
  const lines = text.split("\n").filter((line) => line.trim());
  if (lines.length > 0 && lines.every((line) => /^\s*[-*] |^\s{2,}/.test(line))) {
    const items = text.split(/\n(?=\s*[-*] )/);
    return (
      <ul>
        {items.map((item) => (
          <li key={item}>{inline(item.replace(/^\s*[-*] /, "").replace(/\s*\n\s*/g, " "))}</li>
        ))}
      </ul>
    );
  }
  return text.trim() ? <p>{inline(text.replace(/\s*\n\s*/g, " "))}</p> : null;
}

function inline(text: string): ComponentChild[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, index) => {
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    return part.startsWith("**") ? <b key={index}>{part.slice(2, -2)}</b> : part;
  });
}
