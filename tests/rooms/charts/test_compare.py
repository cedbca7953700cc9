"""Cases side by side as drawn: the scale, the lines, the grammar of the marks, the words beside them."""

from __future__ import annotations

import datetime as dt
import html
import re
from itertools import pairwise

import pytest

from tests.compare_builders import compared_event, detained, subject
from timeline.charts.compare.day_scale import TRACK_PX, DayScale
from timeline.charts.compare.event_rows import event_rows
from timeline.charts.compare.moment_table import moment_sentences, moment_table
from timeline.charts.compare.packing import Side, ends_px, pack
from timeline.charts.compare.rows_html import alt_words, lane_key, rows_html, whose
from timeline.charts.html.links import Links
from timeline.charts.text_width import text_width_px
from timeline.i18n.catalog import catalog
from timeline.model.moment import Moment
from timeline.model.selection import Selection
from timeline.model.vocabulary import EventType
from timeline.store.rows import ComparedEvent
from timeline.theme import SMALL_PX
from timeline.viewmodel.comparison import Comparison, comparison
from timeline.viewmodel.footnotes import Footnotes

SAY = catalog()
LINKS = Links(Selection())
ZERO = dt.date(2020, 3, 4)
NASTY = '<img src=x onerror="alert(1)">&\'"'


def view(*events: ComparedEvent, window: str = "all", **asked: object) -> Comparison:
    subjects = asked.pop("subjects", (subject(),))
    return comparison(subjects, events, events, Moment.DETENTION, window=window)  # type: ignore[arg-type]


def picture(found: Comparison) -> str:
    return rows_html(found, SAY, links=LINKS, all_address="/compare?window=all&align=detention")


def shapes(found: Comparison, event_id: str) -> str:
    """The shape of one mark, by the classes of its parts."""
    link = re.search(rf'<a class="tl-cmp-mark[^>]*event={event_id}[^>]*>(.*?)<span', picture(found))
    assert link
    return " ".join(re.findall(r'class="(tl-cmp-[^"]*)"', link[1]))


SHAPES = """
date                  | shape                          | because
2020-06-04            | tl-cmp-dot                     | the number of days is known
2020-06               | tl-cmp-within                  | some day of a month, wide enough to see
[2020-06-04,2020-06-06] | tl-cmp-ring                  | a doubt too narrow for an outline
2020-06-04/2020-07-04 | tl-cmp-bar                     | it lasted
2020-06-04/..         | tl-cmp-bar tl-cmp-ongoing      | it goes on
2020-06-04/           | tl-cmp-bar tl-cmp-until-unknown | it ended, nobody says when
../2020-06-04         | tl-cmp-bar tl-cmp-from-unknown | begun nobody says when
[2020-06-04..]        | tl-cmp-fade tl-cmp-fade-after  | not before that day
[..2020-06-04]        | tl-cmp-fade tl-cmp-fade-before | by that day
2020-06-04?           | tl-cmp-ring                    | the source is doubtful of the day
2020-06-04~           | tl-cmp-ring                    | the day is about right
"""


@pytest.mark.parametrize(
    ("date", "shape"),
    [[cell.strip() for cell in line.split("|")][:2] for line in SHAPES.strip().splitlines()[1:]],
)
def test_the_grammar_of_a_mark(date: str, shape: str) -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("one", date, reported_until=dt.date(2020, 7, 1)),
        compared_event("last", "2020-08-30"),
    )
    assert shapes(found, "one") == shape


def test_answers_that_differ_are_hollow_and_joined() -> None:
    far = compared_event("one", "2020-06-04", dates_said=("2020-06-04", "2020-08-04"))
    near = compared_event("two", "2020-06-04", dates_said=("2020-06-04", "2020-06-05"))
    vague = compared_event("three", "2020-06-04", dates_said=("2020-06-04", "2020-07"))
    found = view(detained("2020-03-04"), far, near, vague)

    assert shapes(found, "one") == "tl-cmp-join tl-cmp-hollow tl-cmp-hollow"
    assert shapes(found, "two") == "tl-cmp-two"
    assert shapes(found, "three") == "tl-cmp-join tl-cmp-hollow tl-cmp-within tl-cmp-empty"


def test_an_answer_that_is_no_single_day_is_dashed_even_when_too_narrow_for_an_outline() -> None:
    said = ("2020-06-04", "[2020-08-04,2020-08-06]")
    found = view(detained("2020-03-04"), compared_event("one", "2020-06-04", dates_said=said))

    assert shapes(found, "one") == "tl-cmp-join tl-cmp-hollow tl-cmp-hollow tl-cmp-vague"


def test_beside_a_doubtful_end_only_the_other_end_is_solid() -> None:
    def solid(date: str) -> str:
        one = compared_event("one", date, reported_until=dt.date(2020, 7, 1))
        found = view(detained("2020-03-04"), one, compared_event("last", "2020-08-30"))
        return re.findall(r'style="(--a:[^"]*)"', picture(found))[0]

    assert solid("2020-06-04/2020-07-04") == "--a:0.0%;--b:100.0%"
    assert solid("2020-06-04/2020-07-04?") == "--a:0.0%;--b:0.0%"
    assert solid("2020-06-04?/2020-07-04") == "--a:100.0%;--b:100.0%"
    assert solid("2020-06-04?/2020-07-04?") == "--a:50.0%;--b:50.0%"
    assert solid("2020-06-04?/..") == "--a:100.0%;--b:100.0%"


def test_a_day_set_in_advance_has_a_flag() -> None:
    found = view(
        detained("2020-03-04"),
        compared_event("one", "2020-06-04", event_type=EventType.DEADLINE),
    )

    assert shapes(found, "one") == "tl-cmp-flag"


def test_day_zero_is_a_line_or_a_band_as_wide_as_the_doubt() -> None:
    exact = view(detained("2020-03-04"), compared_event("x", "2020-12-04"))
    vague = view(detained("2020-03"), compared_event("x", "2020-12-04"))
    width = re.search(r'tl-cmp-zero-band" style="left:[\d.]+%;width:([\d.]+)%', picture(vague))

    assert "tl-cmp-zero-line" in picture(exact)
    assert "tl-cmp-zero-band" not in picture(exact)
    assert width
    length = vague.last_day - vague.first_day
    assert float(width[1]) == pytest.approx(100 * 30 / length, abs=0.01)


def test_a_mark_cut_by_the_window_is_open_at_that_end() -> None:
    found = view(detained("2020-03-04"), compared_event("one", "2018/2020-03-20"), window="90d")

    assert "tl-cmp-cut-before" in shapes(found, "one")
    assert "tl-cmp-cut-after" not in shapes(found, "one")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (-10, 10, ["−7 days", "day 0"]),
        (-100, 100, ["−3 months", "−2 months"]),
        (-1100, 1100, ["−3 years", "−2 years"]),
        (-30, 4000, ["day 0", "+2 years"]),
        (0, 14, ["day 0", "+2 days"]),
    ],
)
def test_the_axis_counts_in_what_suits_its_length(first: int, last: int, words: list[str]) -> None:
    scale = DayScale(first, last)
    ticks = scale.ticks(SAY)

    assert [tick.words for tick in ticks][:2] == words
    assert "day 0" in {tick.words for tick in ticks}
    assert all(first <= tick.day <= last for tick in ticks)
    gaps = [scale.px(after.day) - scale.px(tick.day) for tick, after in pairwise(ticks)]
    assert min(gaps) >= 64


def test_no_mark_nor_label_of_a_row_lies_on_another() -> None:
    kinds = [one.event_type for one in Moment]
    events = [
        compared_event(
            f"event-{at}",
            (ZERO + dt.timedelta(days=at * at % 97 * 5 - 200)).isoformat()
            if at % 3
            else f"20{19 + at % 3}-0{1 + at % 9}",
            event_type=kinds[at % len(kinds)],
        )
        for at in range(60)
    ]
    found = view(detained("2020-03"), *events)
    scale = DayScale(found.first_day, found.last_day)
    packed = pack(found.rows[0].marks, scale, SAY)
    boxes = []
    for one in packed.marks:
        start, end = ends_px(one.mark, scale)
        wide = text_width_px(f"{one.label} {one.when}", SMALL_PX)
        boxes.append(
            (
                start - (wide if one.side is Side.LEFT else 0),
                end + (wide if one.side is Side.RIGHT else 0),
                one.top_px,
            )
        )

    assert sum(len(one.marks) for one in packed.marks) == len(found.rows[0].marks)
    for at, one in enumerate(boxes):
        assert one[0] >= -1
        assert one[2] < packed.height_px
        for other in boxes[at + 1 :]:
            assert one[2] != other[2] or one[1] <= other[0] or other[1] <= one[0]
    assert max(box[1] for box in boxes) <= TRACK_PX * 1.05


def test_events_at_one_place_share_a_mark_that_counts_them() -> None:
    events = [
        compared_event(f"event-{at}", "2020", event_type=EventType.STATEMENT) for at in range(9)
    ]
    found = picture(view(detained("2020-03-04"), *events))

    assert found.count('class="tl-cmp-mark ') == 2
    assert "tl-cmp-label-inside" in found
    assert "9 events" in found
    assert "and 3 more" in found
    assert 'href="/case?case=fictional-case"' in found


def test_the_first_of_a_kind_is_labelled_with_its_day() -> None:
    found = picture(
        view(
            detained("2020-03-04"),
            compared_event("one", "2020-03-12", event_type=EventType.ASYLUM_APPLICATION),
            compared_event("two", "2020-06-12", event_type=EventType.HEARING),
        )
    )
    labels = [
        html.unescape(re.sub(r"<[^>]+>", "", label))
        for label in re.findall(r'<span class="tl-cmp-label [^>]*>(.*?</span>)</span>', found)
    ]

    assert labels == ["detention day 0", "asylum application day 8"]


def test_a_mark_leads_to_the_event_in_its_case_and_not_by_keyboard() -> None:
    found = picture(view(detained("2020-03-04")))
    links = re.findall(r"<a class=\"tl-cmp-mark[^>]*>", found)

    assert links
    assert all('tabindex="-1"' in link and 'target="_self"' in link for link in links)
    assert "/case?event=detained&amp;case=fictional-case" in links[0]


def test_links_take_the_day_of_knowledge_along() -> None:
    links = Links(Selection(known_on=dt.date(2021, 1, 2), country_codes=("AQ",)))
    found = view(
        detained("2020-03-04"), compared_event("x", "2020-04", event_type=EventType.RELEASE)
    )
    everything = rows_html(found, SAY, links=links, all_address="/x") + moment_table(
        found, SAY, links=links
    )

    assert everything.count("known=2021-01-02") == everything.count("/case?")
    assert "country=" not in everything


def test_no_text_of_the_record_is_markup() -> None:
    nasty = {"title": NASTY, "case_id": NASTY}
    found = view(
        detained("2020-03-04", **nasty),
        compared_event("x", "2020-04", **nasty),
        compared_event("y", None, **nasty),
        compared_event(NASTY, "2020-04-05", event_type=EventType.RELEASE, **nasty),
        subjects=(subject(case_id=NASTY, person=NASTY, case_title=f"{NASTY} case"),),
    )
    row = found.rows[0]
    everything = "".join(
        (
            rows_html(found, SAY, links=LINKS, all_address=f"/compare?{NASTY}"),
            event_rows(
                row, found.moment, Footnotes({}, ()), SAY, links=LINKS, all_address=f"/{NASTY}"
            ),
            moment_table(found, SAY, links=LINKS),
            lane_key(found, SAY),
        )
    )

    assert "<img" not in everything
    assert "&lt;img" in everything
    assert not re.search(r'(?:href|aria-label|style)="[^"]*[<>]', everything)


def test_what_a_row_leaves_out_is_said_and_can_be_shown() -> None:
    found = view(
        detained("2020-03-04", unlisted_count=3),
        compared_event("a", "2014"),
        compared_event("b", "2019-01-02"),
        compared_event("c", "2030"),
        compared_event("d", None),
        window="1y",
    )
    words = picture(found)

    assert "2 earlier events not shown, 2014 to 2019" in words
    assert "1 later event not shown, 2030" in words
    assert 'href="/compare?window=all&amp;align=detention"' in words
    assert "1 event without a date" in words
    assert "3 events farther away are not listed" in words


def test_the_table_says_every_mark_in_words_and_those_without_a_date_last() -> None:
    found = view(
        detained("2020-03/2020-05", disputed_properties=("occurrence",)),
        compared_event("asked", "2020-06-04", event_type=EventType.ASYLUM_APPLICATION),
        compared_event("going-on", "2020-06-05/..", reported_until=dt.date(2020, 7, 1)),
        compared_event("undated", None),
    )
    notes = Footnotes({"asked": (1, 3)}, ())
    table = event_rows(found.rows[0], found.moment, notes, SAY, links=LINKS, all_address="/x")
    text = html.unescape(re.sub(r"<[^>]+>", " ", table))

    assert "<caption>" in table
    assert table.count('scope="col"') == 4
    assert table.count('scope="row"') == 4
    assert "between 65 and 95 days after" in text
    assert "went on at least until the last report, at least 92 days after" in text
    assert "sources differ on whether it happened" in text
    assert "[1] [3]" in text
    assert "Known to within 30 days." in text
    assert table.rindex("Title of undated") > table.rindex("Title of going-on")
    assert "not known how long" in text


def two_rows() -> Comparison:
    return view(
        detained("2020-03-04"),
        compared_event("asked", "2020-06", event_type=EventType.ASYLUM_APPLICATION),
        compared_event("wanted", None, event_type=EventType.WANTED_NOTICE),
        detained("2021-03-04", "other", case_id="b", actor_id=None, verification_status="disputed"),
        compared_event(
            "other-asked",
            "2021-03-01",
            event_type=EventType.ASYLUM_APPLICATION,
            case_id="b",
            actor_id=None,
        ),
        subjects=(subject(), subject(case_id="b", actor_id=None, person=None, case_title="Case B")),
    )


def test_the_table_of_moments_has_a_cell_for_each_row() -> None:
    table = moment_table(two_rows(), SAY, links=LINKS)
    cells = [
        html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", table)
    ]

    assert cells == [
        "Fictional Person: on record, without a date",
        "Case B: not on record",
        "Fictional Person: between 89 and 118 days after",
        "Case B: 3 days before",
    ]
    assert moment_table(view(detained("2020-03-04")), SAY, links=LINKS) == ""


def test_the_sentences_to_copy_keep_every_hedge() -> None:
    assert moment_sentences(two_rows(), SAY).splitlines() == [
        "From first detention to first wanted notice: on record, without a date (Fictional Person).",
        "From first detention to first asylum application: between 89 and 118 days after "
        "(Fictional Person); 3 days before, sources differ on whether the first detention "
        "happened (Case B).",
        "The first of each kind on record is meant; an earlier one may be unknown.",
    ]


def test_a_row_says_whose_it_is() -> None:
    first, second = two_rows().rows

    assert whose(first, SAY) == "Fictional Person"
    assert whose(second, SAY) == "Case B, people not followed by name"
    assert "people not followed by name" in picture(two_rows())


def test_the_picture_has_words_for_those_who_cannot_see_it() -> None:
    words = alt_words(two_rows(), SAY)

    assert words == (
        "2 rows of marks under one another, days counted from the first detention, 4 events: "
        "Fictional Person; Case B. The table below has the same events in words."
    )
    assert html.escape(words, quote=True) in picture(two_rows())
    assert 'class="tl-cmp-track"' in picture(two_rows())
    assert picture(two_rows()).count('aria-hidden="true"') >= 2
