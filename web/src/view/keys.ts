// Keys that work everywhere on the page.
import { leaveComparing, nextChange } from "../state/comparing";
import { openDialog, saveSpec } from "../state/files";
import { app } from "../state/instance";
import { PATTERNS } from "../patterns";
import { startBlank, startPattern } from "../state/starting";
import { nextTrouble } from "./findings/going";
import { showSection, shownSections } from "./shell/tabs";

const AREAS = ["area-tabs", "section", "area-findings", "area-page", "area-bar"];

export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return; // a view has answered it
    if (handle(event)) event.preventDefault();
  });
}

function handle(event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey;
  const { key, shiftKey, altKey } = event;
  if (key === "F1") app.dialog = "help";
  else if (app.comparing) return onComparing(event);
  else if (control && !shiftKey && key.toLowerCase() === "o") void openDialog();
  else if (!app.current) return onStart(event);
  else if (control && !altKey && key.toLowerCase() === "s") leaveField(() => void saveSpec());
  else if (control && key.toLowerCase() === "p") leaveField(() => window.print());
  else if (control && !shiftKey && key.toLowerCase() === "z") {
    if (isTypedIn(event.target)) return false;
    app.undo();
  } else if (control && (key.toLowerCase() === "y" || (shiftKey && key.toLowerCase() === "z"))) {
    if (isTypedIn(event.target)) return false;
    app.redo();
  } else if (control && key.toLowerCase() === "f" && app.section !== "yaml") app.dialog = "find";
  else if (key === "F8") nextTrouble(shiftKey ? -1 : 1);
  else if (key === "F6") nextArea(shiftKey ? -1 : 1);
  else if (altKey && !control && !shiftKey && /^[1-8]$/.test(key)) {
    const section = shownSections()[Number(key) - 1];
    if (!section) return false;
    showSection(section);
  } else if (key === "Escape" && !isTypedIn(event.target)) {
    if ((event.target as Element).closest("#area-findings")) return leavePanel();
    const panel = document.querySelector<HTMLElement>("#area-findings .finding.current, #area-findings .finding");
    if (!panel) return false;
    panel.focus();
  } else return false;
  app.changed();
  return true;
}

function onComparing({ key, shiftKey }: KeyboardEvent): boolean {
  if (key === "Escape") leaveComparing();
  else if (key === "F8") nextChange(shiftKey ? -1 : 1);
  else if (key === "F6") nextArea(shiftKey ? -1 : 1);
  else return false;
  return true;
}

function onStart(event: KeyboardEvent): boolean {
  if (event.key === "0" && !isTypedIn(event.target) && !event.ctrlKey && !event.altKey) {
    startBlank();
    return true;
  }
  const pattern = /^[1-6]$/.test(event.key) && !isTypedIn(event.target) ? PATTERNS[Number(event.key) - 1] : undefined;
  if (!pattern || event.ctrlKey || event.altKey) return false;
  startPattern(pattern);
  return true;
}

/** The findings close, and the user is where the last one led. */
function leavePanel(): boolean {
  app.panel = false;
  app.go({ section: app.section, path: app.focus.path });
  return true;
}

/** A field that has letters of its own to undo. */
function isTypedIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement) return !target.readOnly;
  if (target instanceof HTMLInputElement)
    return !target.readOnly && !["checkbox", "radio", "button", "file"].includes(target.type);
  return false;
}

/** What is typed is confirmed first. */
function leaveField(then: () => void): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && isTypedIn(active)) {
    active.blur();
    active.focus({ preventScroll: true });
  }
  queueMicrotask(then);
}

function nextArea(by: number): void {
  const areas = AREAS.map((id) => document.getElementById(id)).filter(
    (each): each is HTMLElement => each !== null && each.offsetParent !== null,
  );
  const at = areas.findIndex((each) => each.contains(document.activeElement));
  const next = areas[(at + by + areas.length) % areas.length];
  const inside =
    next?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ?? // the table, not the buttons above it
    next?.querySelector<HTMLElement>(
      '[tabindex="0"], button:not(:disabled), input, textarea, select, [contenteditable="true"]',
    );
  (inside ?? next)?.focus();
}
