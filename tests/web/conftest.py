"""The app over the sample notes and over hostile ones: as a client in the process, and served to a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import waitress
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright

from cli.build_knowledge_base import build_knowledge_base
from web.app import create_app

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

HOSTILE = {
    "evil.md": (
        "---\ntitle: <script>alert('title')</script>\naliases: ['<img src=x onerror=alert(1)>']\n---\n"
        "# Alpha <script>alert('h')</script> Queue\n\n"
        "- **Beta Queue** - <img src=x onerror=alert('item')> a queue service [go](javascript:alert(1))\n"
        "- Gamma [data](data:text/html,<script>alert(1)</script>)\n\n"
        "# Alpha vs Beta Queue\n\n| Feature | Alpha | Beta Queue |\n|---|---|---|\n"
        "| <svg onload=alert(2)> | \"><script>alert(3)</script> | '; alert(4); ' |\n| Size | 1 | 2 |\n"
    ),
    "a<b>&\"'.md": "# Odd name\n\n- **Delta Service** - uses Beta Queue\n",
}


@pytest.fixture(scope="session")
def client(sample_kb: Path) -> FlaskClient:
    """A client of the app over the sample notes."""
    return create_app(sample_kb, sample_kb / "index").test_client()


@pytest.fixture(scope="session")
def hostile_kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge base of notes whose authors tried to run something."""
    directory = tmp_path_factory.mktemp("hostile")
    for name, text in HOSTILE.items():
        (directory / "notes").mkdir(exist_ok=True)
        (directory / "notes" / name).write_text(text, "utf-8")
    build_knowledge_base(directory / "notes", directory / "kb", directory / "kb" / "index", None)
    return directory / "kb"


@contextmanager
def _served(kb: Path) -> Iterator[str]:
    server = waitress.create_server(create_app(kb, kb / "index"), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    # In its own thread: a socket closed under another thread's `select` is an error there, now and then.
    server.trigger.pull_trigger(server.close)
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def site(sample_kb: Path) -> Iterator[str]:
    """The address of the app over the sample notes."""
    with _served(sample_kb) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_site(hostile_kb: Path) -> Iterator[str]:
    """The address of the app over hostile notes."""
    with _served(hostile_kb) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium of the system; without one the test is skipped, or fails where one is required."""
    path = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if path is None:
        message = "no Chromium found: run `make browser`"
        if os.environ.get("KNOTWORK_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@dataclass
class Watched:
    """A page, and everything it did that it must not do."""

    page: Page
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh page; at the test's end it has shown no error, broken no policy and asked no other host."""
    context = browser.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    seen = Watched(context.new_page())
    seen.page.on("console", lambda m: seen.complaints.append(m.text) if m.type in ("error", "warning") else None)
    seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    seen.page.on("dialog", lambda dialog: (seen.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))
    seen.page.on(
        "request",
        lambda r: None if r.url.startswith(("http://127.0.0.1:", "data:")) else seen.complaints.append(r.url),
    )
    yield seen
    context.close()
    assert seen.complaints == []
