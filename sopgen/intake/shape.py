"""How a map of the file may be written: in full, or shorter as a text or a list; and what else is let through."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator

from sopgen.intake.fields import TEXT_SCHEMA, Teks, fault, read_text


def expect_list(value: object) -> object:
    if value is None:
        return []
    if not isinstance(value, list):
        raise fault("not_list", value if isinstance(value, str) else "map")
    return value


def read_lines(value: object) -> object:
    """Text or list of lines → list of lines."""
    if isinstance(value, list):
        return value
    text = read_text(value)
    return text.split("\n") if text else []


def one_or_list(value: object) -> object:
    return value if isinstance(value, list) else [] if value is None else [value]


def expect_map(value: object) -> object:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise fault("not_map", value if isinstance(value, str) else "list")
    return value


TEXTS_SCHEMA: dict[str, Any] = {"type": "array", "items": TEXT_SCHEMA}
Baris = Annotated[list[Teks], BeforeValidator(read_lines), WithJsonSchema({"anyOf": [TEXT_SCHEMA, TEXTS_SCHEMA]})]


class Bagian(BaseModel):
    """A map of the file. `short` names the key that a bare text stands for, `listed` the one for a list."""

    # Deferred, so that a validator is built for a whole file alone, and not for each of its parts as well.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    short: ClassVar[str] = ""
    listed: ClassVar[str] = ""
    map_allowed: ClassVar[bool] = True

    @classmethod
    def empty(cls) -> Self:
        """The map as if nothing stood in it, for a default: no validator is built to make it."""
        return cls.model_construct()  # type: ignore[return-value]  # the plugin says Bagian

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Itself: nobody changes it. Pydantic copies such a default for each place that has none of its own."""
        return self

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        if cls.short and (value is None or isinstance(value, str)):
            return {cls.short: value}
        if cls.listed and isinstance(value, list):
            return {cls.listed: value}
        if value and not cls.map_allowed:
            raise fault("not_text", "map")
        return expect_map(value)


def or_shorter(*others: dict[str, Any]) -> Any:
    """The schema of a map that may be written shorter."""

    def extend(schema: dict[str, Any]) -> None:
        whole = dict(schema)
        schema.clear()
        schema["anyOf"] = [*others, whole]

    return extend


def one_or_several(schema: dict[str, Any]) -> None:
    """The schema of a list whose only item may stand alone; here a list has two or three."""
    items = schema.pop("items")
    schema.pop("type")
    schema["anyOf"] = [items, {"type": "array", "items": items, "minItems": 2, "maxItems": 3}]
