"""Rules MC6xx: rendering."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

RENDERING = (
    Rule("MC601", "unrenderable-element", _W, "the style sheet has no template for an element",
         "Its text is kept in the page, without mark-up of its own."),
    Rule("MC602", "stylesheet-failed", _E, "a style sheet cannot be compiled or run",
         "The message is the XSLT processor's."),
    Rule("MC603", "stylesheet-access", _E, "a style sheet asks for a file or an address it may not have",
         "Only memcon:html.xsl and memcon:text.xsl can be imported; reading, writing and the network are denied."),
)  # fmt: skip
