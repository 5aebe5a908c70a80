"""A picture of each page, light and dark, on a desktop and a phone: `python -m benchmarks.screenshots NOTES OUT`.

The pictures are for looking at, not for keeping: `screenshots/` is ignored by git. Console messages are printed.
"""

from __future__ import annotations

from pathlib import Path

import click
from playwright.sync_api import Browser, sync_playwright

from benchmarks.served_notes import addresses, built, chromium, served
from graph.knowledge_base import open_knowledge_base
from web.one_file import one_file

_SIZES = {"desktop": (1280, 860), "phone": (360, 720)}
_TALLEST = 4_000  # pixels; a page of thousands of lines is cut here


def _take(browser: Browser, pages: dict[str, str], out: Path, scheme: str, device: str) -> None:
    width, height = _SIZES[device]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]  # light or dark
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.on("console", lambda message: click.echo(f"{page.url}: {message.text}", err=True))
    for name, address in pages.items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(200)  # the canvas is drawn in the next frame
        tall = min(_TALLEST, int(page.evaluate("document.documentElement.scrollHeight")))
        clip = {"x": 0, "y": 0, "width": width, "height": max(height, tall)}
        page.screenshot(path=out / f"{name}-{device}-{scheme}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
    context.close()


@click.command()
@click.argument("notes", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@click.argument("out", type=click.Path(path_type=Path, file_okay=False), default=Path("screenshots"))
@click.option("--kb", type=click.Path(path_type=Path, exists=True, file_okay=False), help="built already")
def main(notes: Path | None, out: Path, kb: Path | None) -> None:
    """Write the pictures to OUT, named page-device-scheme.png."""
    out.mkdir(parents=True, exist_ok=True)
    with built(notes, kb) as made, served(made) as site, sync_playwright() as playwright:
        file = out / "one-file.html"
        with open_knowledge_base(made) as base:
            file.write_text(one_file(base), "utf-8", newline="\n")
        pages = {name: site + address for name, address in addresses(made).items()}
        one = file.absolute().as_uri()
        compared = addresses(made)["compare"].removeprefix("/")
        pages |= {"one-file": one, "one-file-compare": f"{one}#/{compared}"}
        pages["one-file-concept"] = f"{one}#{addresses(made)['concept']}"
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            for device in _SIZES:
                _take(browser, pages, out, scheme, device)
        browser.close()


if __name__ == "__main__":
    main()
