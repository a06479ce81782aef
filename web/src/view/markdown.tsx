// A rule's page: headings, paragraphs, lists, code. Text stays text.
import type { ComponentChild } from "preact";

export function Markdown({ text }: { text: string }) {
  const parts: ComponentChild[] = [];
  const blocks = text.replace(/\r\n/g, "\n").split(/\n(?=```)|(?<=\n```)\n|\n{2,}/);
  let code: string[] | null = null;
  for (const [index, block] of blocks.entries()) {
    if (code) {
      code.push(block.replace(/\n?```$/, ""));
      if (block.endsWith("```")) {
        parts.push(<pre key={index}>{code.join("\n\n")}</pre>);
        code = null;
      }
    } else if (block.startsWith("```")) {
      const body = block.replace(/^```\w*\n?/, "");
      if (body.endsWith("```")) parts.push(<pre key={index}>{body.slice(0, -3).trimEnd()}</pre>);
      else code = [body];
    } else parts.push(<Block key={index} text={block} />);
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
