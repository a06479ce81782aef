from __future__ import annotations

from importlib import metadata

from sopgen.cli.building import digests


def test_versions_are_those_that_the_packages_say():
    told = dict(line.rsplit(" ", 1) for line in digests.library_versions().splitlines())

    assert {name: told[name] for name in digests.LIBRARIES} == {
        name: metadata.version(name) for name in digests.LIBRARIES
    }


def test_what_left_no_folder_is_asked_for(monkeypatch):
    usual = digests.library_versions()
    monkeypatch.setattr(digests, "_installed", dict)

    assert digests.library_versions() == usual
