// Tabs: the SOPs that are open, and the sections of the one in front.
import { sectionOf } from "../../state/sections";
import { app } from "../../state/instance";
import type { Section, Session } from "../../state/session";
import { textAt } from "../../spec/tree";
import { word } from "../../words";
import { closeAsking } from "../../state/leaving";
import { entries, refusals } from "../hooks";
import { Icon } from "../icons";
import { isService } from "../steps/applicant";

export const SECTIONS: readonly Section[] = [
  "identitas",
  "kotak",
  "pelaksana",
  "kegiatan",
  "tampilan",
  "pelayanan",
  "riwayat",
  "yaml",
];

/** Pelayanan and Riwayat where they are of use. */
export function shownSections(): Section[] {
  const service = isService();
  return SECTIONS.filter((each) => each !== "pelayanan" || service || app.section === "pelayanan");
}

export function SectionTabs() {
  const sections = shownSections();
  const counts = counted();
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={word("sections")}
      id="area-tabs"
      onKeyDown={(event) => walk(event, sections)}
    >
      {sections.map((section) => {
        const count = counts.get(section);
        return (
          <button
            key={section}
            type="button"
            role="tab"
            id={`tab-${section}`}
            aria-selected={section === app.section}
            aria-controls="section"
            tabIndex={section === app.section ? 0 : -1}
            onClick={() => app.setSection(section)}
          >
            {word(section)}
            {count?.refused && (
              <span class="tag wajib" aria-label={word("hasErrors")}>
                !
              </span>
            )}
            {!count?.refused && count?.wajib ? (
              <span class="tag wajib" aria-label={`${count.wajib} ${word("wajib")}`}>
                {count.wajib}
              </span>
            ) : null}
            {!count?.refused && count?.anjuran ? (
              <span class="tag anjuran" aria-label={`${count.anjuran} ${word("anjuran")}`}>
                {count.anjuran}
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}

interface Count {
  refused: boolean;
  wajib: number;
  anjuran: number;
}

function counted(): Map<Section, Count> {
  const found = new Map<Section, Count>();
  const of = (section: Section): Count => {
    const known = found.get(section) ?? { refused: false, wajib: 0, anjuran: 0 };
    found.set(section, known);
    return known;
  };
  for (const each of refusals()) of(sectionOf(each.path)).refused = true;
  for (const each of entries()) of(sectionOf(each.path))[each.severity]++;
  return found;
}

function walk(event: KeyboardEvent, sections: Section[]): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const at = sections.indexOf(app.section);
  const next =
    event.key === "Home"
      ? sections[0]
      : event.key === "End"
        ? sections.at(-1)
        : by
          ? sections[(at + by + sections.length) % sections.length]
          : undefined;
  if (!next) return;
  event.preventDefault();
  showSection(next);
}

/** Its tab has the focus at once, so that what was typed is confirmed where it stands and the next key goes on from there. */
export function showSection(section: Section): void {
  document.getElementById(`tab-${section}`)?.focus();
  app.setSection(section);
}

function titleOf(session: Session): string {
  return textAt(session.tree, ["judul"]) || session.document.name;
}

export function SessionTabs() {
  if (app.sessions.length < 2) return null;
  return (
    <nav class="sessions" aria-label={word("openSops")}>
      {app.sessions.map((session) => {
        const called = titleOf(session);
        const alike = app.sessions.filter((each) => titleOf(each) === called).length > 1;
        const title = alike ? `${called} (${session.document.name})` : called;
        return (
          <span key={session.id} class={session === app.current ? "current" : ""}>
            <button type="button" aria-current={session === app.current} onClick={() => app.show(session)}>
              {title}
              {session.unsaved && <span title={word("unsaved")}> •</span>}
            </button>
            <button
              type="button"
              class="bare"
              aria-label={word("closeSop", title)}
              title={word("closeSop", title)}
              onClick={() => closeAsking(session)}
            >
              <Icon name="close" />
            </button>
          </span>
        );
      })}
    </nav>
  );
}
