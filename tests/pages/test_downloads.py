"""Files to take away: the right bytes under the right address, always the same, never more than is public."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from starlette.requests import Request
from starlette.types import Message

from tests import own_loop
from timeline.exports.cells import unguarded
from timeline.store.location import current_store
from timeline.ui import downloads, tables
from timeline.ui.download_route import routes

from .browser import REPOSITORY, RunningServer


def get(address: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """What the route answers, without a server around it."""
    path, _, query = address.partition("?")
    _, _, fingerprint, file = path.split("/", 3)
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": [],
        "query_string": query.encode(),
        "path_params": {"fingerprint": fingerprint, "file": file},
        "asgi": {"version": "3.0", "spec_version": "2.4"},
    }
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    response = downloads.answer(Request(scope))
    # Turns are those of one server; each call here is a server of its own.
    downloads._turns.cache_clear()
    own_loop.run(response(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.fixture
def build(built_store: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The fictional record, as if it were the one being served."""
    monkeypatch.setenv("TIMELINE_DATA", str(built_store.parent.parent))
    return built_store.stem.removeprefix("timeline-")


def rows_of(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def test_the_route_stands_below_the_page_and_takes_two_parts() -> None:
    (route,) = routes()
    assert route.path == "/data/{fingerprint}/{file}"  # type: ignore[attr-defined]


def test_the_store_comes_as_it_is(build: str, built_store: Path) -> None:
    status, headers, body = get(f"/data/{build}/timeline.duckdb")

    assert status == 200
    assert body == built_store.read_bytes()
    assert headers["content-disposition"] == f'attachment; filename="{built_store.name}"'
    assert headers["content-type"] == "application/octet-stream"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["last-modified"] == "Thu, 01 Jan 1970 00:00:00 GMT", "no clock is told"


@pytest.mark.parametrize(
    ("file", "count"), [("events", 4), ("legs", 3), ("claims", 17), ("sources", 3), ("figures", 3)]
)
def test_a_table_is_the_same_as_csv_and_as_parquet(build: str, file: str, count: int) -> None:
    status, headers, body = get(f"/data/{build}/timeline-{file}.csv")
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8; header=present")
    assert headers["content-disposition"] == f'attachment; filename="timeline-{file}.csv"'
    _, _, again = get(f"/data/{build}/timeline-{file}.parquet")

    as_csv = rows_of(body)
    table = pq.read_table(io.BytesIO(again))
    assert len(as_csv) == table.num_rows == count
    assert list(as_csv[0]) == table.column_names
    assert table.schema.metadata[b"build"] == build.encode()
    assert all(table.schema.field(name).metadata[b"comment"] for name in table.column_names)
    key = table.column_names[0]
    assert [row[key] for row in as_csv] == table.column(key).to_pylist()
    for name in table.column_names:
        if str(table.schema.field(name).type) == "string":
            told = [value or "" for value in table.column(name).to_pylist()]
            assert [unguarded(row[name]) for row in as_csv] == told


def test_the_selection_of_the_address_is_the_selection_of_the_file(build: str) -> None:
    _, headers, body = get(
        f"/data/{build}/timeline-events.csv?country=BV&from=2021-01-01&to=2021-12-31"
    )

    assert [row["event_id"] for row in rows_of(body)] == ["person-a-asylum"]
    assert "timeline-events-selection.csv" in headers["content-disposition"]
    early = rows_of(get(f"/data/{build}/timeline-events.csv?known=2020-12-31")[2])
    assert [(row["event_id"], row["date_edtf"]) for row in early] == [
        ("person-a-seized", "2020-03")
    ]


@pytest.mark.parametrize(
    "file",
    [
        *(f"timeline-{name}.csv" for name in tables.TABLES),
        *(f"timeline-{name}.parquet" for name in tables.TABLES),
        "timeline-tables.zip",
        "datapackage.json",
    ],
)
def test_the_same_address_gives_the_same_bytes(build: str, file: str) -> None:
    address = f"/data/{build}/{file}?person=fictional-person-a"

    assert get(address)[2] == get(address)[2] != b""


def test_a_table_longer_than_a_block_has_every_row_once(
    build: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = get(f"/data/{build}/timeline-claims.csv")[2]
    monkeypatch.setattr(tables, "BLOCK_ROWS", 5)

    assert get(f"/data/{build}/timeline-claims.csv")[2] == whole
    found = pq.read_table(io.BytesIO(get(f"/data/{build}/timeline-claims.parquet")[2]))
    assert found.num_rows == 17


def test_the_package_holds_all_tables_and_their_description(build: str) -> None:
    _, headers, body = get(f"/data/{build}/timeline-tables.zip?country=BV")

    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        described = json.loads(archive.read("datapackage.json"))
        names = [resource["path"] for resource in described["resources"]]
        assert sorted(archive.namelist()) == sorted([*names, "datapackage.json"])
        for resource in described["resources"]:
            fields = [field["name"] for field in resource["schema"]["fields"]]
            header = archive.read(resource["path"]).decode("utf-8-sig").splitlines()[0]
            assert header.split(",") == fields
            one = get(f"/data/{build}/{resource['path']}?country=BV")[2]
            assert archive.read(resource["path"]) == one
    assert (described["version"], described["selection"]) == (build, "country=BV")
    assert "timeline-tables-selection.zip" in headers["content-disposition"]


def test_the_description_leads_to_the_tables_as_they_are_served(build: str) -> None:
    described = json.loads(get(f"/data/{build}/datapackage.json?country=BV")[2])

    for resource in described["resources"]:
        status, _, body = get(f"/data/{build}/{resource['path']}")
        assert status == 200
        assert "BV" in resource["path"].partition("?")[2]
        assert body


def test_too_many_rows_are_refused_in_a_sentence(
    build: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "MOST_ROWS", 10)

    for file in ("timeline-claims.csv", "timeline-claims.parquet", "timeline-tables.zip"):
        status, headers, body = get(f"/data/{build}/{file}")
        assert (status, headers["cache-control"]) == (422, "no-store")
        assert body.endswith(b".")
    assert get(f"/data/{build}/timeline-events.csv")[0] == 200
    assert get(f"/data/{build}/timeline-claims.csv?country=BV")[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        "/data/{build}/other.csv",
        "/data/{build}/timeline-events.xlsx",
        "/data/{build}/timeline-event_as_known.csv",
        "/data/{build}/timeline-{build}.duckdb",
        "/data/{build}/..%2F..%2Fcurrent",
        "/data/{build}/../inputs",
        "/data/0000000000000000/timeline.duckdb",
        "/data/*/timeline.duckdb",
        "/data/../timeline-events.csv",
    ],
)
def test_anything_else_is_not_there(build: str, address: str) -> None:
    status, headers, body = get(address.replace("{build}", build))

    assert (status, headers["cache-control"]) == (404, "no-store")
    assert build.encode() not in body


@pytest.mark.parametrize(
    "query",
    [
        "country='; DROP TABLE event; --",
        "person=%00&case=" + "x" * 5000,
        "from=2020-99-99&to=yesterday&certain=2&known=",
        "sort=title&limit=1&page=9",
        "country=" + "&country=".join(f"C{number}" for number in range(2000)),
    ],
)
def test_hostile_queries_do_no_harm(build: str, query: str) -> None:
    status, _, body = get(f"/data/{build}/timeline-events.csv?{query}")

    assert status == 200
    assert body.startswith(b"\xef\xbb\xbfevent_id,")


def test_whoever_asks_for_the_head_makes_nobody_work(
    build: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables.Table, "blocks", None)

    status, headers, body = get(f"/data/{build}/timeline-claims.csv", "HEAD")

    assert (status, body) == (200, b"")
    assert "attachment" in headers["content-disposition"]


def test_the_server_serves_them_with_its_headers_and_in_parts(server: RunningServer) -> None:
    store = current_store(REPOSITORY / "data")
    assert store is not None
    build = store.stem.removeprefix("timeline-")
    whole = server.get(f"/data/{build}/timeline.duckdb")
    part = server.get(f"/data/{build}/timeline.duckdb", {"Range": "bytes=100-199"})
    table = server.get(f"/data/{build}/timeline-events.csv?country=KZ")

    assert hashlib.sha256(whole.body).digest() == hashlib.sha256(store.read_bytes()).digest()
    assert (part.status, part.body) == (206, whole.body[100:200])
    assert part.headers["content-range"] == f"bytes 100-199/{len(whole.body)}"
    assert {row["country_code"] for row in rows_of(table.body)} == {"KZ"}
    for answer in (whole, part, table):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "attachment" in answer.headers["content-disposition"]
    assert server.get(f"/data/{build}/../../app.py").status in (400, 404)
