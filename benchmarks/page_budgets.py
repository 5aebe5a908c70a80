"""What pages cost: `python -m benchmarks.page_budgets NOTES [--kb DIR]`.

HTML in bytes as served, scripts and style compressed as a server in front would, CPU of the server as the median of five
requests in this process (the app has no other thread then). In Chromium: CPU of the page's main thread from the start of
loading until the map is drawn, and for each frame of panning and zooming it (`TaskDuration` of the DevTools protocol).
"""

from __future__ import annotations

import gzip
import importlib.resources
import statistics
import time
from pathlib import Path
from typing import Any

import click
from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.served_notes import addresses, built, chromium, served
from cli.options import index_directory
from web.app import create_app

_ROUNDS = 5
_FRAMES = 30


def _own_sizes() -> dict[str, int]:
    """Compressed bytes of every script of the live pages together, and of the style."""
    static = importlib.resources.files("web") / "static"
    files = {Path(str(file)).suffix: [] for file in static.iterdir()}
    for file in static.iterdir():
        if file.is_file():
            files[Path(str(file)).suffix].append(len(gzip.compress(file.read_bytes(), mtime=0)))
    return {suffix: sum(sizes) for suffix, sizes in files.items() if suffix in (".js", ".css")}


def _server(kb: Path, pages: dict[str, str]) -> None:
    client = create_app(kb, index_directory(kb)).test_client()
    click.echo("| page | HTML, kB | server, CPU ms |\n|---|---|---|")
    for name, address in pages.items():
        size = len(client.get(address).data)
        spent = []
        for _ in range(_ROUNDS):
            start_s = time.process_time()
            client.get(address)
            spent.append(1000 * (time.process_time() - start_s))
        click.echo(f"| {name} | {size / 1000:.1f} | {statistics.median(spent):.1f} |")


def _busy_ms(session: CDPSession) -> float:
    metrics: list[dict[str, Any]] = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(metric["value"]) for metric in metrics if metric["name"] == "TaskDuration")


def _map(browser: Browser, address: str) -> tuple[int, float, float]:
    """Concepts drawn, main-thread ms until they are, and ms a frame of panning and zooming."""
    page = browser.new_context(viewport={"width": 1280, "height": 860}).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    page.wait_for_selector("#map[data-drawn] canvas")
    drawn_ms = _busy_ms(session)
    box = page.locator("#map").bounding_box() or {"x": 0, "y": 0, "width": 10, "height": 10}
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x + 200, y + 180)
    page.mouse.down()
    for frame in range(_FRAMES):
        page.mouse.move(x + 200 - 5 * frame, y + 180 - 3 * frame)
    page.mouse.up()
    for frame in range(_FRAMES):
        page.mouse.wheel(0, 40 if frame % 2 else -40)
        page.evaluate("new Promise(requestAnimationFrame)")
    concepts = int(page.locator("#map").get_attribute("data-drawn") or 0)
    return concepts, drawn_ms, (_busy_ms(session) - drawn_ms) / (2 * _FRAMES)


@click.command()
@click.argument("notes", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False)
@click.option("--kb", type=click.Path(path_type=Path, file_okay=False), help="built already, or built here and kept")
def main(notes: Path | None, kb: Path | None) -> None:
    """Print the tables."""
    with built(notes, kb) as made:
        pages = addresses(made)
        _server(made, pages)
        for suffix, size in sorted(_own_sizes().items()):
            click.echo(f"own {suffix} together, compressed: {size / 1000:.1f} kB")
        with served(made) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            for name in ("map", "map-focus"):
                concepts, drawn_ms, frame_ms = _map(browser, site + pages[name])
                click.echo(f"{name}: {concepts} concepts, drawn after {drawn_ms:.0f} ms, {frame_ms:.1f} ms a frame")
            browser.close()


if __name__ == "__main__":
    main()
