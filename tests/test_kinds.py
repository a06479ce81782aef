"""Which tests hold each row of the table of hostile inputs, faults and settings; and that they are there.

The rows are those of the tracker's table of kinds, in its words or nearly; what a kind's invariant is stands in
ARCHITECTURE.md ("Bounds", "Names and foreign text", "What a build reads").
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROWS: dict[str, tuple[str, ...]] = {
    "1 text escaped for the wrong layer in a drawing": (
        "render/graphviz/test_foreign_text.py::test_the_flowchart_says_every_name_and_draws_every_symbol",
        "render/graphviz/test_foreign_text.py::test_the_map_says_every_title",
        "render/svg/test_svg.py::test_no_text_of_a_spec_becomes_markup",
    ),
    "2 files that swell, nest or never end": (
        "foreign/test_package.py::test_claims_are_not_believed",
        "foreign/test_package.py::test_other_ways_of_packing_are_refused",
        "foreign/test_xml.py::test_no_document_type_in_any_encoding",
        "foreign/test_pdf.py::test_a_description_that_swells_is_not_unpacked",
        "foreign/test_files.py::test_no_pipe_device_or_socket_is_waited_for",
        "cli/test_foreign_files.py::test_as_a_spec",
        "cli/test_foreign_files.py::test_as_an_output",
    ),
    "3 work and output that grow with the line, the text or the list": (
        "cli/test_check_reports.py::test_a_spec_on_one_line_costs_and_says_no_more_than_on_many",
        "report/test_text.py::test_a_long_line_is_cut_around_the_caret",
        "intake/test_refusals.py::test_is_refused_for_one_reason",
        "intake/form/test_form_reading.py::test_a_cell_or_a_list_too_long_is_named_with_its_place",
        "report/test_baseline.py::test_a_baseline_of_thousands_is_read_and_shrunk_in_no_time",
        "text/test_breaks.py::test_a_word_of_many_words_is_looked_through_once",
        "intake/test_labels.py::test_a_branch_label_that_finds_no_room_anywhere_is_refused_before_it_is_tried",
    ),
    "4 names of files that are no UTF-8": (
        "cli/test_names_without_utf8.py::test_every_report_of_a_check",
        "cli/test_names_without_utf8.py::test_a_baseline_knows_it_again",
        "cli/test_names_without_utf8.py::test_the_other_commands",
    ),
    "5 JUnit names": ("report/test_formats.py::test_junit_calls_no_two_cases_of_a_suite_alike",),
    "6 the git hook": (
        "test_ci_kit.py::test_it_stops_stale_documents_until_new_ones_are_added",
        "test_ci_kit.py::test_it_reads_what_is_committed_not_what_stands_in_the_folder",
        "test_ci_kit.py::test_signed_documents_of_unchanged_specs_stop_nothing",
    ),
    "7 what --watch watches": (
        "cli/test_watching.py::test_watching_sees_all_that_a_build_reads_and_looks_for",
        "cli/test_watching.py::test_watching_builds_again_when_a_logo_elsewhere_changes",
    ),
    "8 python -OO": ("test_optimised.py::test_without_docstrings_every_command_says_and_writes_the_same",),
    "9 regular expressions of a bureau": (
        "intake/test_patterns.py::test_no_pattern_keeps_a_check_busy",
        "intake/test_patterns.py::test_whatever_the_pattern_it_means_what_python_says",
    ),
    "10 outputs of other commands, and of a hand": (
        "cli/test_replacing.py::test_a_command_leaves_alone_what_another_made",
        "cli/test_replacing.py::test_only_the_programs_own_is_replaced",
        "report/test_recognition.py::test_a_report_that_somebody_wrote_on_is_not",
    ),
    "11 dates": ("intake/test_patterns.py::test_a_date_in_no_year_of_ours_is_refused",),
    "12 pictures as a camera writes them": (
        "intake/test_picture.py::test_every_format_shows_it_as_it_was_seen",
        "intake/test_picture.py::test_sixteen_bits_of_grey_keep_their_shades",
    ),
    "13 foreign text in terminals and CI logs": (
        "cli/test_harmless.py::test_no_command_prints_what_a_terminal_or_a_runner_obeys",
        "cli/test_harmless.py::test_annotations_are_commands_but_nothing_in_them_is",
        "cli/test_harmless.py::test_all_printing_goes_through_the_console",
        "foreign/test_json_text.py::test_whatever_the_text",
    ),
    "14 what counts as a line": ("intake/test_lines.py::test_a_separator_moves_no_later_line",),
    "15 shards and the workflow": (
        "test_ci_workflow.py::test_from_the_first_push_to_a_deleted_a_renamed_spec_and_another_logo",
        "cli/test_gather.py::test_a_deleted_spec_s_document_is_found_by_its_part_and_left_out",
        "cli/test_gather.py::test_what_is_stale_or_spoilt_in_all_parts_is_missing",
    ),
    "16 labels far off, odd names to extract, letters that look plain": (
        "layout/test_flow_cases.py::test_a_long_label_stands_near_its_diamond",
        "cli/test_extract.py::test_a_name_is_seen_possible_everywhere_and_a_spec_s",
        "layout/test_coverage.py::test_what_looks_like_plain_letters_is_refused_with_them",
    ),
    "17 pairs, locks, a folder deleted meanwhile": (
        "cli/test_one_bad_place.py::test_a_signed_document_and_its_workbook_stay_a_pair",
        "cli/test_one_bad_place.py::test_a_lock_that_another_build_holds_is_told",
        "cli/test_one_bad_place.py::test_a_working_folder_deleted_meanwhile",
    ),
    "18 what a newcomer gets": (
        "intake/test_lines.py::test_brackets_without_end_are_too_deep_whatever_the_parser_bounds",
        "test_versions.py::test_each_library_is_tried_by_tests_that_are_there",
    ),
    "19 work in a stranger's counts": (
        "drawn/test_bounds.py::test_4900_things_on_one_sheet",
        "drawn/test_bounds.py::test_work_is_bounded",
    ),
    "20 a seal covers every byte": ("render/ooxml/test_seal.py::test_every_byte_counts",),
    "21 one bad place": (
        "cli/test_one_bad_place.py::test_a_folder_or_a_file_where_an_output_should_be",
        "cli/test_one_bad_place.py::test_a_folder_where_a_spec_should_be",
        "cli/test_one_bad_place.py::test_an_unreadable_folder",
    ),
    "22 a layout's work": ("layout/route/test_budget.py::test_a_dense_flow_takes_no_more_work_than_its_layout_may",),
    "23 one person's rank and number": (
        "intake/test_defaults.py::test_a_new_name_inherits_nobody_elses_rank_and_number",
    ),
}

HOME = Path(__file__).parent


@pytest.mark.parametrize("row", ROWS)
def test_each_row_is_held_by_tests_that_are_there(row: str) -> None:
    for test in ROWS[row]:
        file, _, name = test.partition("::")
        tree = ast.parse((HOME / file).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, test


def test_no_row_is_left_out() -> None:
    assert [int(row.split()[0]) for row in ROWS] == list(range(1, 24))
