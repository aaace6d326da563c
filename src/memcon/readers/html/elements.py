"""What the elements of HTML are to a reader: HTML Living Standard, sections 4, 13.2.4.2 and 15 (Rendering)."""

from __future__ import annotations

import re
from collections.abc import Mapping

HEADINGS = {f"h{level}": level for level in range(1, 7)}
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
CELLS = frozenset({"td", "th"})
SECTIONS = frozenset({"tbody", "thead", "tfoot"})
TABLE_PARTS = frozenset({"table", "tr", "caption", *CELLS, *SECTIONS})
ITEMS = frozenset({"li", "dt", "dd"})
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
BLOCKS = frozenset(
    {
        *"address article aside blockquote center details dialog div fieldset figcaption figure footer form".split(),
        *"header hgroup legend main nav p search section summary".split(),
        *(HEADINGS | dict.fromkeys(LISTS | ITEMS | PREFORMATTED | TABLE_PARTS)),
    }
)
"""Elements that are set as blocks: they begin and end paragraphs, and an open `p` ends where they begin."""

SCOPES = frozenset({"table", "caption", "object", "marquee", "applet", "button", "template", "svg", "math", *CELLS})
"""Elements out of which no end tag reaches (section 13.2.4.2, "has an element in scope")."""

FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""Elements that may overlap with blocks: their tags switch something on and off, and stand in no tree."""

BOLD, ITALIC, UNDERLINE, STRUCK = 1, 2, 4, 8
RENDS = {BOLD: "bold", ITALIC: "italic", UNDERLINE: "underline", STRUCK: "strikethrough"}
STYLES = {
    **dict.fromkeys(("b", "strong"), BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), ITALIC),
    **dict.fromkeys(("s", "strike", "del"), STRUCK),
    **dict.fromkeys(("u", "ins"), UNDERLINE),
}

NEVER = frozenset(
    {
        *"script style template noscript nav menu select button textarea iframe object svg canvas audio video".split(),
        *"title dialog datalist noembed noframes search progress meter img input embed".split(),
    }
)
"""Elements that are no part of the running text, whatever they hold."""

_NEVER_ROLES = frozenset("navigation search menu menubar toolbar dialog alertdialog alert tablist".split())
_SURROUNDINGS = frozenset({"header", "footer", "aside", "form"})
_SURROUNDING_ROLES = frozenset({"banner", "contentinfo", "complementary", "form"})
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_LOOKS = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), BOLD),
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), ITALIC),
    (re.compile(r"(?:\A|;)\s*+text-decoration[a-z-]*+\s*+:[^;]*underline", re.IGNORECASE), UNDERLINE),
    (re.compile(r"(?:\A|;)\s*+text-decoration[a-z-]*+\s*+:[^;]*line-through", re.IGNORECASE), STRUCK),
)
_LONGEST_STYLE = 400  # characters of a style attribute that are looked at


def left_out(name: str, attributes: Mapping[str, str]) -> str:
    """What an element is called that is never print; empty for all others."""
    if name in NEVER and not (name == "dialog" and "open" in attributes):
        return name
    role = attributes.get("role", "").strip().lower()
    if role in _NEVER_ROLES:
        return role
    unseen = "hidden" in attributes or _UNSEEN.search(attributes.get("style", "")[:_LONGEST_STYLE])
    return "hidden" if unseen else ""


def surrounding(name: str, attributes: Mapping[str, str]) -> str:
    """What an element is called that stands round the text, unless it turns out to hold it."""
    role = attributes.get("role", "").strip().lower()
    if name in _SURROUNDINGS:
        return name
    if role in _SURROUNDING_ROLES:
        return role
    return "hidden" if attributes.get("aria-hidden", "").lower() == "true" else ""


def styles(name: str, attributes: Mapping[str, str]) -> int:
    """How the characters of an element look: a sum of BOLD, ITALIC, UNDERLINE, STRUCK."""
    look = attributes.get("style", "")[:_LONGEST_STYLE]
    plain = re.search(r"font-(?:weight|style)\s*:\s*(?:normal|400)", look, re.IGNORECASE)
    found = 0 if plain else STYLES.get(name, 0)
    for pattern, style in _LOOKS:
        if look and pattern.search(look):
            found |= style
    return found
