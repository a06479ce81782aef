"""The comparison's style. What is meant by colour is said by the line's kind and by a sign as well."""

from __future__ import annotations

from typing import Final

MARKS: Final = """\
.read { fill: none; stroke: #14713a; stroke-width: 1.4; }
.read-cell { fill: #14713a; fill-opacity: .1; stroke: #14713a; stroke-width: .4; stroke-opacity: .5; }
.doubtful { fill: none; stroke: #b26b00; stroke-width: 1.8; stroke-dasharray: 5 2.5; }
.unread { fill: none; stroke: #b3261e; stroke-width: 2; stroke-dasharray: 1.5 2.5; stroke-linecap: round; }
.sign { stroke: #fff; stroke-width: .8; }
.sign.doubtful-sign { fill: #b26b00; } .sign.unread-sign { fill: #b3261e; }
.sign-text { fill: #fff; font: bold 8px Arial, sans-serif; text-anchor: middle; }
.ink { fill: #fff; stroke: #000; stroke-width: .8; }
.rule { fill: none; stroke: #777; stroke-width: .5; }
.words { font: 6.5px/1.2 Arial, "Liberation Sans", sans-serif; white-space: pre-wrap; overflow: hidden; height: 100%; }
"""
"""Of the originals' SVG, which holds it itself."""
STYLE: Final = (
    MARKS
    + """\
* { box-sizing: border-box; }
body { margin: 0; padding: 14px 18px; background: #f3f3f3; color: #000;
  font: 14px/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; }
h1 { font-size: 20px; margin: 0; }
h2 { font-size: 15px; margin: 14px 0 6px; }
h3 { font-size: 13px; margin: 10px 0 4px; font-weight: normal; color: #333; }
p { margin: 2px 0; }
.sum { display: flex; flex-wrap: wrap; gap: 8px 22px; margin: 10px 0; padding: 8px 12px; background: #fff;
  border: 1px solid #999; }
.sum span { white-space: nowrap; }
.sum svg { vertical-align: -3px; }
.doubts { margin: 0; padding: 8px 12px 8px 34px; background: #fff; border: 1px solid #999; }
.doubts li { margin: 2px 0; }
.none { padding: 8px 12px; background: #fff; border: 1px solid #999; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start; }
.pair svg, .pair img { display: block; width: 100%; height: auto; background: #fff; border: 1px solid #999; }
.refused { padding: 8px 12px; background: #fff; border: 2px solid #b3261e; }
table { width: 100%; border-collapse: collapse; background: #fff; font-size: 13px; }
th, td { border: 1px solid #999; padding: 3px 6px; text-align: left; vertical-align: top; }
th { background: #e4e4e4; }
td:first-child { text-align: center; white-space: nowrap; }
.identity { margin-bottom: 10px; } .identity th { width: 190px; font-weight: normal; }
tr.doubtful td { background: #fff3d6; }
@media (max-width: 900px) { .pair { grid-template-columns: 1fr; } }
@media print { body { background: none; padding: 0; } .pair { break-inside: auto; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""
)
