"""The search page: any script and spelling leads to the thing, and says which recorded words matched."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from .test_pages import APP


def open_search(**query: str) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/search.py").run()


def found(app: AppTest) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("Мовлаев", "who=mansur-movlaev"),
        ("Movlayev", "who=mansur-movlaev"),
        ("Mowlajew", "who=mansur-movlaev"),
        ("Movlaev", "case=mansur-movlaev"),
        ("Гозный", "at=grozny"),
        ("Абдурахманов", "who=tumso-abdurakhmanov"),
        ("Abdurachmanow", "case=tumso-abdurakhmanov"),
    ],
)
def test_every_spelling_leads_to_the_same_thing(asked: str, leads_to: str) -> None:
    app = open_search(q=asked)
    assert not app.exception
    assert leads_to in found(app)
    assert app.query_params["q"] in (asked, [asked])


def test_what_matched_is_marked_and_judged() -> None:
    page = found(open_search(q="Salman Mkaev"))
    assert "<mark>" in page
    assert "similar; judge for yourself" in page


def test_nothing_asked_and_nothing_found_are_said() -> None:
    assert "Type a name" in found(open_search())
    app = open_search(q="Reykjavík")
    assert any("Nothing in the record" in one.value for one in app.info)


def test_a_day_of_knowledge_hides_what_was_published_later() -> None:
    assert "event=movlaev-extradition-granted" in found(open_search(q="extradition granted"))
    then = open_search(q="extradition granted", known="2023-12-31")
    assert "event=movlaev-extradition-granted" not in found(then)


@pytest.mark.parametrize(
    "asked", ["<script>alert(1)</script>", "' OR 1=1 --", ".*[", "\u202e\u0000", "x" * 5000, "🙂"]
)
def test_hostile_words_are_only_words(asked: str) -> None:
    app = open_search(q=asked)
    assert not app.exception
    assert "<script>" not in found(app)
