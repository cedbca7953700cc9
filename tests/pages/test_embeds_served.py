"""What the app answers below /embed/: the right file, headers that let anybody frame it and nothing run, sentences for the rest."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from timeline.exports.embed.document import FLAGS
from timeline.exports.formats import formats_of
from timeline.model.view import ViewKind, view_of
from timeline.publishing import article_of as publishing
from timeline.ui import editions, embeds, export_files, headers
from timeline.ui.embed_address import Asked, asked_of
from timeline.ui.export_files import Made

from .browser import RunningServer
from .embedding import get

CASE = "/embed/case-fictional-case-a/"


@pytest.fixture
def build(built_store: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The fictional record, as if it were the one being served."""
    monkeypatch.setenv("TIMELINE_DATA", str(built_store.parent.parent))
    return built_store.stem.removeprefix("timeline-")


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has been made yet."""
    monkeypatch.setattr(export_files, "_kept", export_files._Kept(10**8, 10**7))
    editions.edition.cache_clear()
    editions._article.cache_clear()


# --- files -----------------------------------------------------------------------------


def test_the_embed_comes_without_a_script_and_may_be_framed_by_anybody(build: str) -> None:
    answer = get(CASE)

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert b"Fictional Person A" in answer.body
    assert b"<script" not in answer.body
    policy = answer.headers["content-security-policy"].split("; ")
    assert policy[0] == "default-src 'none'"
    assert "frame-ancestors *" in policy
    assert not [one for one in policy if one.startswith("script-src")]
    (sandbox,) = [one for one in policy if one.startswith("sandbox")]
    assert "allow-scripts" not in sandbox and "allow-same-origin" not in sandbox
    assert "x-frame-options" not in answer.headers
    assert "cross-origin-opener-policy" not in answer.headers, "browsers refuse it with a sandbox"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "set-cookie" not in answer.headers
    assert "clipboard-write=()" in answer.headers["permissions-policy"]


@pytest.mark.parametrize("name", formats_of(ViewKind.CASE))
def test_every_file_of_a_view_is_served_under_its_name(build: str, name: str) -> None:
    kind = formats_of(ViewKind.CASE)[name]

    answer = get(CASE + kind.file_name)

    assert answer.status == 200
    assert answer.headers["content-type"] == kind.media_type
    assert (
        f'filename="case-fictional-case-a-{kind.file_name}"'
        in answer.headers["content-disposition"]
    )
    assert answer.body
    runs = "allow-scripts" in answer.headers["content-security-policy"]
    assert runs == (kind.file_name in export_files.SCRIPTED)


def test_only_the_very_scripts_of_a_document_may_run(build: str) -> None:
    hashes = headers.inline_script_hashes(get(f"{CASE}full.html").body.decode())

    policy = get(f"{CASE}full.html").headers["content-security-policy"]

    assert hashes
    assert f"script-src {' '.join(hashes)};" in policy
    assert "allow-same-origin" not in policy


def test_what_a_spreadsheet_or_a_map_reads_is_saved_and_a_picture_is_shown(build: str) -> None:
    shown = {
        name: get(CASE + one.file_name).headers["content-disposition"].partition(";")[0]
        for name, one in formats_of(ViewKind.CASE).items()
        if one.file_name in ("dataset.csv", "full.svg", "pack.zip", "alt.txt")
    }

    assert shown.pop("alt") == "inline"
    assert shown.pop("pack") == "attachment"
    assert set(shown.values()) <= {"attachment", "inline"}


# --- addresses -------------------------------------------------------------------------


def test_an_address_without_its_slash_leads_to_the_one_with_it(build: str) -> None:
    answer = get("/embed/case-fictional-case-a?dark=true")
    of_build = get(f"/embed/case-fictional-case-a/{build}")

    assert answer.status == 301
    assert answer.headers["location"] == "/embed/case-fictional-case-a/?dark=true"
    assert of_build.headers["location"] == f"/embed/case-fictional-case-a/{build}/"


def test_the_build_of_today_has_lasting_addresses_and_another_has_none(build: str) -> None:
    latest, lasting = get(f"{CASE}alt.txt"), get(f"{CASE}{build}/alt.txt")
    other = get(f"{CASE}{'0' * len(build)}/alt.txt")

    assert latest.body == lasting.body
    assert latest.headers["cache-control"] == "no-cache"
    assert lasting.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert get(f"{CASE}{build}/").status == 200
    assert other.status == get(f"{CASE}{'0' * len(build)}/").status == 404
    assert b"no longer served" in other.body


@pytest.mark.parametrize(
    "address",
    [
        "/embed/",
        "/embed/nonsense/",
        "/embed/case-nobody-knows/",
        "/embed/comparison-of-apples/",
        "/embed/flows-/",
        "/embed/case-fictional-case-a/secrets.txt",
        "/embed/case-fictional-case-a/a/b/c",
        "/embed/case-fictional-case-a/..%2f..%2fetc%2fpasswd",
        "/embed/..%2f..%2fetc/passwd",
        "/embed/case-%3Cscript%3Ealert(1)%3C%2Fscript%3E/",
        "/embed/case-fictional-case-a/?person=nobody-knows",
        "/embed//case-fictional-case-a/",
    ],
)
def test_what_is_not_there_is_a_sentence_on_a_page(build: str, address: str) -> None:
    answer = get(address)

    assert answer.status == 404
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert answer.body.startswith(b"<!DOCTYPE html>")
    for never in (b"<script", b"Traceback", b"passwd", b".py"):
        assert never not in answer.body


def test_a_view_that_holds_too_much_says_so(
    build: str, nothing_kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "MOST_EVENTS", 1)

    answer = get("/embed/events/")

    assert answer.status == 422
    assert b"more than one graphic can carry (1)" in answer.body


def test_without_a_record_there_is_nothing_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_DATA", str(tmp_path))

    answer = get(CASE)

    assert answer.status == 503
    assert answer.headers["retry-after"].isdecimal()


def test_a_format_that_fails_is_a_sentence_too(
    build: str, nothing_kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Made:
        raise RuntimeError("of no concern to the reader")

    monkeypatch.setattr(export_files, "_make", broken)

    answer = get(f"{CASE}alt.txt")

    assert answer.status == 500
    assert b"of no concern" not in answer.body
    assert b"could not be made" in answer.body


# --- what an address may say -----------------------------------------------------------


def test_words_of_an_address_that_mean_nothing_change_nothing(build: str) -> None:
    assert (
        get(f"{CASE}?disclosure=restricted&all=1&dark=blue&lang=xx&plain=maybe").body
        == get(CASE).body
    )


@pytest.mark.parametrize("flag", [*FLAGS, "dark"])
def test_no_flag_shows_more_events(build: str, flag: str) -> None:
    plain, flagged = get(CASE), get(f"{CASE}?{flag}=true")

    assert flagged.status == 200
    assert flagged.body.count(b"<tr") <= plain.body.count(b"<tr")


def test_an_editors_words_are_cut_and_stay_text(build: str) -> None:
    asked = asked_of("case-a", [("headline", "<b>x</b>\n y" * 200), ("note", "n" * 5000)])

    assert len(asked.headline) == 160
    assert "\n" not in asked.headline
    assert len(asked.note) == 600
    body = get(f"{CASE}?headline=%3Cscript%3Ealert(1)%3C/script%3E").body
    assert b"<script" not in body
    assert b"&lt;script&gt;" in body


def test_an_address_is_read_back_as_it_was_written() -> None:
    asked = Asked(
        view_of("timeline-fictional-case-a", [("country", "AQ"), ("known", "2020-01-02")]),
        theme="dark",
        headline="A & B",
        note="mind the gap?",
        flags=frozenset({"plain"}),
    )
    path, _, query = asked.path("full.svg").partition("?")

    assert path == "/embed/timeline-fictional-case-a/full.svg"
    assert asked.query() == query
    assert ("dark", "true") in parse_qsl(query)
    assert asked_of("timeline-fictional-case-a", parse_qsl(query)) == asked


@pytest.mark.parametrize("file", ["oembed.json", "snippets.txt"])
def test_what_is_to_be_pasted_leads_to_the_look_that_was_chosen(file: str, build: str) -> None:
    """An editor's headline and ground would else be lost on the way into the article."""
    look = "country=AQ&dark=true&headline=A+%26+B"
    body = get(f"{CASE}{file}?{look}", {"Host": "127.0.0.1:8501"}).body.decode()
    pasted = json.loads(body)["html"] if file == "oembed.json" else body
    frames = re.findall(r'<iframe src="([^"]+)"', pasted)

    assert frames
    for frame in frames:
        address, _, query = unescape(frame).partition("?")
        assert address.startswith(f"http://127.0.0.1:8501{CASE}")
        assert sorted(parse_qsl(query)) == sorted(parse_qsl(look))


def test_links_back_are_made_for_names_of_ours_only(build: str) -> None:
    ours = get(CASE, {"Host": "127.0.0.1:8501"}).body
    for host in ("evil.example", "127.0.0.1:8501/x", '127.0.0.1" onload=', "a@127.0.0.1"):
        assert host.encode() not in get(CASE, {"Host": host}).body
    assert b"http://127.0.0.1:8501/" in ours


# --- how it travels --------------------------------------------------------------------


def test_what_a_browser_has_is_not_sent_again(build: str) -> None:
    first = get(f"{CASE}alt.txt")

    again = get(f"{CASE}alt.txt", {"If-None-Match": first.headers["etag"]})

    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "frame-ancestors *" in again.headers["content-security-policy"]


def test_text_is_compressed_for_who_reads_that(build: str) -> None:
    plain, packed = get(CASE), get(CASE, {"Accept-Encoding": "gzip"})

    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]


def test_head_tells_the_same_as_get(build: str) -> None:
    whole, head = get(f"{CASE}alt.txt"), get(f"{CASE}alt.txt", method="HEAD")

    assert head.status == 200
    assert head.headers == whole.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent_there(build: str, method: str) -> None:
    assert get(CASE, method=method).status == 405


def test_a_file_is_made_once_and_anew_for_another_build_or_look(
    build: str, nothing_kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    make = export_files._make

    def counted(*what: object) -> Made:
        made.append(what)
        return make(*what)  # type: ignore[arg-type]

    monkeypatch.setattr(export_files, "_make", counted)

    for address in (
        "alt.txt",
        "alt.txt",
        f"{build}/alt.txt",
        "alt.txt?dark=true",
        "alt.txt?unknown=1",
    ):
        assert get(CASE + address).status == 200

    assert len(made) == 2


def test_memory_has_an_end() -> None:
    kept = export_files._Kept(most_bytes=10, largest_bytes=6)
    asked = Asked(view_of("map"))

    def file(size: int) -> Made:
        return Made(b"x" * size, None, "", "text/plain")

    for name, size in (("a", 4), ("b", 4), ("large", 7)):
        kept.put(("store", asked, "", name), file(size))
    assert kept.get(("store", asked, "", "a"))
    kept.put(("store", asked, "", "c"), file(4))
    kept.put(("store", asked, "", "c"), file(5))

    there = [name for name in ("a", "b", "c", "large") if kept.get(("store", asked, "", name))]
    assert there == ["a", "c"]
    assert kept.size_bytes == 9


def test_who_would_wait_too_long_is_asked_to_come_back(
    build: str, nothing_kept: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embeds, "MOST_WAITING", 0)

    answer = get(f"{CASE}alt.txt")

    assert answer.status == 503
    assert answer.headers["retry-after"].isdecimal()


# --- in the server ---------------------------------------------------------------------


def test_the_server_answers_below_embed_for_everybody_and_elsewhere_for_itself(
    server: RunningServer,
) -> None:
    embed = server.get("/embed/case-mansur-movlaev/")
    page = server.get("/case")

    assert embed.status == 200
    assert "frame-ancestors *" in embed.headers["content-security-policy"]
    assert "x-frame-options" not in embed.headers
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize(
    "path",
    [
        "/embed/../case",
        "/embed/%2e%2e/case",
        "/embed/case-mansur-movlaev/..%2f..%2fapp.py",
        "/embed/case-mansur-movlaev/%2e%2e/%2e%2e/app.py",
        "/embed/case-mansur-movlaev/..%5c..%5capp.py",
        "/embed/case-mansur-movlaev/%00",
        "/embed//etc/passwd",
    ],
)
def test_no_path_leads_out_of_the_formats(server: RunningServer, path: str) -> None:
    answer = server.get(path)

    assert answer.status in (400, 404)
    assert b"streamlit" not in answer.body.lower()
    assert b"import " not in answer.body
