"""Every link of docs/questions.md opens on what the page of questions says stands there."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from timeline.ui import navigation

from .test_pages import APP

TEXT = (Path(APP).parent / "docs" / "questions.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| `([^`]+)` \| ([^|]+) \|$", TEXT, flags=re.MULTILINE)
FILES = {page.url_path: page.file for page in navigation.PAGES}


def test_there_are_ten() -> None:
    assert [int(number) for number, *_ in ROWS] == list(range(1, 11))


@pytest.mark.parametrize(("question", "link", "answer"), [row[1:] for row in ROWS])
def test_the_link_answers_the_question(question: str, link: str, answer: str) -> None:
    parts = urlsplit(link)
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    for name, values in parse_qs(parts.query).items():
        app.query_params[name] = values
    app.switch_page(FILES[parts.path.strip("/")]).run()
    assert not app.exception
    assert not any("no longer here" in one.value for one in app.info)
    texts = [block.proto.body for block in app.get("html")]
    texts += [block.value for block in (*app.title, *app.header, *app.subheader, *app.info)]
    words = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", " ".join(texts))))
    assert answer.strip() in words, question
