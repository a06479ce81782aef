"""What a cell or box of the form may hold in the file: a text, a list, or both."""

# Without `annotations` from the future: pydantic would have to evaluate each annotation's text a second time.

from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from sopgen.intake.fields import TEXT_SCHEMA, Teks, fault
from sopgen.intake.shape import TEXTS_SCHEMA, Bagian, expect_list, or_shorter

Filled = TypeVar("Filled", "Isi", list[str])


def not_empty(value: Filled) -> Filled:
    """A required text or list; a validator."""
    if not (value if isinstance(value, list) else value.teks or any(value.butir)):
        raise fault("empty")
    return value


class Isi(Bagian):
    model_config = ConfigDict(json_schema_extra=or_shorter(TEXT_SCHEMA, TEXTS_SCHEMA))
    short = "teks"
    listed = "butir"
    teks: Teks = Field("", description="Kalimat di atas daftar.")
    butir: Annotated[list[Teks], BeforeValidator(expect_list)] = Field(
        [], description="Butir daftar, dicetak a) b) …; setiap butir di baris sendiri, diawali `- `."
    )


class Kotak(Bagian):
    """One of the six boxes, or a component of the service standard; unlike a cell a text or a list, never both."""

    short = "teks"
    listed = "butir"
    map_allowed = False
    teks: Teks = ""
    butir: Annotated[list[Teks], BeforeValidator(expect_list)] = Field([])


_BOX_SCHEMA = WithJsonSchema({"anyOf": [TEXT_SCHEMA, TEXTS_SCHEMA]})
KotakIsi = Annotated[Kotak, _BOX_SCHEMA]
