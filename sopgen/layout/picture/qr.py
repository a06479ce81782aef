"""An address in, a QR code out: one shape of black modules, the same for the same address."""

from __future__ import annotations

import segno
from segno.encoder import DataOverflowError

from sopgen.diagnostics import Message
from sopgen.layout.faults import fault, refuse
from sopgen.outlines import rectangle
from sopgen.scene import Box, Figure, Shape

_QUIET = 4  # modules round the code that stay white (ISO/IEC 18004)


def qr_code(address: str, box: Box, before: int) -> Figure:
    """As large as `box`, its quiet zone inside. Raises Refusal for an address that no code holds."""
    try:
        code = segno.make(address, error="m", micro=False, boost_error=False)
    except DataOverflowError:
        raise refuse(
            fault(
                "GAMBAR-02",
                Message("tautan terlalu panjang untuk kode QR", "the address is too long for a QR code"),
                Message("pendekkan `tautan`", "shorten `tautan`"),
                ("pelayanan", "tautan"),
            )
        ) from None
    size = len(code.matrix) + 2 * _QUIET
    unit = min(box[2] - box[0], box[3] - box[1]) / size
    left, top = box[0] + _QUIET * unit, box[1] + _QUIET * unit
    path = tuple(
        command
        for row, modules in enumerate(code.matrix)
        for start, end in _runs(bytes(modules))
        for command in rectangle((left + start * unit, top + row * unit, left + end * unit, top + (row + 1) * unit))
    )
    return Figure("kode_qr", box, (Shape(path, fill="#000000"),), f"Kode QR ke {address}", before=before)


def _runs(modules: bytes) -> list[tuple[int, int]]:
    """Stretches of dark modules."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(modules):
        if not dark:
            continue
        if found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
