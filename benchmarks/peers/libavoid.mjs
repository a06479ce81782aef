// Reads problems from stdin, one JSON object a line, and answers each with one line: its polylines and the milliseconds.
// A problem: {boxes: [[x0, y0, x1, y1], …], pins: [{box, kind, side, exclusive}, …], arrows: [{from, to}, …],
// parameters: {…}, options: {…}}, where `from` and `to` are [box, kind of pin] and the last two bear libavoid's names.
// Milliseconds are processor time of processTransaction alone, in a warm process.

import { createInterface } from "node:readline";
import { AvoidLib } from "libavoid-js";

await AvoidLib.load();
const Avoid = AvoidLib.getInstance();

const SIDES = {
  T: [0.5, 0, Avoid.ConnDirUp],
  B: [0.5, 1, Avoid.ConnDirDown],
  L: [0, 0.5, Avoid.ConnDirLeft],
  R: [1, 0.5, Avoid.ConnDirRight],
};

function prepare(problem) {
  const router = new Avoid.Router(Avoid.OrthogonalRouting);
  for (const [name, value] of Object.entries(problem.parameters)) router.setRoutingParameter(Avoid[name], value);
  for (const [name, value] of Object.entries(problem.options)) router.setRoutingOption(Avoid[name], value);
  const shapes = problem.boxes.map(
    ([x0, y0, x1, y1]) =>
      new Avoid.ShapeRef(router, new Avoid.Rectangle(new Avoid.Point(x0, y0), new Avoid.Point(x1, y1))),
  );
  for (const { box, kind, side, exclusive } of problem.pins) {
    const [x, y, direction] = SIDES[side];
    new Avoid.ShapeConnectionPin(shapes[box], kind, x, y, true, 0, direction).setExclusive(exclusive);
  }
  const connectors = problem.arrows.map(({ from, to }) => {
    const [source, target] = [from, to].map(([box, kind]) => new Avoid.ConnEnd(shapes[box], kind));
    const connector = new Avoid.ConnRef(router, source, target);
    connector.setRoutingType(Avoid.ConnType_Orthogonal);
    return connector;
  });
  return { router, connectors };
}

function answer(problem) {
  const { router, connectors } = prepare(problem);
  const start = process.cpuUsage();
  router.processTransaction();
  const { user, system } = process.cpuUsage(start);
  const milliseconds = (user + system) / 1000;
  const polylines = connectors.map((connector) => {
    const line = connector.displayRoute();
    return Array.from({ length: line.size() }, (_, i) => [line.get_ps(i).x, line.get_ps(i).y]);
  });
  Avoid.destroy(router);
  return { polylines, milliseconds };
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = answer(JSON.parse(line));
  } catch (error) {
    said = { failed: String(error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
