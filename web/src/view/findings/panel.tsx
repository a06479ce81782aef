// Findings, live and grouped: place, fault, remedy, code, weight, source; a safe mend where there is one, or a reason why not.
import { useState } from "preact/hooks";
import type { Accepted, Entry } from "../../engine/types";
import { app } from "../../state/instance";
import { isDay, isoDate } from "../../spec/dates";
import { dateWords, plainly, word } from "../../words";
import { explain, focusOnce } from "../field";
import { orderedEntries, refusals, type Numbered } from "../hooks";
import { Icon } from "../icons";
import { placeWords } from "./places";
import { accept, acceptedToo, dropEntry, entryOf, mend, mendsOf, withdraw } from "./mending";
import { currentFinding, goTo } from "./going";

type Shown = "all" | "wajib" | "anjuran" | "accepted";

export function FindingsPanel() {
  const [shown, setShown] = useState<Shown>("all");
  const list = orderedEntries();
  const accepted = app.current?.drawing?.accepted ?? [];
  const heavy = list.filter(({ entry }) => entry.severity === "wajib");
  const light = list.filter(({ entry }) => entry.severity === "anjuran");
  const choices: [Shown, string][] = [
    ["all", word("allOf", list.length)],
    ["wajib", word("wajibOf", heavy.length)],
    ["anjuran", word("anjuranOf", light.length)],
    ...(accepted.length > 0 ? [["accepted", word("acceptedOf", accepted.length)] as [Shown, string]] : []),
  ];
  const seen = { all: list, wajib: heavy, anjuran: light, accepted: [] }[shown];
  return (
    <section class="findings" aria-labelledby="findings-title" id="area-findings">
      <header>
        <h2 id="findings-title">{refusals().length > 0 ? word("lastFindings") : word("findings")}</h2>
        <div class="segmented" role="group" aria-labelledby="findings-title">
          {choices.map(([each, label]) => (
            <button key={each} type="button" aria-pressed={shown === each} onClick={() => setShown(each)}>
              {label}
            </button>
          ))}
        </div>
        <span class="spring" />
        <span class="hint">
          {word("nextOne")} <kbd>F8</kbd>
        </span>
        <button
          type="button"
          class="bare"
          aria-label={word("closeFindings")}
          onClick={() => ((app.panel = false), app.changed())}
        >
          <Icon name="close" />
        </button>
      </header>
      <ol>
        {seen.map((each) => (
          <Item key={each.entry.fingerprint} {...each} />
        ))}
        {shown === "accepted" &&
          accepted.map((each) => <AcceptedItem key={each.message + each.path.join()} told={each} />)}
        {seen.length === 0 && shown !== "accepted" && (
          <li class="none">
            <Icon name="check" /> {word("noFindings")}
          </li>
        )}
      </ol>
    </section>
  );
}

/** Before an item goes: the focus stays in the list, at its neighbour. */
function focusBeside(inside: Element): void {
  const item = inside.closest("li");
  const neighbour = [item?.nextElementSibling, item?.previousElementSibling].find((each) => each?.matches(".finding"));
  const next = neighbour ?? document.querySelector("#area-findings header button[aria-pressed=true]");
  if (next instanceof HTMLElement) next.focus();
}

function Item({ entry: finding, number }: Numbered) {
  const [accepting, setAccepting] = useState(false);
  const stale = entryOf(finding);
  return (
    <li
      class={`finding${currentFinding() === finding.fingerprint ? " current" : ""}`}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target === event.currentTarget) goTo(finding);
      }}
    >
      <span class={`tag ${finding.severity}`}>{number}</span>
      <div class="what">
        <p class="fault">
          <strong>{finding.steps.length > 1 ? word("steps", finding.steps.join(", ")) : placeWords(finding)}</strong>{" "}
          {plainly(finding.message)}
        </p>
        {finding.consequences.map((each) => (
          <p key={each}>{plainly(each)}</p>
        ))}
        <p>{plainly(finding.remedy)}</p>
        {finding.steps.length > 1 && (
          <p class="places">
            {finding.steps.map((step) => (
              <button
                key={step}
                type="button"
                class="link"
                onClick={() => goTo({ ...finding, step, path: ["kegiatan", step - 1, ...finding.path.slice(2)] })}
              >
                {word("step", step)}
              </button>
            ))}
          </p>
        )}
        <p class="source">
          <b>{finding.code}</b> {word(finding.severity)}
          {finding.source && ` • ${word("source")}: `}
          {finding.source && (
            <button type="button" class="link" title={finding.source} onClick={() => explain(finding.code)}>
              {finding.source}
            </button>
          )}
          {!finding.source && (
            <>
              {" • "}
              <button type="button" class="link" onClick={() => explain(finding.code)}>
                {word("meaning")}
              </button>
            </>
          )}
        </p>
        {accepting && <Acceptance finding={finding} leave={() => setAccepting(false)} />}
      </div>
      <div class="do">
        <button type="button" class="tiny" onClick={() => goTo(finding)}>
          {word("toItsPlace")}
        </button>
        {mendsOf(finding).length > 0 && (
          <button type="button" class="tiny" onClick={(event) => (focusBeside(event.currentTarget), mend(finding))}>
            {word("mend")}
          </button>
        )}
        {stale !== null && (
          <button type="button" class="tiny" onClick={(event) => (focusBeside(event.currentTarget), dropEntry(stale))}>
            {word("remove")}
          </button>
        )}
        {stale === null && !accepting && (
          <button type="button" class="tiny link" onClick={() => setAccepting(true)}>
            {word("acceptWithReason")}
          </button>
        )}
      </div>
    </li>
  );
}

function Acceptance({ finding, leave }: { finding: Entry; leave: () => void }) {
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const day = isoDate(until) ?? "";
  const strange = day !== "" && !isDay(day);
  const others = acceptedToo(finding);
  return (
    <form
      class="acceptance"
      onSubmit={(event) => {
        event.preventDefault();
        if (!reason.trim() || strange) return;
        focusBeside(event.currentTarget);
        leave();
        accept(finding, reason.trim(), day);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") leave();
      }}
    >
      <label>
        {word("reason")}
        <input required value={reason} ref={focusOnce} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <label>
        {word("until")}
        <input
          value={until}
          placeholder={dateWords("2026-11-20")}
          aria-invalid={strange}
          aria-describedby={strange ? `strange-${finding.fingerprint}` : undefined}
          onInput={(event) => setUntil(event.currentTarget.value)}
          onBlur={() => setUntil(dateWords(day))}
        />
      </label>
      <button type="submit" class="tiny" disabled={!reason.trim() || strange}>
        {word("accept")}
      </button>
      <button type="button" class="tiny" onClick={leave}>
        {word("cancel")}
      </button>
      {strange && (
        <p class="told wajib" role="status" id={`strange-${finding.fingerprint}`}>
          {word("strangeDay", until)}
        </p>
      )}
      {others > 0 && (
        <p class="hint">
          {word(finding.steps.length === 0 ? "acceptsOthers" : "acceptsAtSteps", others, finding.code)}
        </p>
      )}
    </form>
  );
}

function AcceptedItem({ told }: { told: Accepted }) {
  return (
    <li class="finding accepted">
      <Icon name="check" />
      <div class="what">
        <p class="fault">
          <strong>{placeWords(told)}</strong> {plainly(told.message)}
        </p>
        <p>
          {word("because", told.reason)} {told.until && word("untilDay", dateWords(told.until))}
        </p>
        <p class="source">
          <b>{told.code}</b> {word(told.severity)}
        </p>
      </div>
      <div class="do">
        <button type="button" class="tiny" onClick={(event) => (focusBeside(event.currentTarget), withdraw(told))}>
          {word("withdraw")}
        </button>
      </div>
    </li>
  );
}
