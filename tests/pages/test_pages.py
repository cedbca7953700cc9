"""The pages as a reader's session runs them: they open, links in restore them, links out hold ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"


def open_app(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def open_case(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page("pages/views/case.py").run()


def test_the_overview_opens_with_every_case() -> None:
    app = open_app()
    assert not app.exception
    assert "Where they fled" in app.title[0].value
    assert len(app.get("plotly_chart")) == 1
    assert len(app.get("deck_gl_json_chart")) == 1


def test_a_case_opens_with_its_timeline_map_table_and_sources() -> None:
    app = open_case(case="salman-mukaev")
    assert not app.exception
    assert app.title[0].value == "Salman Mukaev"
    assert len(app.get("plotly_chart")) == 1
    html = " ".join(block.proto.body for block in app.get("html"))
    assert "tl-table" in html
    assert "tl-sources" in html


@pytest.mark.parametrize(
    "case_id",
    [
        "abubakar-yangulbaev",
        "mansur-movlaev",
        "minkail-malizaev",
        "purge-2017-2019",
        "relatives-december-2021",
        "salman-mukaev",
        "tumso-abdurakhmanov",
    ],
)
def test_every_case_opens(case_id: str) -> None:
    app = open_case(case=case_id)
    assert not app.exception
    assert app.query_params["case"] == case_id


def test_a_link_with_a_filter_opens_filtered() -> None:
    app = open_app(country="KZ")
    assert app.multiselect(key="country").value == ["KZ"]
    everything = open_app()
    words = [block.proto.body for block in app.get("html") if " events, " in block.proto.body]
    all_words = [
        block.proto.body for block in everything.get("html") if " events, " in block.proto.body
    ]
    assert words != all_words


def test_a_choice_is_written_into_the_address_by_id_and_never_by_name() -> None:
    app = open_app()
    app.multiselect(key="person").select("mansur-movlaev").run()
    assert app.query_params["person"] in ("mansur-movlaev", ["mansur-movlaev"])
    app.multiselect(key="person").set_value([]).run()
    assert "person" not in app.query_params


def test_a_stale_link_opens_on_something_and_says_so() -> None:
    app = open_case(case="no-such-case", country=["ZZ", "KZ"])
    assert not app.exception
    assert app.title[0].value
    assert app.multiselect(key="country").value == ["KZ"]
    assert any("no longer here" in info.value for info in app.info)


def test_an_empty_choice_says_which_filter_to_loosen() -> None:
    app = open_case(case="salman-mukaev", country="KZ")
    assert not app.exception
    assert any("filter on the country" in info.value for info in app.info)
    assert not app.get("plotly_chart")


@pytest.mark.parametrize(
    "value", ["<script>alert(1)</script>", "../../etc/passwd", "\u202e", "x" * 5000]
)
def test_hostile_addresses_do_no_harm(value: str) -> None:
    app = open_case(case=value, person=value, country=value)
    assert not app.exception
    assert value not in " ".join(block.proto.body for block in app.get("html"))
