"""What an HTML tag in a note is: markup, or words that only look like a tag (`<path-to-file>`)."""

from __future__ import annotations

import re
from html import unescape

__all__ = ["alternative_text", "attribute", "closed_names", "is_markup", "tag_name"]

_NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
_CLOSED = re.compile(r"</([A-Za-z][\w.:-]*)\s*>")
_ATTRIBUTE = re.compile(
    r"""\s([A-Za-z_:@][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""",
)

# The elements of the HTML living standard, with those that it calls obsolete, and of SVG and MathML where they
# stand in notes: https://html.spec.whatwg.org/multipage/indices.html
_ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
    br button canvas caption center cite code col colgroup content data datalist dd del details dfn dialog dir div dl
    dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
    i iframe image img input ins kbd keygen label legend li link main map mark marquee math menu menuitem meta meter
    nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q
    rb rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong style sub
    summary sup table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    svg g path circle ellipse rect line polyline polygon text tspan defs use symbol clippath lineargradient
    radialgradient stop pattern mask filter foreignobject
    mrow mi mn mo ms msup msub mfrac msqrt mroot mtable mtr mtd mtext mspace munder mover munderover mstyle mpadded
    """,
    )
)


def tag_name(tag: str) -> str:
    """Return the tag's name in lower case, `""` for a comment, a declaration or the like."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def attribute(tag: str, name: str) -> str:
    """Return an attribute's value, entities decoded; `""` where the tag has none."""
    for match in _ATTRIBUTE.finditer(tag):
        if match[1].lower() == name:
            return unescape(match[2] or match[3] or match[4] or "")
    return ""


def alternative_text(tag: str) -> tuple[str, int]:
    """Return an image's alternative as written and where in the tag it begins."""
    for match in _ATTRIBUTE.finditer(tag):
        if match[1].lower() == "alt" and match.lastindex:
            return match[match.lastindex], match.start(match.lastindex)
    return "", 0


def closed_names(source: str) -> frozenset[str]:
    """Return the names that some closing tag of the note has, as written."""
    return frozenset(_CLOSED.findall(source)) if "</" in source else frozenset()


def is_markup(tag: str, closed: frozenset[str]) -> bool:
    """Whether `tag` is a tag; `closed` holds the names that the note closes somewhere.

    An unknown name is a component or custom element when it is closed somewhere, closes itself or has an
    attribute with a value; `<your-name>` and the `<String>` of `List<String>` are none of these.
    """
    match = _NAME.match(tag)
    if match is None:
        return True  # comments, declarations, processing instructions
    name = match[1]
    return (
        name.lower() in _ELEMENTS
        or name in closed
        or tag.endswith("/>")
        or tag.startswith("</")
        or _ATTRIBUTE.search(tag) is not None
    )
