"""A tag tree in, its PDF objects out (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence

from sopgen.render.pdf.elements import Element, Field
from sopgen.render.pdf.objects import Objects, text_string


def write_structure(objects: Objects, tree: Element, pages: Sequence[int], field: int | None) -> int:
    """The number of the tree's root. `pages` are the pages' object numbers, `field` the signature field's."""
    return _Writer(objects, pages, field).write(tree)


class _Writer:
    def __init__(self, objects: Objects, pages: Sequence[int], field: int | None) -> None:
        self._objects, self._pages, self._field = objects, pages, field
        self._parents: list[dict[int, int]] = [{} for _ in pages]  # by page: mark -> element
        self._form = 0

    def write(self, tree: Element) -> int:
        root = self._objects.reserve()
        top = self._element(tree, root)
        parents = [
            f"{page} [{' '.join(f'{number} 0 R' for _, number in sorted(marks.items()))}]"
            for page, marks in enumerate(self._parents)
        ]
        if self._form:
            parents.append(f"{len(self._pages)} {self._form} 0 R")
        index = self._objects.add(f"<</Nums[{' '.join(parents)}]>>")
        following = len(parents)
        self._objects.put(
            root, f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {index} 0 R/ParentTreeNextKey {following}>>"
        )
        return root

    def _element(self, element: Element, parent: int) -> int:
        number = self._objects.reserve()
        kids = " ".join([self._kid(kid, element, number) for kid in element.kids])
        body = f"<</S/{element.tag}/P {parent} 0 R"
        if element.page is not None:
            body += f"/Pg {self._pages[element.page]} 0 R"
        if kids:
            body += f"/K {kids}" if len(element.kids) == 1 else f"/K[{kids}]"
        if element.attributes:
            body += f"/A<<{element.attributes}>>"
        if element.alternative:
            body += f"/Alt{text_string(element.alternative)}"
        self._objects.put(number, body + ">>")
        return number

    def _kid(self, kid: Element | Field | int, element: Element, number: int) -> str:
        if isinstance(kid, int):
            assert element.page is not None
            self._parents[element.page][kid] = number
            return str(kid)
        if isinstance(kid, Field):
            self._form = number
            return f"<</Type/OBJR/Obj {self._field} 0 R/Pg {self._pages[kid.page]} 0 R>>"
        return f"{self._element(kid, number)} 0 R"
