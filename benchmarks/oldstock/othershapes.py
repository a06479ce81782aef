"""What the other hands draw in a workbook, as XML: shapes, freeforms, connectors and groups in their anchors."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

EMU = 12700


class Shapes:
    """Upon the `sheet`, whose first row is `start` and whose columns end at `xs`, as the kind of document asks."""

    kind: str
    sheet: Any
    xs: Any
    start: int

    def _at(self, x: float, y: float) -> str:
        """A marker: the cell, and how far into it."""
        columns, rows = self.sheet.columns, self.sheet.rows
        column = max(at for at, edge in enumerate(columns[:-1]) if edge <= max(x, columns[0]))
        row = max(at for at, edge in enumerate(rows[:-1]) if edge <= max(y, rows[0]))
        share = (x - columns[column]) / (columns[column + 1] - columns[column])
        off = share * (self.xs[column + 1] - self.xs[column])
        return (
            f"<xdr:col>{column}</xdr:col><xdr:colOff>{round(off * EMU)}</xdr:colOff>"
            f"<xdr:row>{row + self.start - 1}</xdr:row><xdr:rowOff>{round((y - rows[row]) * EMU)}</xdr:rowOff>"
        )

    def _anchored(self, xml: str, box: Any) -> str:
        x0, y0, x1, y1 = box
        return (
            f"<xdr:twoCellAnchor><xdr:from>{self._at(x0, y0)}</xdr:from><xdr:to>{self._at(x1, y1)}</xdr:to>{xml}"
            "<xdr:clientData/></xdr:twoCellAnchor>"
        )

    @staticmethod
    def _frame(box: Any, more: str = "") -> str:
        x0, y0, x1, y1 = box
        return (
            f'<a:xfrm{more}><a:off x="{round(x0 * EMU)}" y="{round(y0 * EMU)}"/>'
            f'<a:ext cx="{round((x1 - x0) * EMU)}" cy="{round((y1 - y0) * EMU)}"/></a:xfrm>'
        )

    def _shape(self, number: int, preset: str, box: Any, text: str, *, turn: int = 0, text_box: bool = False) -> str:
        more = f' rot="{turn * 60000}"' if turn else ""
        run = f"<a:r><a:t>{escape(text)}</a:t></a:r>" if text else ""
        own = ' txBox="1"' if text_box else ""
        name = "TextBox" if text_box else "Shape"
        return self._anchored(
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="{name} {number}"/><xdr:cNvSpPr{own}/></xdr:nvSpPr><xdr:spPr>'
            f'{self._frame(box, more)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom></xdr:spPr>'
            f"<xdr:txBody><a:bodyPr/><a:p>{run}</a:p></xdr:txBody></xdr:sp>",
            box,
        )

    def _free(self, points: Any, box: Any, number: int, *, closed: bool, head: bool = False) -> str:
        wide, high = max(box[2] - box[0], 0.1), max(box[3] - box[1], 0.1)
        moves = "".join(
            f'<a:{"moveTo" if at == 0 else "lnTo"}><a:pt x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
            f"</a:{'moveTo' if at == 0 else 'lnTo'}>"
            for at, (x, y) in enumerate(points)
        )
        end = '<a:tailEnd type="arrow"/>' if head else ""
        return (
            f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Freeform {number}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>'
            f'{self._frame(box)}<a:custGeom><a:pathLst><a:path w="{round(wide * EMU)}" h="{round(high * EMU)}" fill="none">'
            f"{moves}{'<a:close/>' if closed else ''}</a:path></a:pathLst></a:custGeom><a:ln>{end}</a:ln></xdr:spPr></xdr:sp>"
        )

    def _line(self, number: int, points: Any, glue: Any, *, head: bool) -> str:
        """A connector of the preset that its corners ask for, with adjustments, turns and flips as office programs set."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        (ax, ay), (bx, by) = points[0], points[-1]
        joint = f'<a:stCxn id="{glue[0]}" idx="{glue[2]}"/><a:endCxn id="{glue[1]}" idx="{glue[3]}"/>' if glue else ""
        end = '<a:tailEnd type="triangle"/>' if head else ""
        if self.kind == "flipped":  # drawn from its end to its beginning
            joint = f'<a:stCxn id="{glue[1]}" idx="{glue[3]}"/><a:endCxn id="{glue[0]}" idx="{glue[2]}"/>'
            (ax, ay), (bx, by) = (bx, by), (ax, ay)
            points = points[::-1]
            end = '<a:headEnd type="triangle"/>'
        if len(points) == 2:
            preset, adjust, more = "straightConnector1", "", ""
            frame = box
            more += ' flipH="1"' if bx < ax else ""
            more += ' flipV="1"' if by < ay else ""
        else:
            name = "curvedConnector3" if self.kind == "curved" else "bentConnector3"
            preset = name
            upright = abs(points[0][0] - points[1][0]) < 0.01
            centre = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if upright:  # a frame that stands the other way, turned by a quarter
                wide, high = abs(by - ay), abs(bx - ax)
                share = (points[1][1] - ay) / (by - ay) if by != ay else 0.5
                flips = ' flipV="1"' if (bx - ax) * (by - ay) > 0 else ""
                turn = 90 if by > ay else 270
                more = f' rot="{turn * 60000}"{flips}'
                middle = ((ax + bx) / 2, (ay + by) / 2)
                frame = (middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2)
            else:
                share = (points[1][0] - ax) / (bx - ax) if abs(bx - ax) > 0.01 else 0.0
                wide = bx - ax
                if abs(wide) <= 0.01:  # both ends above each other: the gutter is many widths away
                    wide = 0.5 if points[1][0] > ax else -0.5
                    share = (points[1][0] - ax) / wide
                    bx = ax + wide
                frame = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                more = (' flipH="1"' if wide < 0 else "") + (' flipV="1"' if by < ay else "")
                middle = centre
            adjust = f'<a:gd name="adj1" fmla="val {round(share * 100000)}"/>'
            box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        xml = (
            f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Connector {number}"/><xdr:cNvCxnSpPr>{joint}'
            f"</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr>{self._frame(frame, more)}"
            f'<a:prstGeom prst="{preset}"><a:avLst>{adjust}</a:avLst></a:prstGeom><a:ln>{end}</a:ln></xdr:spPr></xdr:cxnSp>'
        )
        return self._anchored(xml, box)

    def _group(self, parts: list[str]) -> str:
        """Shapes in one group, whose own coordinates are those of their frames."""
        inner, boxes = [], []
        for part in parts:
            body = part.split("</xdr:to>")[1].replace("<xdr:clientData/></xdr:twoCellAnchor>", "")
            inner.append(body)
            off = body.split('<a:off x="')[1]
            x, rest = off.split('" y="', 1)
            y = rest.split('"')[0]
            cx, rest = body.split('<a:ext cx="')[1].split('" cy="', 1)
            cy = rest.split('"')[0]
            x0, y0, wide, high = (int(each) / EMU for each in (x, y, cx, cy))
            if ' rot="5400000"' in body or ' rot="16200000"' in body:
                mx, my = x0 + wide / 2, y0 + high / 2
                x0, y0, wide, high = mx - high / 2, my - wide / 2, high, wide
            boxes.append((x0, y0, x0 + wide, y0 + high))
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        place = f'<a:chOff x="{round(box[0] * EMU)}" y="{round(box[1] * EMU)}"/>'
        size = f'<a:chExt cx="{round((box[2] - box[0]) * EMU)}" cy="{round((box[3] - box[1]) * EMU)}"/></a:xfrm>'
        frame = self._frame(box).replace("</a:xfrm>", place + size)
        return self._anchored(
            '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="950" name="Group"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>'
            f"<xdr:grpSpPr>{frame}</xdr:grpSpPr>{''.join(inner)}</xdr:grpSp>",
            box,
        )
