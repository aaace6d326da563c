"""memcon: TEI-XML digital editions of diplomatic memoranda of conversation.

    import memcon

    outcome = memcon.convert("talk.txt")
    for document in outcome.value or ():
        print(document.identifier, len(document.data))
    for found in outcome.diagnostics:
        print(found.location, found.rule.code, found.message)

The functions are loaded when they are first asked for, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

from memcon.version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from memcon.api import (
        Diagnostic,
        Document,
        Outcome,
        Settings,
        convert,
        css,
        load_edition,
        render_diplomatic,
        render_html,
        render_text,
        validate,
        verify,
        write,
    )

__all__ = [
    "Diagnostic", "Document", "Outcome", "Settings", "__version__", "convert", "css", "load_edition",
    "render_diplomatic", "render_html", "render_text", "validate", "verify", "write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in __all__:
        from memcon import api

        return getattr(api, name)
    raise AttributeError(f"module 'memcon' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
