// One SOP: its sections on the left, its pages on the right; in a narrow window one of them at a time.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { app } from "../../state/instance";
import { paste } from "../steps/clipboard";
import { word } from "../../words";
import { focusOnce } from "../field";
import { Desk } from "../desk/desk";
import { FindingsPanel } from "../findings/panel";
import { Icon } from "../icons";
import { useWide } from "../media";
import { Appearance } from "../sections/appearance";
import { Boxes } from "../sections/boxes";
import { Executors } from "../sections/executors";
import { History } from "../sections/history";
import { Identity } from "../sections/identity";
import { Service } from "../sections/service";
import { StepsTable } from "../steps/table";
import { Yaml } from "../yaml/yaml";
import { ChangedOutside } from "./outside";
import { StatusBar } from "./status";
import { SectionTabs, SessionTabs } from "./tabs";
import { TopBar } from "./topbar";

const BODIES = {
  identitas: Identity,
  kotak: Boxes,
  pelaksana: Executors,
  kegiatan: StepsTable,
  tampilan: Appearance,
  pelayanan: Service,
  riwayat: History,
  yaml: Yaml,
};
const SPLIT = "meja-sop-split";

export function Editor() {
  const narrow = !useWide(1100);
  const [side, setSide] = useState<"form" | "pages">("form");
  const [split, setSplit] = useState<number | null>(() => Number(localStored(SPLIT)) || null);
  const main = useRef<HTMLElement>(null);
  const Body = BODIES[app.section];
  const session = app.current;
  useLayoutEffect(() => setSide("form"), [app.focus.call]); // a field is called: it is to be seen
  const put = (share: number | null): void => {
    setSplit(share);
    try {
      if (share === null) localStorage.removeItem(SPLIT);
      else localStorage.setItem(SPLIT, String(share));
    } catch {
      // Where nothing is kept, the divider goes back at the next start.
    }
  };
  const drag = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    if (!main.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = main.current.getBoundingClientRect();
    put(Math.min(0.75, Math.max(0.25, (event.clientX - box.left) / box.width)));
  };
  return (
    <>
      <TopBar />
      <SessionTabs />
      <ChangedOutside />
      {narrow && (
        <div class="sides segmented" role="group" aria-label={word("view")}>
          <button type="button" aria-pressed={side === "form"} onClick={() => setSide("form")}>
            {word("formSide")}
          </button>
          <button type="button" aria-pressed={side === "pages"} onClick={() => setSide("pages")}>
            {word("pages")}
          </button>
        </div>
      )}
      <main
        ref={main}
        class={narrow ? `narrow at-${side}` : ""}
        style={split === null || narrow ? "" : `--split: ${split}`}
      >
        <div class="left">
          <SectionTabs />
          {app.pasting && <PasteQuestion />}
          <div
            key={app.section}
            class={`section ${app.section}`}
            role="tabpanel"
            id="section"
            aria-labelledby={`tab-${app.section}`}
            tabIndex={-1}
          >
            {session && !session.readable && app.section !== "yaml" && (
              <p class="refused locked" role="status">
                <strong>{word("locked")}</strong> {session.unreadable?.message}{" "}
                {session.unreadable?.line && word("atLine", session.unreadable.line)}{" "}
                <button type="button" class="tiny" onClick={() => app.setSection("yaml")}>
                  {word("toYaml")}
                </button>
              </p>
            )}
            <Body />
          </div>
          {app.panel && <FindingsPanel />}
        </div>
        {!narrow && (
          <div
            class="divider"
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={word("divider")}
            aria-valuenow={Math.round((split ?? 0.47) * 100)}
            aria-valuemin={25}
            aria-valuemax={75}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
            onDblClick={() => put(null)}
            onKeyDown={(event) => {
              const by = { ArrowLeft: -0.02, ArrowRight: 0.02 }[event.key];
              if (by) put(Math.min(0.75, Math.max(0.25, (split ?? 0.47) + by)));
            }}
          />
        )}
        <Desk />
      </main>
      <Notices />
      <StatusBar />
    </>
  );
}

function localStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function PasteQuestion() {
  const plan = app.pasting;
  if (!plan) return null;
  const cancel = (): void => {
    app.pasting = null;
    app.changed();
  };
  return (
    <div
      class="paste-question"
      role="group"
      aria-label={word("pasteAsks")}
      onKeyDown={(event) => event.key === "Escape" && cancel()}
    >
      <p>
        {plan.matrix.length > 0 && `${word("pasteMatrix", plan.matrix.join(", "))} `}
        {plan.overwritten > 0 && word("pasteOverwrites", plan.overwritten)}
      </p>
      <button type="button" ref={focusOnce} onClick={() => paste(plan, false)}>
        {word("pasteIt")}
      </button>
      <button type="button" onClick={() => paste(plan, true)}>
        {word("pasteNew")}
      </button>
      <button type="button" onClick={cancel}>
        {word("cancel")}
      </button>
    </div>
  );
}

export function Notices() {
  const { notice } = app;
  return (
    <div class="notices" role="status" aria-live="polite">
      {notice && (
        <p class={notice.kind}>
          {notice.text}{" "}
          {notice.action && (
            <button
              type="button"
              class="link strong"
              onClick={() => {
                const action = notice.action;
                app.tell(null);
                action?.run();
              }}
            >
              {notice.action.label}
            </button>
          )}
          <button type="button" class="bare" aria-label={word("close")} onClick={() => app.tell(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  );
}
