"""A tag tree in, its PDF objects out (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from sopgen.render.pdf.elements import Anchor, Element, Field
from sopgen.render.pdf.objects import Objects, text_string
from sopgen.scene import Page


def write_structure(
    objects: Objects, tree: Element, pages: Sequence[int], field: int | None, links: Sequence[Sequence[int]]
) -> int:
    """The number of the tree's root. `pages`, `field`, `links` are object numbers: links by page."""
    return _Writer(objects, pages, field, links).write(tree)


def link_parents(pages: Sequence[Page]) -> list[int]:
    """Each page's first key for its links in the index of parents, behind those of the pages and the field."""
    counts = [len(page.links) for page in pages]
    return list(accumulate(counts[:-1], initial=len(pages) + 1))


class _Writer:
    def __init__(
        self, objects: Objects, pages: Sequence[int], field: int | None, links: Sequence[Sequence[int]]
    ) -> None:
        self._objects, self._pages, self._field, self._links = objects, pages, field, links
        self._parents: list[dict[int, int]] = [{} for _ in pages]  # by page: mark -> element
        self._form = 0
        self._anchors: dict[Anchor, int] = {}

    def write(self, tree: Element) -> int:
        root = self._objects.reserve()
        top = self._element(tree, root)
        parents = [
            f"{page} [{' '.join(f'{number} 0 R' for _, number in sorted(marks.items()))}]"
            for page, marks in enumerate(self._parents)
        ]
        if self._form:
            parents.append(f"{len(self._pages)} {self._form} 0 R")
        following = len(parents)
        for page, links in enumerate(self._links):
            for number in range(len(links)):
                following = max(following, len(self._pages) + 1)
                parents.append(f"{following} {self._anchors[Anchor(page, number)]} 0 R")
                following += 1
        index = self._objects.add(f"<</Nums[{' '.join(parents)}]>>")
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

    def _kid(self, kid: Element | Field | Anchor | int, element: Element, number: int) -> str:
        if isinstance(kid, int):
            assert element.page is not None
            self._parents[element.page][kid] = number
            return str(kid)
        if isinstance(kid, Field):
            self._form = number
            return f"<</Type/OBJR/Obj {self._field} 0 R/Pg {self._pages[kid.page]} 0 R>>"
        if isinstance(kid, Anchor):
            self._anchors[kid] = number
            return f"<</Type/OBJR/Obj {self._links[kid.page][kid.number]} 0 R/Pg {self._pages[kid.page]} 0 R>>"
        return f"{self._element(kid, number)} 0 R"
