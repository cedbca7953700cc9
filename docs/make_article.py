"""Write an example article with the three snippets of one case, and take pictures of it.

    uv run python docs/make_article.py ../article            # the article and its pack
    uv run python docs/make_article.py ../article --pictures  # also docs/pictures/article-*.png

The article is an example and says so. What it shows is the record as it is shipped; the
snippets are letter for letter those of the pack, in which the files lie beside the article.
"""

from __future__ import annotations

import argparse
import os
import shutil
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from timeline.assembly.assemble import up_to_date_store
from timeline.exports.edition import Edition
from timeline.exports.formats import formats_of
from timeline.exports.snippets import frame_snippet, picture_snippet, resizing_snippet
from timeline.i18n.catalog import catalog
from timeline.intake.folder import data_folder
from timeline.model.view import view_of_link
from timeline.publishing.article_of import article_of
from timeline.publishing.asking import asking
from timeline.publishing.land import outlines

PICTURES = Path(__file__).resolve().parent / "pictures"
CASE = "case-salman-mukaev"
NEEDED = ("embed", "interactive", "svg", "svg-narrow", "svg-dark")
"""Files that the snippets name."""
SHOTS = ((1440, "light"), (1440, "dark"), (768, "light"), (390, "light"), (390, "dark"))
SCALE = 0.5
"""The pictures are for the look of the whole; whoever wants to read opens the article."""
COLOURS = 96

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>An example article</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; font: 18px/1.6 Charter, Georgia, serif; }}
header {{ border-bottom: 3px double; padding: 10px 20px; font-variant: small-caps; letter-spacing: .08em; }}
main {{ max-width: 720px; margin: 0 auto; padding: 0 20px 60px; }}
h1 {{ line-height: 1.2; }} h2 {{ margin-top: 56px; }}
figure {{ margin: 28px 0; }} figcaption {{ font: 13px/1.45 Arial, sans-serif; margin-top: 8px; }}
iframe {{ margin: 28px 0; }}
</style></head><body>
<header>The Example · not a newspaper</header><main>
<h1>An article that shows where a graphic of this project may stand</h1>
<p>This page is an example. Nothing in its own sentences is news: they are here so that there is text above and
below the graphic, as there would be in an article. The graphic itself is {title}, from the record, with its sources.</p>
<h2>Near the top: the picture</h2>
<p>A reporter would have told the story up to here. Readers now want to see it in order, and a picture is enough:</p>
{picture}
<p>The article goes on. Whoever reads it by a screen reader has heard the alternative text in place of the picture.</p>
<h2>Further down: the frame without scripts</h2>
<p>Here the same graphic stands in a frame in which nothing can run. Its table unfolds, its sources are links.</p>
{frame}
<p>Should it be higher than its frame, it is scrolled in there, and nothing is cut off.</p>
<h2>At the end: the frame that finds its height</h2>
<p>This one tells the page how high it is, and the six lines below it listen.</p>
{resizing}
<p>The article ends here.</p>
</main></body></html>
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the article is written")
    parser.add_argument("--pictures", action="store_true", help="also docs/pictures/article-*.png")
    asked = parser.parse_args()
    print(write_article(edition_of(CASE), asked.folder))
    if asked.pictures:
        take_pictures(asked.folder / "article.html", PICTURES)
    return 0


def edition_of(view_id: str) -> Edition:
    land = outlines()
    ask = asking(up_to_date_store(data_folder()))
    return Edition(article_of(view_of_link(view_id), ask, land), catalog(), land)


def write_article(edition: Edition, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    formats = formats_of(edition.article.view.kind)
    for name in NEEDED:
        (folder / formats[name].file_name).write_bytes(formats[name].write(edition))
    article = folder / "article.html"
    case = edition.article.case
    assert case is not None
    text = PAGE.format(
        title=escape(case.title),
        picture=picture_snippet(edition),
        frame=frame_snippet(edition),
        resizing=resizing_snippet(edition),
    )
    article.write_text(text, encoding="utf-8")
    return article


def take_pictures(article: Path, into: Path) -> None:
    executable = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        for width, scheme in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme=scheme,  # type: ignore[arg-type]
                device_scale_factor=SCALE,
            )
            page.goto(article.as_uri())
            settle(page)
            picture = into / f"article-{width}-{scheme}.png"
            page.screenshot(path=picture)
            with Image.open(picture) as taken:
                taken.convert("RGB").quantize(COLOURS).save(picture, optimize=True)
            page.close()
        browser.close()


def settle(page: Page) -> None:
    """Make the window as high as the article: frames out of sight are neither loaded nor painted."""
    for _ in range(3):
        page.wait_for_timeout(1000)
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": page.viewport_size["width"], "height": height})  # type: ignore[index]
    page.wait_for_timeout(1500)


if __name__ == "__main__":
    raise SystemExit(main())
