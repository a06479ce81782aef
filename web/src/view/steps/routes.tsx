// Which way a step's arrows take: each is the program's choice until a side is chosen here; what breaks a rule says which.
import { useId } from "preact/hooks";
import type { Diagnostic, Path } from "../../engine/types";
import { END, type Row, type Way } from "../../spec/rows";
import { isSteered, LEAVING, PASSING, routeOf, steer, type Route } from "../../spec/routes";
import { app } from "../../state/instance";
import { word } from "../../words";
import { Refused, useCalled } from "../field";
import { refusals, startsWith } from "../hooks";
import { Icon } from "../icons";
import { perform } from "./edits";
import { stepWords } from "./targets";

export function steerable(row: Row): Way[] {
  return row.ways.filter((way) => way.target !== null && !(way.target === END && row.kind !== "keputusan"));
}

/** Seen once it is asked for, or while something is said. */
export function showsRoutes(row: Row): boolean {
  const { path } = app.focus;
  return (path[1] === row.number - 1 && path.includes("rute")) || isSteered(app.current?.tree, row);
}

export function askForRoutes(row: Row): void {
  const [first] = steerable(row);
  if (first) app.go({ section: "kegiatan", path: routeOf(app.current?.tree, row, first).path });
}

export function Routes({ row, rows }: { row: Row; rows: Row[] }) {
  const base: Path = ["kegiatan", row.number - 1];
  const wrong = refusals().filter((each) => startsWith(each.path, base) && isOfRoutes(each));
  return (
    <section class="routes" aria-label={word("routes")}>
      <h3>{word("routes")}</h3>
      {steerable(row).map((way, index) => (
        <OneRoute
          key={JSON.stringify(way.path)}
          row={row}
          rows={rows}
          way={way}
          called={index === 0 ? [...base, "rute"] : null}
        />
      ))}
      {wrong.map((each) => (
        <Refused key={each.message} told={each}>
          <p class="remedies">
            <button type="button" class="small" onClick={() => forget(row)}>
              <Icon name="back" /> {word("routesBack")}
            </button>
          </p>
        </Refused>
      ))}
      <p class="note">{word("routesTold")}</p>
    </section>
  );
}

const ROUTE_FAULT = "GAMBAR-04";

/** Said beside the choices of sides. */
export function isOfRoutes(told: Diagnostic): boolean {
  return told.path.includes("rute") || told.code === ROUTE_FAULT;
}

/** `called`: where a click on the step's arrow leads, if it does not say which of several it is. */
function OneRoute({ row, rows, way, called }: { row: Row; rows: Row[]; way: Way; called: Path | null }) {
  const id = useId();
  const route = routeOf(app.current?.tree, row, way);
  const meant = called && JSON.stringify(app.focus.path) === JSON.stringify(called) ? called : route.path;
  const field = useCalled<HTMLSelectElement>(meant);
  const target = typeof way.target === "number" ? rows[way.target - 1] : undefined;
  const put = (changed: Route): void => {
    const operations = steer(app.current?.tree, way, changed);
    void app.current?.edit(operations, { section: "kegiatan", path: route.path }).then((fault) => {
      if (fault) app.tell({ text: fault.message, kind: "fault" });
    });
  };
  const locked = !app.current?.readable;
  return (
    <div class="route" role="group" aria-labelledby={`${id}-way`}>
      <p id={`${id}-way`}>
        {way.label && <b>{way.label}</b>} <Icon name="arrow" /> {target ? stepWords(target) : word("finished")}
      </p>
      <label for={id}>
        {word("leaves")}{" "}
        <select
          id={id}
          ref={field}
          value={route.leaving}
          disabled={locked}
          onFocus={() => app.at(meant)}
          onChange={(event) => put({ ...route, leaving: event.currentTarget.value })}
        >
          <Sides sides={LEAVING} said={route.leaving} />
        </select>
      </label>
      {route.passed.map((each) => (
        <label key={each.number}>
          {word("passes", each.number)}{" "}
          <select
            value={each.side}
            disabled={locked}
            onFocus={() => ((app.hinted = each.number), app.changed())}
            onBlur={() => ((app.hinted = null), app.changed())}
            onChange={(event) => {
              const side = event.currentTarget.value;
              put({ ...route, passed: route.passed.map((other) => (other === each ? { ...each, side } : other)) });
            }}
          >
            <Sides sides={PASSING} said={each.side} />
          </select>
        </label>
      ))}
    </div>
  );
}

function Sides({ sides, said }: { sides: readonly ("kiri" | "kanan" | "bawah")[]; said: string }) {
  const known = said === "" || sides.some((each) => each === said);
  return (
    <>
      <option value="">{word("automatic")}</option>
      {sides.map((each) => (
        <option key={each} value={each}>
          {word(`side_${each}`)}
        </option>
      ))}
      {!known && <option value={said}>{said}</option>}
    </>
  );
}

function forget(row: Row): void {
  const { current } = app;
  const operations = steerable(row).flatMap((way) => {
    const route = routeOf(current?.tree, row, way);
    return steer(current?.tree, way, { ...route, leaving: "", passed: [] });
  });
  perform(operations, ["kegiatan", row.number - 1, "jenis"]);
}
