"""What holds for the document of any text at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import NoteId
from ingest.document import Document, Text
from ingest.markdown import parse_document

LINE_END = re.compile(r"\r\n|\n|\r")
FRAGMENTS = (
    *("#", "##", "# ", "###### ", "- ", "* ", "1. ", "> ", "    ", "\t", "  ", "|", "|-|-|", "| a | b |", "---", "==="),
    *(
        "```",
        "~~~",
        "``` py",
        "`",
        "``",
        "**",
        "_",
        "*",
        "[[",
        "[[a|",
        "]]",
        "[",
        "](u)",
        "![",
        "![[",
        "|",
        "\\",
        "\\|",
        "[^1]",
    ),
    *("[^1]: ", ": ", "[ ] ", "[x] ", "[!note] ", "!!! tip", '=== "Tab"', ":::", ":::tip[x]", "{{< a >}}", "{% b %}"),
    *(
        "{{ref('x')}}",
        "{: .c}",
        "{#id}",
        "%%",
        "^id",
        "<!--",
        "-->",
        "<details>",
        "</details>",
        "<summary>",
        "</summary>",
    ),
    *("<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>", "<p>", "<br>", "<b>", "</b>", "<pre>"),
    *(
        "</pre>",
        "<x-y>",
        '<img alt="p &amp; q">',
        "&amp;",
        "&nbsp;",
        "word",
        "Two words.",
        "日本語",
        "é",
        "🚀",
        "\u200b",
    ),
    *(
        "\xad",
        "\xa0",
        "\u2028",
        "\ufeff",
        "\x00",
        "#+BEGIN_TIP",
        "#+END_TIP",
        "#+BEGIN_SRC",
        "#+END_SRC",
        "import x from 'y'",
    ),
    *("{% highlight a %}", "{% endhighlight %}", "{{embed [[a]]}}", "key: v", "- a", "<a href='u'>", "</a>", "$x$"),
)
LINES = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=6).map("".join)
SOURCES = st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\r"))).map("".join), max_size=14).map(
    "".join
)


def parse(source: str) -> Document:
    return parse_document(NoteId("any.mdx"), source)


def texts_of(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        yield block.text
        for row in (*((block.header,) if block.header else ()), *block.rows):
            yield from (cell.text for cell in row.cells)


@settings(max_examples=400, deadline=None)
@given(SOURCES | st.text())
def test_a_quote_stands_on_its_lines(source: str) -> None:
    document = parse(source)
    for text in texts_of(document):
        if text.plain.strip():
            quote = document.quote(text, 0, len(text.plain))
            assert 1 <= quote.first <= quote.last <= len(document.line_starts)
            assert quote.text in document.lines(quote.first, quote.last) + "\n"
            assert quote.text.strip()


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_runs_and_marks_are_in_order_and_within_the_text(source: str) -> None:
    document = parse(source)
    for text in texts_of(document):
        offsets = [plain for plain, _ in text.runs]
        assert offsets[0] == 0
        assert offsets == sorted(set(offsets))
        assert all(0 <= at <= len(source) for _, at in text.runs)
        assert not text.plain or offsets[-1] < len(text.plain)
        assert all(0 <= mark.start < mark.end <= len(text.plain) for mark in text.marks)


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_a_run_spells_what_the_file_says(source: str) -> None:
    document = parse(source)
    for text in texts_of(document):
        ends = [plain for plain, _ in text.runs[1:]] + [len(text.plain)]
        for (start, at), end in zip(text.runs, ends, strict=True):
            plain, raw = text.plain[start:end], source[at : at + end - start]
            assert spells(plain, raw, source, at), (plain, raw)


def spells(plain: str, raw: str, source: str, at: int) -> bool:
    """Whether each character is the file's own, or white space for markup, or what an entity there stands for."""
    for index, (shown, written) in enumerate(zip(plain, raw.ljust(len(plain), "\0"), strict=True)):
        same = shown == written or shown.isspace() or shown == "\ufffd"
        embed = shown == "!" and source.startswith("{{embed", at + index)  # what Markdown knows an embed by
        if not same and not embed and not unescape(source[at + index :]).startswith(plain[index:]) and written != "&":
            return False
    return True


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_blocks_nest_and_follow_each_other(source: str) -> None:
    document = parse(source)
    for index, block in enumerate(document.blocks):
        assert 1 <= block.first <= block.last <= block.end <= len(document.line_starts)
        assert -1 <= block.parent < index
        assert -1 <= block.heading < index
        if block.parent >= 0:
            assert document.blocks[block.parent].end >= block.end
        if block.heading >= 0:
            assert document.blocks[block.heading].level > 0


WORDS = st.lists(
    st.sampled_from(("queue", "holds", "messages", "until", "read", "Ümlaut", "値")), min_size=1, max_size=4
)
STARTS = (
    "",
    "# ",
    "#",
    "## ",
    "- ",
    "  - ",
    "1. ",
    "> ",
    "> [!tip] ",
    "    ",
    "\t",
    "| ",
    ": ",
    "- [ ] ",
    "!!! note ",
    "### ",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STARTS), WORDS, st.sampled_from(("\n", "\n\n", "\r\n"))), max_size=12))
def test_no_line_with_words_is_lost(parts: list[tuple[str, list[str], str]]) -> None:
    source = "".join(start + " ".join(words) + end for start, words, end in parts)
    document = parse(source)
    covered = {number for block in document.blocks for number in range(block.first, block.last + 1)}
    wanted = {number for number, line in enumerate(LINE_END.split(source), 1) if line.strip()}
    assert wanted <= covered


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("nested lists", "- " * 10_000 + "x"),
        ("nested quotes", ">" * 10_000 + " x"),
        ("nested details", "<details><summary>q</summary>\n\n" * 10_000),
        ("nested HTML lists", "<ul><li>" * 10_000),
        ("nested directives", ":::tip\n" * 5_000 + ":::\n" * 5_000),
        ("a long line", "word " * 200_000),
        ("open links", "[a](" * 50_000),
        ("open wikilinks", "[[a|" * 50_000),
        ("open comments", "<!-- a\n" * 50_000),
        ("open tags", '<a "' * 50_000),
        ("open shortcodes", "{{< " * 50_000),
        ("open liquid", "{% highlight a %}\n" * 20_000),
        ("open outliner blocks", "#+BEGIN_NOTE\n" * 20_000),
        ("fences of all lengths", "".join("`" * (3 + number % 30) + "x\n" for number in range(20_000))),
        ("wide tables", "|a|b|\n|-|-|\n|" + "|" * 400 + "\n" + "|1|2\n" * 2_000),
        ("aliases that multiply", "---\na: &a [x]\n" + "b: [*a,*a]\n" * 3_000 + "---\n"),
        ("brackets in front matter", "---\na: " + "[" * 60_000 + "\n---\n"),
    ],
)
def test_hostile_notes_are_read(name: str, source: str) -> None:
    document = parse(source)
    assert document.source == source
    assert document.blocks == parse(source).blocks
