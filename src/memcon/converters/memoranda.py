"""The passes in order: Transcript -> memoranda, and what was doubtful on the way.

paragraphs   what stands between blank lines
boundaries   where memoranda begin
head         letterhead, title, dateline, fields
source notes where they stand and what they say
labels       what opens a turn, by the document's own convention
participants who takes part; who speaks under each label
body         turns and other blocks, cut paragraphs joined
facts        what the header says
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.converters.facts.doubts import doubts
from memcon.converters.facts.evidence import Conversation
from memcon.converters.facts.facts import facts
from memcon.converters.facts.parts import holds_all
from memcon.converters.facts.parts import parts as parts_of
from memcon.converters.facts.restoring import restored
from memcon.converters.heads.boundaries import Extent, boundaries, extents
from memcon.converters.heads.catalogues import covers_apart
from memcon.converters.heads.crowded import uncrowded
from memcon.converters.heads.fieldcuts import fields_apart
from memcon.converters.heads.headings import is_title
from memcon.converters.heads.heads import Head, head
from memcon.converters.heads.metadata import metadata
from memcon.converters.heads.namelists import lists_apart
from memcon.converters.heads.rolefields import role_fields
from memcon.converters.heads.somebody import surely_somebody
from memcon.converters.heads.titlenames import names_in_title
from memcon.converters.labels.answers import Examiners, answering, examiners
from memcon.converters.labels.barelabels import or_bare
from memcon.converters.labels.headinglabels import without_headings
from memcon.converters.labels.inlabels import lines_cut, within_lines
from memcon.converters.labels.jointlabels import listed_labels
from memcon.converters.labels.knownnames import Known
from memcon.converters.labels.labelforms import candidates
from memcon.converters.labels.labels import Weighed, weigh
from memcon.converters.labels.letterspaced import parted_labels
from memcon.converters.labels.misreadlabels import misread_labels
from memcon.converters.labels.topics import without_topics
from memcon.converters.labels.wrappedlabels import outside, wrapped_labels
from memcon.converters.lines.footnotes import footnotes
from memcon.converters.lines.furniture import FurnitureFound, furniture
from memcon.converters.lines.inlines import Reading
from memcon.converters.lines.sourcenotes import SourceNote
from memcon.converters.pages.marks import Marks, marks, parted, unmarked
from memcon.converters.pages.paragraphs import Para, paragraphs, split_at
from memcon.converters.persons.listings import present_in
from memcon.converters.persons.participants import cast_of, mentions
from memcon.converters.persons.scenes import Scene
from memcon.converters.release.portionmarks import ends_with_portion_mark, is_portion_mark
from memcon.converters.turns.bodies import Taken, body, bulleted_lines
from memcon.converters.turns.endnamed import named_at_end
from memcon.converters.turns.firstturns import talk_apart
from memcon.converters.turns.runons import turns_apart
from memcon.converters.turns.takings import Taking, between_turns, furnished, source_notes, taken_for, takings_of
from memcon.converters.words.foreignnames import parties
from memcon.converters.words.names import PrintedName, key_of, read_name
from memcon.decisions import Decision, Edition
from memcon.diagnostics import Diagnostic
from memcon.model import (
    SOURCE_EDITION,
    Apart,
    Authority,
    Block,
    Footnote,
    Furniture,
    Memorandum,
    Moment,
    PageBreak,
    Paragraph,
    SourceNoteBlock,
    SourceStatement,
)
from memcon.transcript import Span, Transcript

_LONGEST_MARK = 24  # characters of a portion mark


@dataclass(frozen=True, slots=True)
class Converted:
    """The memoranda of a transcript in printed order, the diagnostics, and the decisions that were met. `lost` is where
    the first memorandum begins that does not hold all of its print, as its marks contradict each other."""

    memoranda: tuple[Memorandum, ...]
    diagnostics: tuple[Diagnostic, ...]
    met: tuple[Decision, ...]
    takings: tuple[Taking, ...] = ()
    lost: int | None = None


def memoranda(transcript: Transcript, authority: Authority, edition: Edition) -> Converted:
    """Convert a transcript. `edition` holds the decisions about this transcript alone (`Edition.of`).

    Where footnotes, their calls and page furniture contradict each other so that something would be lost, none of
    them are told, and that is said.
    """
    text = frozenset(d.line for d in edition.lines if d.role in ("text", "label", "heading"))
    told = marks(transcript, text)
    parts = _parts(told, edition)
    converted = _converted(transcript, authority, edition, parts)
    if parts.marks is told and told.none:
        return converted  # without marks it would be the same
    if converted.lost is None:
        return converted
    plain = _converted(transcript, authority, edition, _parts(unmarked(transcript), edition))
    if plain.lost is not None:
        return converted
    message = "footnotes and page furniture contradict each other; all of it is encoded as text"
    doubt = transcript.diagnostic("MC223", message, Span(converted.lost, converted.lost))
    return replace(plain, diagnostics=(doubt, *plain.diagnostics))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The marks and paragraphs of a transcript, and its memoranda."""

    marks: Marks
    paras: tuple[Para, ...]
    extents: tuple[Extent, ...]


def _converted(transcript: Transcript, authority: Authority, edition: Edition, parts: _Parts) -> Converted:
    """Convert one memorandum after the other: each knows when the one before it was, and who has spoken."""
    result: list[Memorandum] = []
    diagnostics: list[Diagnostic] = []
    met: list[Decision] = list(edition.transcripts)
    takings: list[Taking] = []
    before: Moment | None = None
    speakers = list(_spoken(parts, edition)) if len(parts.extents) > 1 else []
    lost: list[int] = []
    for extent in parts.extents:
        part = _Part(parts.marks, transcript, authority, edition, extent, before, tuple(speakers))
        made = part.convert(parts.paras[extent.first : extent.end])
        memorandum = made.memoranda[0]
        before = memorandum.facts.moment
        speakers += [read_name(person.name) for person in memorandum.facts.persons]
        result.append(memorandum)
        diagnostics += made.diagnostics
        met += made.met
        takings += made.takings
        lost += [made.lost] if made.lost is not None else []
    return Converted(tuple(result), tuple(diagnostics), tuple(met), tuple(takings), next(iter(lost), None))


def _spoken(parts: _Parts, edition: Edition) -> Iterator[PrintedName]:
    """The names under which people speak anywhere in a transcript of several memoranda: in a short one each may speak
    but once."""
    seen = parts.marks.seen
    paras = [
        p for p in parts.paras if not parts.marks.in_notes(p.span.start) and furniture(p) is None and not is_title(p)
    ]
    whole = Span(paras[0].span.start, paras[-1].span.end) if paras else Span(0, 0)
    found = answering(paras, parted_labels(paras, candidates(seen, paras)))
    weighed = weigh(found, (), seen.text(whole), whole.start, edition.labels)
    names = {w.label.name: read_name(w.label.name) for w in weighed if w.taken and not w.label.withheld}
    yield from (name for name in names.values() if name.surname)


def _parts(found: Marks, edition: Edition) -> _Parts:
    """The paragraphs and the memoranda. Where there are several, each has footnotes of its own, so that these are
    found anew once it is known where they begin."""
    paras = _uncrowded(found)
    starts = boundaries(found, paras, edition.memoranda)
    if len(starts) > 1:
        offsets = [paras[at].span.start for at in starts]
        again = parted(found, offsets[1:])
        paras = split_at(again, paras if again is found else _uncrowded(again), frozenset(offsets))
        starts = tuple(bisect_left(paras, offset, key=lambda p: p.span.start) for offset in offsets)
        found = again
    return _Parts(found, paras, extents(found.seen, paras, starts))


def _uncrowded(found: Marks) -> tuple[Para, ...]:
    """The paragraphs, heads printed line below line taken apart; there are none among footnotes."""
    paras = covers_apart(found, turns_apart(found, paragraphs(found)))
    text = uncrowded(found, (p for p in paras if not found.in_notes(p.span.start)))
    text = talk_apart(found, fields_apart(found, lists_apart(found, text)))
    notes = (p for p in paras if found.in_notes(p.span.start))
    return tuple(sorted((*text, *notes), key=lambda p: p.span))


@dataclass(frozen=True)
class _Part:
    """One memorandum of a transcript, with what it needs to know of its surroundings."""

    marks: Marks
    transcript: Transcript
    authority: Authority
    edition: Edition
    extent: Extent
    before: Moment | None
    speakers_before: tuple[PrintedName, ...]

    def convert(self, paras: Sequence[Para]) -> Converted:
        reading = Reading(self.transcript, self.marks, SOURCE_EDITION, _marks_portions(paras))
        span = _span(self.transcript, self.extent)
        matter = self.transcript.front_matter or Span(0, 0)
        about = metadata(reading, [p for p in paras if p.span.start < matter.end])
        noted = tuple(p for p in paras if self.marks.in_notes(p.span.start))
        running = tuple(p for p in paras if matter.end <= p.span.start and not self.marks.in_notes(p.span.start))
        first = about.completing(head(reading, running, about.title))
        notes = tuple(source_notes(running, first.end))
        statements = (*first.statements, *(n.statement for n in notes))
        reading = replace(reading, supplied_by=_supplier(statements))
        ends = footnotes(reading, noted, span)
        asks = examiners(running[first.end :])
        fields = role_fields(running[first.end :])
        present = () if first.names else tuple(present_in(self.marks.seen.text(span)))
        named = (*asks.people, *fields.people, *(read_name(each) for each in present if surely_somebody(each)))
        names = (*_known_names(first, self.marks.seen, self.authority), *self.speakers_before, *named)
        weighed = self._decided(self._labels(running, first, notes, names, fields.starts))
        labels = {w.label.span.start: w for w in weighed if w.taken}
        if inner := within_lines(running[first.end :], labels):
            labels = dict(sorted((labels | {w.label.span.start: w for w in inner}).items()))
            running = (*running[: first.end], *lines_cut(running[first.end :], inner))
        starts = frozenset(labels) | asks.between | bulleted_lines(self.marks.seen, running[first.end :])
        starts = outside(starts, [w.label.span for w in labels.values()])
        divided = (*running[: first.end], *split_at(self.marks, running[first.end :], starts))
        if len(divided) > len(running):
            running, notes = divided, tuple(source_notes(divided, first.end))
        scene = self._scene(first, asks, (*first.holders, *fields.holders), present)
        cast = cast_of(scene, tuple(labels.values()))
        taken = tuple(self._settled(taken_for(running, first.end, notes, labels, cast, bool(noted))))
        taken = tuple(between_turns(taken, asks.between))
        taken = tuple(furnished(self.marks, taken, self._text(running[first.end :])))
        blocks, unsure = body(reading, taken, self.edition.joins)
        seen = self.marks.seen
        known = Conversation(self.transcript, seen, self.extent, first, notes, ends, cast, taken, self.before)
        stated, found = facts(known, self.edition)
        front = tuple(replace(d, blocks=mentions(d.blocks, cast)) for d in first.front)
        front = (about.division, *front) if about.division is not None else front
        lines = (self.extent.first_line - 1, self.extent.last_line)
        last = max((p.span.end for p in running), default=0)
        blocks = (*first.blocks, *blocks, *(block for end in ends for block in end.blocks if end.span.start > last))
        among = [place for end in ends if end.span.start < last for place in end.places]
        places = dict((*among, *self._furniture(reading, span)))  # furniture behind a note may be known from both
        above = Span(span.start, self._text(running[first.end :]).start)
        missing = sorted((*places.items(), *self._page_marks(reading, above)), key=lambda place: place[0])
        front, blocks = restored(front, blocks, missing)
        made = tuple(parts_of((front, blocks)))
        main, back = _parted(blocks, any(t.role == "notes-head" for t in taken))
        memorandum = Memorandum(self.transcript.name, lines, span, stated, front, main, back)
        doubtful = [_as_text(self.transcript, w) for w in weighed if w.doubtful]
        doubtful += [_misprinted(self.transcript, t) for t in taken if t.correction]
        doubtful += named_at_end(self.transcript, taken, cast.persons)
        doubtful += doubts(self.transcript, made)
        found = (*first.diagnostics, *cast.diagnostics, *doubtful, *unsure, *found)
        takings = (*takings_of(first, taken), *(Taking(e.span, "footnote", "in the block of notes") for e in ends))
        lost = None if self._is_kept(made, span) else span.start
        return Converted((memorandum,), found, tuple(self._met(weighed, taken)), takings, lost)

    def _scene(
        self, first: Head, asks: Examiners, holders: tuple[tuple[str, str], ...], present: tuple[str, ...]
    ) -> Scene:
        """What the persons are known from."""
        dated = self.before.date if self.before is not None else ""
        whole = _span(self.transcript, self.extent)
        return Scene(self.marks.seen, whole, self.authority, self.edition.labels, first, dated, asks, holders, present)

    def _is_kept(self, made: Iterable[object], span: Span) -> bool:
        """Whether all print is in what was made of it; where no marks were told from it the proof will say so."""
        nothing = self.marks.none and self.marks.told
        return nothing or holds_all(made, self.transcript.text(span))

    def _text(self, paras: Sequence[Para]) -> Span:
        """From the first of these paragraphs to the end of the text, or to the block of footnotes."""
        span = _span(self.transcript, self.extent)
        end = next((block.start for block in self.marks.noted if span.start <= block.start < span.end), span.end)
        return Span(paras[0].span.start, end) if paras else Span(end, end)

    def _furniture(self, reading: Reading, span: Span) -> Iterator[tuple[int, Furniture]]:
        """All page furniture of the memorandum, each with its offset."""
        for mark in self.marks.furniture_in(span):
            yield from ((mark.span.start, item) for item in reading.raw(mark.span) if isinstance(item, Furniture))

    def _page_marks(self, reading: Reading, head: Span) -> Iterator[tuple[int, Furniture | PageBreak]]:
        """The pages that begin in the head, between two of its fields maybe, each with its offset."""
        for mark in self.marks.within(head):
            found = reading.raw(mark.span) if mark.page else ()
            yield from ((mark.span.start, item) for item in found if isinstance(item, Furniture | PageBreak))

    def _labels(
        self,
        paras: Sequence[Para],
        first: Head,
        notes: tuple[SourceNote, ...],
        names: tuple[PrintedName, ...],
        fields: frozenset[int],
    ) -> tuple[Weighed, ...]:
        noted = {at for note in notes for at in range(note.first, note.last + 1)}
        running = [
            p
            for at, p in enumerate(paras)
            if at >= first.end
            and at not in noted
            and furniture(p) is None
            and not is_title(p)
            and p.span.start not in fields
        ]
        whole = Span(paras[0].span.start, paras[-1].span.end) if paras else Span(0, 0)
        text = self.marks.seen.text(whole)
        known = Known(names)
        opening = tuple(each for each in candidates(self.marks.seen, running) if each.span.start not in fields)
        found = misread_labels(running, parted_labels(running, opening))
        found = wrapped_labels(running, found, lambda name: known.takes_part(read_name(name)))
        found = answering(running, listed_labels(running, found, lambda name: known.takes_part(read_name(name))))
        weighed = weigh(found, names, text, whole.start, self.edition.labels)
        weighed = without_topics(weighed, text, whole.start, bool(names))
        weighed = without_headings(weighed, text, whole.start)
        return or_bare(weighed, running, known)

    def _role(self, offset: int) -> str:
        """What the editor decided the line at an offset to be; empty where nothing is decided."""
        line = self.transcript.source_line(offset)
        return next((d.role for d in self.edition.lines if d.line == line), "")

    def _decided(self, weighed: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
        """The candidates with the editor's word on single lines."""
        if not self.edition.lines:
            return weighed
        roles = [self._role(each.label.span.start) for each in weighed]
        return tuple(
            each._replace(taken=role == "label", evidence=(f"decided: {role}",), doubtful=False) if role else each
            for each, role in zip(weighed, roles, strict=True)
        )

    def _settled(self, taken: Iterator[Taken]) -> Iterator[Taken]:
        """What paragraphs were taken for, with the editor's word on single lines."""
        for each in taken:
            role = self._role(each.para.span.start) if self.edition.lines else ""
            if role in ("text", "heading"):
                yield Taken(each.para, "heading" if role == "heading" else "text", f"decided: {role}")
            elif role == "furniture":
                yield Taken(each.para, "furniture", "decided: furniture", FurnitureFound("header", "decided"))
            else:
                yield each

    def _met(self, weighed: Sequence[Weighed], taken: Sequence[Taken]) -> list[Decision]:
        """The decisions that name a line or a label of this memorandum."""
        keys = {w.label.key for w in weighed}
        met: list[Decision] = [d for d in self.edition.memoranda if d.line == self.extent.first_line]
        if self.edition.joins or self.edition.lines:
            lines = {self.transcript.source_line(t.para.span.start) for t in taken}
            texts = {self.transcript.source_line(t.para.span.start) for t in taken if t.role == "text"}
            met += [d for d in self.edition.joins if d.line in texts]
            met += [d for d in self.edition.lines if d.line in lines]
        met += [d for d in self.edition.labels if label_key(d.label) in keys]
        return met


def label_key(label: str) -> str:
    """A decided label as labels are compared."""
    return key_of(label.strip(" :.,").replace("[", "").replace("]", ""))


def _marks_portions(paras: Sequence[Para]) -> bool:
    marked = sum(1 for p in paras if ends_with_portion_mark(p.text) or _opens_with_portion_mark(p.text))
    return marked >= 2 or (marked == 1 and any((f := furniture(p)) and f.role == "banner" for p in paras))


def _opens_with_portion_mark(text: str) -> bool:
    end = text.find(") ", 0, _LONGEST_MARK)
    return end > 0 and is_portion_mark(text[: end + 1])


def _supplier(statements: Sequence[SourceStatement]) -> str:
    """Who supplied words in brackets: the translator where exactly one is named, else the edition."""
    translators = {name for statement in statements for name in statement.translators}
    return "#translator-1" if len(translators) == 1 else SOURCE_EDITION


def _known_names(first: Head, transcript: Transcript, authority: Authority) -> tuple[PrintedName, ...]:
    printed = [transcript.text(p.span) for p in first.names if p.field_role != "unknown"] + list(
        names_in_title(first.title)[0]
    )
    known = [name for person in authority.persons for name in person.names]
    titled = (PrintedName(form) for party in parties(first.title)[0] for form in party.first_forms())
    return (*(name for name in map(read_name, printed + known) if name.surname), *titled)


def _parted(blocks: tuple[Block, ...], headed: bool) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Body and back: a note with nothing but notes and furniture behind it opens the back, and takes the line that
    heads the notes with it."""
    last = max((at for at, b in enumerate(blocks) if not isinstance(b, _NOTES) and not _apart(b)), default=-1)
    for at in range(last + 1, len(blocks)):
        if isinstance(blocks[at], _NOTES):
            first = last if headed and isinstance(blocks[last], Paragraph) else at
            return blocks[:first], blocks[first:]
    return blocks, ()


_NOTES = SourceNoteBlock | Footnote


def _apart(block: Block) -> bool:
    return isinstance(block, Apart) and isinstance(block.item, Furniture | PageBreak)


def _span(transcript: Transcript, extent: Extent) -> Span:
    """The stretch of print between the lines of a memorandum."""
    return Span(transcript.lines[extent.first_line - 1].span.start, transcript.lines[extent.last_line - 1].span.end)


def _misprinted(transcript: Transcript, taken: Taken) -> Diagnostic:
    assert taken.label is not None
    printed = transcript.text(taken.label.span)
    return transcript.diagnostic("MC212", f"{printed!r} is taken for {taken.correction!r}", taken.label.span)


def _as_text(transcript: Transcript, weighed: Weighed) -> Diagnostic:
    why = "; ".join(weighed.evidence) or "nothing speaks for it"
    return transcript.diagnostic(
        "MC210", f"{weighed.label.name!r} is not taken for a label ({why})", weighed.label.span,
        "if it is one, add a [[label]] to edition.toml",
    )  # fmt: skip
