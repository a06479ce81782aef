from __future__ import annotations

import subprocess
import sys

import pytest

import sopgen


def test_importing_the_package_loads_nothing_of_it():
    code = "import sys; before = set(sys.modules); import sopgen; print(*sorted(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if name.startswith("sopgen")] == ["sopgen", "sopgen.version"]


@pytest.mark.parametrize("name", sopgen.__all__)
def test_every_public_name_is_there(name):
    assert getattr(sopgen, name) is not None
    assert name in dir(sopgen)


def test_no_other_name_is():
    with pytest.raises(AttributeError, match="no attribute 'apa'"):
        sopgen.apa  # noqa: B018
