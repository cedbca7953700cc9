"""Reports against origins: reprints and one publisher count once, and it is said who shares what."""

from __future__ import annotations

from tests.answer_builders import LINEAGE
from timeline.charts.html.links import Links
from timeline.charts.html.origin_rows import MOST_DOTS, counts_words, origin_table, origin_words
from timeline.i18n.catalog import catalog
from timeline.model.selection import Selection
from timeline.store.rows import LineageSource, Report
from timeline.viewmodel.origins import origin_rows

say = catalog()


def reports(*source_ids: str, subject: str = "fictional-case") -> list[Report]:
    return [
        Report(subject, "fictional-case", "A fictional case", "", None, source_id, 1)
        for source_id in source_ids
    ]


def test_reprints_and_one_publisher_are_one_origin() -> None:
    (row,) = origin_rows(reports("daily", "reprint", "daily-again", "weekly"), LINEAGE)

    assert (row.report_count, len(row.origins)) == (4, 2)
    assert counts_words(row, say) == "4 reports, 2 origins"
    assert [origin.report_count for origin in row.origins] == [3, 1]
    assert [origin_words(origin, say) for origin in row.shared] == [
        "Fictional Daily (2) and Fictional Gazette"
    ]


def test_what_reports_rest_on_is_named_when_it_is_not_among_them() -> None:
    (row,) = origin_rows(reports("reprint", "weekly"), LINEAGE)
    resting = next(origin for origin in row.origins if origin.rests_on)

    assert origin_words(resting, say) == "Fictional Gazette, resting on Fictional Daily"


def test_each_subject_is_counted_for_itself() -> None:
    rows = origin_rows(
        [*reports("daily"), *reports("daily", "reprint", subject="other-case")], LINEAGE
    )

    assert [(row.subject_id, row.report_count, len(row.origins)) for row in rows] == [
        ("fictional-case", 1, 1),
        ("other-case", 2, 1),
    ]


def test_one_solid_dot_is_drawn_for_each_origin_and_the_words_say_the_same() -> None:
    rows = origin_rows(reports("daily", "reprint", "weekly"), LINEAGE)
    html = origin_table(rows, Links(Selection()), say, caption="Reports")

    assert html.count('<span class="tl-origin">') == 2
    assert html.count("<i></i>") == 3
    assert "3 reports, 2 origins" in html
    assert '<span class="tl-dots" aria-hidden="true">' in html


def test_a_row_of_dots_ends_and_says_how_many_are_not_drawn() -> None:
    many = [
        LineageSource(f"s{number:03}", "T", f"P{number}", "article", None, "en", ())
        for number in range(MOST_DOTS + 5)
    ]
    rows = origin_rows(reports(*(one.source_id for one in many)), many)
    html = origin_table(rows, Links(Selection()), say, caption="Reports")

    assert html.count("<i></i>") == MOST_DOTS
    assert "and 5 more" in html
    assert f"{MOST_DOTS + 5} reports, {MOST_DOTS + 5} origins" in html
