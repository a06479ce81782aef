"""Loaded → findings: what a reviewer should know. One rule a file, in `catalogue`; its docstring is its page.

`check_spec` and `check_compilation` find; `REGISTRY` tells all codes there are. Suppression is left to the caller.
Importing this package costs nothing: a rule comes in when it is asked.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sopgen.rules.checking import check_compilation, check_spec
    from sopgen.rules.registry import REGISTRY, Rule

__all__ = ["REGISTRY", "Rule", "check_compilation", "check_spec"]

_HOMES = {
    "REGISTRY": "registry",
    "Rule": "registry",
    "check_compilation": "checking",
    "check_spec": "checking",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
