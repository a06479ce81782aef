"""A bureau's defaults under a spec: maps merge key by key, lists and texts are replaced."""

from __future__ import annotations

from typing import Final, TypeVar

from sopgen.intake.contents import Kotak
from sopgen.intake.model import BerkasBawaan, BerkasSop, NomorInduk, Pengesahan, Umum
from sopgen.intake.shape import Bagian

Part = TypeVar("Part", bound=Bagian)

# One value each, though a model holds them.
_WHOLE: Final = (Kotak, NomorInduk)
# What belongs to the person: another official's rank and number under a new name would be silent damage.
_PERSONAL: Final = frozenset({"pangkat", "nomor_induk"})


def merge(spec: BerkasSop, defaults: BerkasBawaan) -> BerkasSop:
    """The spec with every shared key it leaves out taken from the defaults."""
    shared = {name: getattr(defaults, name) for name in Umum.model_fields if name in defaults.model_fields_set}
    given = {name: getattr(spec, name) for name in spec.model_fields_set}
    return spec.model_copy(update={name: _merged(value, given.get(name)) for name, value in shared.items()})


def _merged(below: object, above: object) -> object:
    """`above` is None only where the spec does not name the key, or leaves a choice empty."""
    if above is None:
        return below
    if isinstance(below, Bagian) and isinstance(above, Bagian) and not isinstance(above, _WHOLE):
        return _merged_parts(below, above)
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **above}
    return above


def _merged_parts(below: Bagian, above: Bagian) -> Bagian:
    inherited = below.model_fields_set
    if isinstance(above, Pengesahan) and above.nama and above.nama != getattr(below, "nama", ""):
        inherited = inherited - _PERSONAL
    update = {
        name: _merged(getattr(below, name), getattr(above, name) if name in above.model_fields_set else None)
        for name in inherited
    }
    return above.model_copy(update=update)
