"""The encoding guide as one HTML page that an editor can work from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from memcon.diagnostics import Rule
from memcon.reference.guide import Attribute, Constraint, Element, Guide, Line, sentence, watching
from memcon.reference.pages import bullets, code, escaped, link, page
from memcon.vocabularies import Category, Vocabulary

_LEAD = """<p>What each element of <code>memcon.odd</code> is for in a memorandum of conversation: when to use it, its
attributes and their values, what it may hold and where it may stand, an example, and the rules that watch it. The
printed characters always stay in the text; attributes say what the edition knows about them.</p>
<p>Look for an element or a word with the search of your browser: everything is in this page. In a terminal,
<code>memcon guide sp</code> prints one entry.</p>"""
_NAME = re.compile(r"&lt;(\w+)&gt;")


def build(guide: Guide, vocabularies: Mapping[str, Vocabulary], rules: Iterable[Rule]) -> str:
    """The page; elements have their names as anchors, rules lead to rules.html beside it."""
    rules = tuple(rules)
    entries = []
    for number, task in enumerate(guide.tasks, 1):
        entries.append(f'<h2 id="task-{number}">{escaped(task.title)}</h2>\n<p>{escaped(task.about)}</p>')
        entries += [_entry(element, guide, rules) for name in task.elements if (element := guide.element(name))]
    entries += [_shared(guide), _groups(guide), _everywhere(guide), _vocabularies(vocabularies.values())]
    return page("The encoding guide", _LEAD, _contents(guide), "\n".join(entries))


def _contents(guide: Guide) -> str:
    parts = ['<nav id="contents" aria-label="Contents">', "<h2>Contents by task</h2>"]
    for number, task in enumerate(guide.tasks, 1):
        found = [element for name in task.elements if (element := guide.element(name))]
        parts.append(f"<h3>{link(f'#task-{number}', task.title)}</h3>")
        parts.append(bullets([f"{_to(each.name)} {escaped(each.meaning.rstrip('.'))}" for each in found]))
    further = [link("#shared", "Attributes that many elements share"), link("#groups", "Groups of elements"),
               link("#everywhere", "What holds for every element"), link("#vocabularies", "Vocabularies")]  # fmt: skip
    parts.append(f"<h3>Beside the elements</h3>\n{bullets(further)}")
    names = sorted((element.name for element in guide.elements), key=str.lower)
    parts.append(f"<h2>Elements from A to Z</h2>\n{bullets([_to(name) for name in names], 'row')}")
    return "\n".join([*parts, "</nav>"])


def _entry(element: Element, guide: Guide, rules: Sequence[Rule]) -> str:
    """The section of one element."""
    facts = [
        ("Attributes", _attributes(element, guide)),
        ("Content", _content(element.content, guide)),
        ("May hold", _row(element.children) if _names_groups(element, guide) else ""),
        ("Stands in", _row(element.parents) or "nothing: it is the root of a file"),
        ("Examples" if len(element.examples) > 1 else "Example", "\n".join(code(e) for e in element.examples)),
        ("Watched by", _watched(element.constraints, watching(element.name, rules))),
        ("More", link(element.address, f"TEI Guidelines on {element.name}")),
    ]
    pairs = "\n".join(f"<dt>{name}</dt>\n<dd>{value}</dd>" for name, value in facts if value)
    return (
        f'<section class="entry" id="{element.name}">\n<h3><code>&lt;{element.name}&gt;</code></h3>\n'
        f'<p class="summary">{escaped(sentence(element.meaning))}</p>\n<p>{_prose(element.remarks, guide)}</p>\n'
        f'<dl class="about">\n{pairs}\n</dl>\n</section>'
    )


def _names_groups(element: Element, guide: Guide) -> bool:
    """Whether the content model names groups, so that one cannot see every element in it."""
    return any(group.title in line.words for group in guide.groups for line in element.content)


def _to(name: str) -> str:
    return link(f"#{name}", f"<{name}>")


def _row(names: Sequence[str]) -> str:
    return bullets([_to(name) for name in names], "row") if names else ""


def _prose(text: str, guide: Guide) -> str:
    """Text in which the names of elements and of groups are links."""
    made = escaped(text)
    for group in guide.groups:
        made = made.replace(escaped(group.title), link(f"#{group.ident}", group.title))

    def to(match: re.Match[str]) -> str:
        return _to(match[1]) if guide.element(match[1]) else match[0]

    return _NAME.sub(to, made)


def _attributes(element: Element, guide: Guide) -> str:
    """The attributes of its own, in full; of those it shares, the names."""
    own = _definitions(element.attributes) if element.attributes else ""
    names = [f"@{attribute.name}" for attribute in guide.attributes_of(element)]
    shared = ", ".join(f"<code>{name}</code>" for name in names)
    return own + (f'<p><a href="#shared">Shared</a>: {shared}</p>' if names else "")


def _definitions(attributes: Iterable[Attribute]) -> str:
    parts = []
    for each in attributes:
        required = " <strong>required</strong>" if each.required else ""
        values = [f"<code>{escaped(v.ident)}</code> {escaped(v.meaning)}" for v in each.values]
        meaning = f'<p>{escaped(each.meaning)}. <span class="kind">{escaped(sentence(each.kind))}</span></p>'
        listed = bullets(values) if values else ""
        parts.append(f"<dt><code>@{escaped(each.name)}</code>{required}</dt>\n<dd>{meaning}{listed}</dd>")
    return '<dl class="attributes">\n' + "\n".join(parts) + "\n</dl>\n"


def _content(lines: Sequence[Line], guide: Guide) -> str:
    """The content model as nested lists; one line alone needs none."""
    if len(lines) == 1:
        return f"<p>{_prose(lines[0].words, guide)}</p>"
    parts = []
    for number, line in enumerate(lines):
        following = lines[number + 1].depth if number + 1 < len(lines) else 0
        before = lines[number - 1].depth if number else -1
        parts.append("<ul>\n" * (line.depth - before if line.depth > before else 0))
        parts.append(f"<li>{_prose(line.words, guide)}")
        parts.append("</li>\n" if following <= line.depth else "\n")
        parts.append("</ul></li>\n" * max(0, line.depth - following))
    return "".join(parts) + "</ul>"


def _watched(constraints: Sequence[Constraint], rules: Sequence[Rule]) -> str:
    """The schema's own constraints, then the rules of memcon."""
    own = [f"{link('rules.html#MC405', 'MC405')} {each.ident}: {escaped(each.meaning)}" for each in constraints]
    house = [f"{link(f'rules.html#{r.code}', f'{r.code} {r.name}')} {escaped(r.summary)}" for r in rules]
    return bullets(own + house) if own or house else ""


def _shared(guide: Guide) -> str:
    parts = ['<section id="shared">', "<h2>Attributes that many elements share</h2>"]
    for each in guide.shared:
        parts.append(f'<h3 id="{escaped(each.ident)}">{escaped(sentence(each.meaning).rstrip("."))}</h3>')
        parts.append(_definitions(each.attributes))
    return "\n".join([*parts, "</section>"])


def _groups(guide: Guide) -> str:
    parts = ['<section id="groups">', "<h2>Groups of elements</h2>"]
    for group in guide.groups:
        parts.append(f'<h3 id="{escaped(group.ident)}">{escaped(sentence(group.title).rstrip("."))}</h3>')
        parts += [f"<p>{escaped(sentence(group.meaning))}</p>", _row(group.members)]
    return "\n".join([*parts, "</section>"])


def _everywhere(guide: Guide) -> str:
    items = [f"{escaped(each.meaning)} ({escaped(each.ident)})" for each in guide.everywhere]
    return '<section id="everywhere">\n<h2>What holds for every element</h2>\n' + bullets(items) + "\n</section>"


def _vocabularies(vocabularies: Iterable[Vocabulary]) -> str:
    parts = ['<section id="vocabularies">', "<h2>Vocabularies</h2>",
             "<p>What <code>@ana</code> and <code>&lt;catRef&gt;</code> point to. A file's own "
             f"{_to('classDecl')} repeats the vocabularies that it points into.</p>"]  # fmt: skip
    for each in vocabularies:
        parts.append(f'<h3 id="vocabulary-{escaped(each.identifier)}">{escaped(each.description)}</h3>')
        head = '<tr><th scope="col">Pointer</th><th scope="col">Meaning</th><th scope="col">Printed as</th></tr>'
        rows = "\n".join(_term(term) for term in each.all())
        parts.append(f"<table>\n<thead>{head}</thead>\n<tbody>\n{rows}\n</tbody>\n</table>")
    return "\n".join([*parts, "</section>"])


def _term(term: Category) -> str:
    forms = ", ".join(dict.fromkeys(form for _, form in term.forms))
    meaning = f"{term.description}: {term.explanation}" if term.explanation else term.description
    cells = (f"<code>#{escaped(term.identifier)}</code>", escaped(meaning), escaped(forms))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
