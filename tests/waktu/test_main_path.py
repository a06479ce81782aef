"""The main path and its time, on flows small enough to add up by hand."""

from __future__ import annotations

import pytest

from sopgen.intake.loaded import WaktuKerja
from sopgen.intake.sop import Arah, Isi, Kegiatan, Pelaksana, Sop
from sopgen.waktu.main_path import duration, main_path_time

Ways = list[tuple[str, int | None]]


def sop(*steps: tuple[str, Ways]) -> Sop:
    """Steps as (waktu, ways out); labelled ways are a decision."""
    return Sop(
        "Uji",
        (Pelaksana("a", "A"),),
        tuple(
            Kegiatan(
                number,
                Isi("Menulis"),
                ("a",),
                tuple(Arah(target, label) for label, target in ways),
                keputusan=any(label for label, _ in ways),
                waktu=waktu,
            )
            for number, (waktu, ways) in enumerate(steps, 1)
        ),
    )


def test_times_are_added_from_step_to_step():
    path = main_path_time(sop(("15 menit", [("", 2)]), ("15-30 menit", [("", 3)]), ("1 hari", [("", None)])))

    assert path.steps == (1, 2, 3)
    assert (path.shortest, path.longest, path.unsure) == (480, 495, 0)


@pytest.mark.parametrize("label", ["Ya", "setuju", "Lengkap", "Sesuai", "VALID", "Disetujui"])
def test_a_decision_takes_the_branch_of_assent(label):
    path = main_path_time(sop(("1 jam", [("Tidak", 2), (label, 3)]), ("5 jam", [("", 3)]), ("1 jam", [("", None)])))

    assert path.steps == (1, 3)


def test_without_assent_the_first_written_branch_is_taken():
    path = main_path_time(
        sop(("1 jam", [("Rekomendasi", 3), ("Selesai", 2)]), ("5 jam", [("", 3)]), ("1 jam", [("", None)]))
    )

    assert path.steps == (1, 3)


def test_a_return_is_never_taken():
    path = main_path_time(sop(("1 jam", [("", 2)]), ("1 jam", [("Ya", 1), ("Tidak", 3)]), ("1 jam", [("", None)])))

    assert path.steps == (1, 2, 3)


def test_a_branch_that_only_returns_is_passed_by():
    path = main_path_time(
        sop(
            ("1 jam", [("", 2)]),
            ("1 jam", [("Kurang", 3), ("Cukup", 4)]),
            ("1 jam", [("", 1)]),
            ("1 jam", [("", None)]),
        )
    )

    assert path.steps == (1, 2, 4)


def test_of_parallel_ways_the_longer_counts():
    path = main_path_time(
        sop(
            ("1 jam", [("", 2), ("", 3)]),
            ("1 jam", [("", 4)]),
            ("3 jam", [("", 4)]),
            ("1 jam", [("", None)]),
        )
    )

    assert path.steps == (1, 3, 4)
    assert path.longest == 300


def test_steps_without_a_sure_time_are_counted():
    path = main_path_time(sop(("sesuai kebutuhan", [("", 2)]), ("", [("", 3)]), ("1 jam", [("", None)])))

    assert path.unsure == 2
    assert path.told().id == "1 jam + 2 langkah di jalur itu tanpa waktu pasti"
    assert path.told().en == "1 hour + 2 steps of that path without a sure time"


def test_a_branch_to_selesai_ends_the_path():
    path = main_path_time(sop(("1 jam", [("Ya", None), ("Tidak", 2)]), ("1 jam", [("", None)])))

    assert path.steps == (1,)


def test_a_range_is_told_as_one():
    path = main_path_time(sop(("1-2 hari kerja", [("", None)])))

    assert path.told().id == "1 hari kerja – 2 hari kerja"


def test_a_long_flow_needs_no_deep_recursion():
    steps: list[tuple[str, Ways]] = [("1 menit", [("", number + 1)]) for number in range(1, 1000)]

    assert main_path_time(sop(*steps, ("1 menit", [("", None)]))).longest == 1000


def test_minutes_are_told_in_working_days():
    assert duration(450 + 90).id == "1 hari kerja 1 jam 30 menit"
    assert duration(480, WaktuKerja(jam_per_hari=8)).en == "1 working day"
    assert duration(0).id == "0 menit"


def test_what_names_no_time_takes_no_minutes_that_anybody_knows():
    path = main_path_time(sop(("", [("", 2)]), ("segera", [("", None)])))
    assert path.told().id == "belum diketahui: 2 langkah di jalur itu tanpa waktu pasti"
