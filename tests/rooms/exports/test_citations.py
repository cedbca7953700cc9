"""Sources for reference managers, read back by tools that cite: pybtex and citeproc."""

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, parse_bytes

from timeline.exports.edition import Edition
from timeline.exports.words.citations import bibtex, csl_json, published_of
from timeline.i18n.catalog import catalog
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines


@pytest.fixture
def edition(built_store: Path) -> Edition:
    land = outlines()
    article = article_of(view_of_link("fictional-case-a"), asking(built_store), land)
    return Edition(article, catalog(), land)


def with_first(edition: Edition, **changes: object) -> Edition:
    """The edition with its first source changed, and no other source."""
    first = edition.article.dossier.sources[0].source_id
    sources = [one for one in edition.article.table_sources if one.source_id == first]
    changed = replace(sources[0], **changes)  # type: ignore[arg-type]
    return replace(edition, article=replace(edition.article, table_sources=(changed,)))


def read_bibtex(edition: Edition) -> BibliographyData:
    return parse_bytes(bibtex(edition), "bibtex")


def test_every_source_is_cited_once_in_order_of_its_number(edition: Edition) -> None:
    numbered = [one.source_id for one in edition.article.dossier.sources]

    assert [one["id"] for one in json.loads(csl_json(edition))] == numbered
    assert list(read_bibtex(edition).entries) == numbered


def test_a_date_is_as_fine_as_it_is_known(edition: Edition) -> None:
    entries = read_bibtex(edition).entries
    issued = {one["id"]: one.get("issued") for one in json.loads(csl_json(edition))}

    daily, weekly, report = (
        entries[f"fictional-{name}"].fields for name in ("daily", "weekly", "report")
    )
    assert issued["fictional-daily"] == {"date-parts": [[2020, 4]]}
    assert (daily["year"], daily["month"]) == ("2020", "April")
    assert "day" not in daily
    assert issued["fictional-weekly"] == {"date-parts": [[2021, 2, 3]]}
    assert (weekly["year"], weekly["month"], weekly["day"]) == ("2021", "February", "3")
    assert issued["fictional-report"] == {"date-parts": [[2022]]}
    assert "month" not in report


@pytest.mark.parametrize(
    ("edtf", "parts", "is_hedged"),
    [
        ("2021-05-03", ((2021, 5, 3),), False),
        ("2021-05~", ((2021, 5),), True),
        ("2021?", ((2021,),), True),
        ("2021-05/2021-07", ((2021, 5), (2021, 7)), False),
        ("2021-22", ((2021,),), True),
        ("2021-XX-03", ((2021,),), True),
        ("[2020-12,2021-01]", (), True),
        ("202X", (), True),
        ("2021-05/..", (), True),
        (None, (), False),
    ],
)
def test_what_is_not_known_is_not_said(
    edtf: str | None, parts: tuple[tuple[int, ...], ...], is_hedged: bool
) -> None:
    found = published_of(edtf, catalog())

    assert (found.parts, found.is_hedged) == (parts, is_hedged)


def test_a_date_that_does_not_fit_is_said_in_words(edition: Edition) -> None:
    odd = with_first(edition, published_edtf="[2020-12,2021-01]", note="")
    (item,) = json.loads(csl_json(odd))
    (entry,) = read_bibtex(odd).entries.values()

    assert item["issued"] == {"literal": "Dec 2020 or Jan 2021"}
    assert item["custom"] == {"edtf": "[2020-12,2021-01]"}
    assert entry.fields["note"] == "Published Dec 2020 or Jan 2021."
    assert "year" not in entry.fields


HOSTILE = r"""}} @misc{x, title={ \input{/etc/passwd} $x$ 100% & #1 a_b ~ ^ "q" 'q' ъ 漢"""


def test_hostile_text_ends_no_field_and_is_no_command(edition: Edition) -> None:
    odd = with_first(edition, title=HOSTILE, publisher=HOSTILE, note=HOSTILE, language=HOSTILE)
    data = read_bibtex(odd)

    assert len(data.entries) == 1
    (entry,) = data.entries.values()
    assert set(entry.fields) <= {
        *("title", "organization", "howpublished", "year", "month", "day"),
        *("edtf", "language", "url", "note"),
    }
    plain = entry.fields["organization"]
    assert r"\input" not in plain
    assert plain.count("{") == plain.count("}")
    assert json.loads(csl_json(odd))[0]["title"].strip("[]") == HOSTILE


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://files.example/a",
        "https://",
        "",
        "//x.example",
    ],
)
def test_only_addresses_of_the_web_are_cited(address: str, edition: Edition) -> None:
    odd = with_first(edition, url=address)

    assert "URL" not in json.loads(csl_json(odd))[0]
    assert "url" not in next(iter(read_bibtex(odd).entries.values())).fields


def test_an_address_cannot_end_its_field(edition: Edition) -> None:
    odd = with_first(edition, url="https://a.example/}{ \\x\n?q=1%20")
    (entry,) = read_bibtex(odd).entries.values()

    assert entry.fields["url"] == "https://a.example/%7D%7B%20%5Cx%0A?q=1%20"


def test_a_title_of_ours_stands_in_brackets(edition: Edition) -> None:
    odd = with_first(edition, title="A retelling", title_is_ours=True)

    assert json.loads(csl_json(odd))[0]["title"] == "[A retelling]"
    assert not json.loads(csl_json(with_first(edition)))[0]["title"].startswith("[")


def test_citeproc_sets_a_bibliography_of_it(edition: Edition) -> None:
    with warnings.catch_warnings():
        # citeproc-py knows no free fields; CSL 1.0.2 has one, and our EDTF is in it.
        warnings.filterwarnings("ignore", message="The following arguments", category=UserWarning)
        source = CiteProcJSON(json.loads(csl_json(edition)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))

    text = " ".join(str(one) for one in bibliography.bibliography())
    assert "Fictional Weekly" in text
    assert "2021" in text
