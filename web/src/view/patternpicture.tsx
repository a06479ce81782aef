// A pattern's flow as a little drawing, by the flow's own rules: symbols in their lanes, a diamond shows its return.
import { lanesOf, rowsOf } from "../spec/rows";
import type { Tree } from "../spec/tree";

const WIDTH = 104;
const STEP = 16;

export function PatternPicture({ tree }: { tree: Tree }) {
  const lanes = lanesOf(tree);
  const rows = rowsOf(tree);
  const lane = WIDTH / lanes.length;
  const x = (key: string | undefined): number => (lanes.findIndex((each) => each.key === key) + 0.5) * lane;
  const places = rows.map((row, index) => ({ row, x: x(row.executors[0]), y: 10 + index * STEP }));
  const height = rows.length * STEP + 4;
  return (
    <svg
      class="pattern"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="108"
      height={Math.min(128, height)}
      aria-hidden="true"
    >
      {lanes.slice(1).map((each, index) => (
        <path key={each.key} class="lane" d={`M${(index + 1) * lane} 0V${height}`} />
      ))}
      {places.slice(0, -1).map(({ row, x: from, y }, index) => {
        const to = places[index + 1];
        if (!to) return null;
        const middle = to.y - 6.5;
        const path =
          Math.abs(from - to.x) < 1
            ? `M${from} ${y}V${to.y - 4}`
            : row.symbol === "diamond"
              ? `M${from} ${y}H${to.x}V${to.y - 4}`
              : `M${from} ${y}V${middle - 1}H${to.x}V${to.y - 4}`;
        return <path key={row.number} d={path} />;
      })}
      {places.flatMap(({ row, x: from, y }) =>
        row.ways
          .filter((way) => typeof way.target === "number" && way.target < row.number)
          .map((way) => {
            const to = places[Number(way.target) - 1];
            if (!to) return null;
            const side = Math.max(1, Math.min(from, to.x) - lane / 2 + 3);
            return <path key={`${row.number}${way.label}`} d={`M${from} ${y}H${side}V${to.y}H${to.x - 8}`} />;
          }),
      )}
      {places.map(({ row, x: middle, y }) =>
        row.symbol === "diamond" ? (
          <path key={row.number} class="symbol decision" d={`M${middle} ${y - 5}l8 5-8 5-8-5z`} />
        ) : (
          <rect
            key={row.number}
            class="symbol"
            x={middle - 7.5}
            y={y - 4}
            width="15"
            height="8"
            rx={row.symbol === "capsule" ? 4 : 0}
          />
        ),
      )}
    </svg>
  );
}
