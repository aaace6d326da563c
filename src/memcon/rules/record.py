"""Rules MC55x and MC56x: house rules about dates, redactions and classification; those about sources, the header as a
whole and links stand in `memcon.rules.header`."""

from __future__ import annotations

from memcon.diagnostics import Rule, Severity
from memcon.rules.header import HEADER

_W, _I = Severity.WARNING, Severity.INFO

RECORD: tuple[Rule, ...] = (
    Rule("MC550", "date-against-print", _W, "the normal form of a date or time is not what is printed",
         "The printed words of a date or a time are read again, and @when (or @from and @to) must say the same. Where "
         "the print is wrong, say so with sic and corr, or give the element @resp, @evidence or @cert.",
         bad='<date when="1975-05-04">May 3, 1975</date>', good='<date when="1975-05-03">May 3, 1975</date>',
         elements=("date", "time")),
    Rule("MC551", "weekday-against-date", _W, "the date did not fall on the day of the week printed beside it",
         "One of the two is wrong, in the original or in the transcript. Compare them; if the print is wrong, say so "
         "with sic and corr, and give the element @resp.",
         bad='<date when="1975-05-03">Monday, May 3, 1975</date>',
         good='<date when="1975-05-03">Saturday, May 3, 1975</date>',
         elements=("date",)),
    Rule("MC552", "no-such-day", _W, "the printed date is not in the calendar",
         "The print stays as it is, without @when. Compare the original; mark what is meant with sic and corr.",
         bad="<date>February 30, 1975</date>", good='<date when="1975-02-28">February 28, 1975</date>',
         elements=("date",)),
    Rule("MC553", "moment-not-printed", _W, "the header's date or time is not the one that is printed",
         "When the talk was is told by the title, the masthead, the dateline or the text itself. A date that is known "
         'from elsewhere bears resp="#edition", or @evidence with @cert and @source.',
         bad='<date when="1975-05-04"/>', good='<date when="1975-05-03"/>',
         elements=("date", "setting", "creation")),
    Rule("MC554", "end-before-start", _W, "the talk ends before it begins",
         "A talk that goes on past midnight ends on the next day, and lasts a day or longer only where the day of its "
         "end is printed.",
         bad='<date from="1975-05-03T10:00:00" to="1975-05-03T09:00:00"/>',
         good='<date from="1975-05-03T10:00:00" to="1975-05-03T11:00:00"/>',
         elements=("date",)),
    Rule("MC555", "undated", _W, "nothing says when the talk was",
         "Neither the header nor the place where dates are printed has one. Give it in edition.toml, under "
         "[[memorandum]], if it is known.",
         bad="Moscow", good="Moscow, May 3, 1975",
         elements=("setting",)),
    Rule("MC556", "inherited-date-unfounded", _W, "a date is taken over, and where from is not said, or leads nowhere",
         "Such a date has @evidence, @cert and @source, and the file that @source names has the date by itself: "
         "memoranda do not take it from one another in a ring.",
         bad='<date when="1975-05-03" ana="#date.from-previous"/>', good='<date when="1975-05-03"/>',
         elements=("date",)),
    Rule("MC557", "name-against-date", _W, "the file is named after another day than the talk's",
         "Where a file's name bears a date, it is that of the talk. Rename the file, with idno and xml:id, or mend "
         "the date.",
         bad='<idno type="memcon">1975-05-04-bell-dorn</idno>', good='<idno type="memcon">1975-05-03-bell-dorn</idno>',
         elements=("idno",)),
    Rule("MC558", "out-of-time", _W, "something was before its time",
         "A record is drafted after the talk, declassified and published after that, and somebody who takes part by "
         "virtue of an office holds it on that day.",
         bad='<creation>Drafted <date when="1975-05-01">May 1, 1975</date></creation>',
         good='<creation>Drafted <date when="1975-05-05">May 5, 1975</date></creation>',
         elements=("custEvent", "creation", "occupation")),
    Rule("MC560", "gap-against-print", _W, "a gap says something else than what is printed in its place",
         "The printed words are read again: how much there is, in what unit, why it is not there and under which "
         "exemption. Where more is known than they say, the gap bears @resp.",
         bad='<gap reason="redacted" unit="line" quantity="4"><desc>[3 lines not declassified]</desc></gap>',
         good='<gap reason="redacted" unit="line" quantity="3"><desc>[3 lines not declassified]</desc></gap>',
         elements=("gap",)),
    Rule("MC561", "unknown-exemption", _W, "an exemption is none that is known",
         "Known are the exemptions of the Freedom of Information Act, (b)(1) to (b)(9), the sections of the executive "
         "orders on classified information, and 25X1 to 50X9. The code is misprinted, or @ana points elsewhere.",
         bad='<gap reason="redacted"><desc>[25X11]</desc></gap>',
         good='<gap reason="redacted"><desc>[not declassified]</desc></gap>',
         elements=("gap",)),
    Rule("MC562", "redaction-unexplained", _I, "a redaction says neither how much is withheld nor why",
         "Many are printed so. Where another copy or a withdrawal sheet tells more, add it, with @resp.",
         bad='<gap reason="redacted"><desc>[text not declassified]</desc></gap>',
         good='<gap reason="redacted" unit="line" quantity="1"><desc>[1 line not declassified]</desc></gap>',
         elements=("gap",)),
    Rule("MC563", "redaction-as-text", _W, "words that say that something is withheld stand in no gap",
         "They are printed in the place of what is not there: encode a gap with the words in its desc.",
         bad="<hi>We sent [2 lines not declassified] to them.</hi>",
         good="<hi>We sent [two lines] to them.</hi>",
         elements=("gap",)),
    Rule("MC564", "header-doubled", _W, "the header says something twice",
         "Two elements one behind the other are alike. One of them is a slip of copying.",
         bad='<langUsage><language ident="en"/><language ident="en"/></langUsage>',
         good='<langUsage><language ident="en"/></langUsage>', elements=("teiHeader",)),
    Rule("MC565", "marking-against-print", _W, "a marking is encoded as another one than is printed",
         "Banners, portion marks and the classification sentence of a source note are read again; @ana points to the "
         "terms they name, no more and no fewer. Where more is known, the element bears @resp.",
         bad='<metamark function="portionMark" ana="#classification.S">(C)</metamark>',
         good='<metamark function="portionMark" ana="#classification.C">(C)</metamark>',
         elements=("metamark", "fw", "note", "custEvent")),
    Rule("MC566", "portion-above-banner", _W, "a paragraph is marked higher than the document",
         "A document is as secret as its most secret paragraph. The mark or the banner is misread, or the original is "
         "inconsistent: then say so with a reason, where findings are ignored.",
         bad="Memorandum of Conversation\n\nCONFIDENTIAL\n\nBell: Good morning. (S)\n\nDorn: Yes. (U)\n\nBell: No. (C)",
         good="Memorandum of Conversation\n\nSECRET\n\nBell: Good morning. (S)\n\nDorn: Yes. (U)\n\nBell: No. (C)",
         elements=("metamark",)),
    Rule("MC567", "classification-against-print", _W, "the header's classification is not the printed one",
         "textClass/catRef names the terms that banners, classification blocks and source notes print, each of them.",
         bad='<catRef scheme="#classification" target="#classification.S"/>',
         good='<catRef scheme="#medium" target="#medium.in-person"/>',
         elements=("catRef", "fw")),
    Rule("MC568", "custody-against-print", _W, "the header and the stamps tell different things about release",
         "A stamp of declassification or release becomes a custEvent with its date, its words and its numbers, and "
         "there is none without a stamp.",
         bad='<fw type="stamp"><stamp>DECLASSIFIED. DATE: March 05, 2018</stamp></fw>',
         good='<fw type="stamp"><stamp>LIBRARY PHOTOCOPY</stamp></fw>',
         elements=("custEvent", "stamp")),
    Rule("MC569", "office-against-print", _W, "an office that the header gives to somebody is not printed",
         "Each word of it stands somewhere in the document. One that the edition knows from elsewhere bears @cert.",
         bad="<person xml:id='dorn'><persName>Carl Dorn</persName><occupation>Consul</occupation></person>",
         good="<person xml:id='dorn'><persName>Carl Dorn</persName></person>",
         elements=("occupation",)),
    *HEADER,
)  # fmt: skip
