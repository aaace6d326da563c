"""Rules MC6xx: rendering."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

RENDERING = (
    Rule("MC601", "unrenderable-element", _W, "the style sheet has no template for an element",
         "Its text is kept in the page, without mark-up of its own.",
         bad="<blink>I agree.</blink>",
         good='<hi rend="bold">I agree.</hi>',
         fix="Use an element that the schema knows, or write a template for it in a style sheet of your own "
             "(memcon render --stylesheet)."),
    Rule("MC602", "stylesheet-failed", _E, "a style sheet cannot be compiled or run",
         "The message is the XSLT processor's.",
         bad='<xsl:template match="t:p["/>',
         good='<xsl:template match="t:p"/>',
         fix="Mend the style sheet where the message says. XSLT is read in version 1.0."),
    Rule("MC603", "stylesheet-access", _E, "a style sheet asks for a file or an address it may not have",
         "Only memcon:html.xsl and memcon:text.xsl can be imported; reading, writing and the network are denied.",
         bad='<xsl:import href="other.xsl"/>',
         good='<xsl:import href="memcon:html.xsl"/>',
         fix="Put what the other file holds into the style sheet itself."),
)  # fmt: skip
