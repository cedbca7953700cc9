"""What a pack or a published item holds: each file with its hash, and where all of it comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from timeline.exports.edition import Edition
from timeline.exports.words.headline import headline, standing_lines
from timeline.intake.datapackage import LICENCE
from timeline.model.view import View


def manifest(edition: Edition, files: Iterable[tuple[str, bytes, str, str]]) -> bytes:
    """The description as JSON of files given as name, content, media type and group.

    A published item names its version, and everything else the build of the store: the
    version lasts while other cases change, and the build does not.
    """
    article, say, style = edition.article, edition.say, edition.style
    made = {"version": style.version} if style.version else {"build": article.build}
    described = {
        "view": article.view.view_id,
        "query": article.view.query(),
        "kind": article.view.kind.value,
        "title": headline(article, say, style),
        "language": say.language,
        "theme": style.theme,
        **made,
        "newest_source": article.newest_edtf or None,
        "link": link_of(article.view, style.site),
        "explorer": article.view.page_path(),
        "licence": LICENCE,
        "source_languages": sorted({one.language for one in article.table_sources if one.language}),
        "standing": list(standing_lines(article, say)),
        "files": [
            {
                "name": name,
                "media_type": media_type,
                "group": group,
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
            }
            for name, content, media_type, group in files
        ],
    }
    text = json.dumps(described, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", errors="replace")


def link_of(view: View, site: str) -> str:
    """The link that shows the view again; only its path where no address of a site is known."""
    path = view.embed_path()
    return f"{site}/{path}" if site else path
