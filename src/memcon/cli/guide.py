"""memcon guide"""

from __future__ import annotations

import difflib

import click

from memcon.cli.common import write_stdout
from memcon.cli.prose import heading, indented, paragraph, width
from memcon.reference.guide import Attribute, Element, sentence, watching
from memcon.reference.guide import guide as the_guide
from memcon.resources import schema_file
from memcon.rules import RULES


def _complete(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [each.name for each in the_guide().elements if each.name.lower().startswith(incomplete.lower())]


def _found(word: str) -> Element:
    """The element of a name, in any case, with or without its angle brackets."""
    name = word.strip("<>/").lower()
    names = {element.name.lower(): element for element in the_guide().elements}
    if name in names:
        return names[name]
    near = [names[each].name for each in difflib.get_close_matches(name, names, 3, 0.6)]
    advice = f"did you mean {' or '.join(near)}?" if near else "memcon guide lists all of them"
    raise click.UsageError(f"the schema has no element {word}; {advice}")


@click.command(
    epilog="""\b
Examples:
  memcon guide sp
  memcon guide gap fw   several, one after the other
  memcon guide          lists the elements by task
  memcon guide --all --format html > guide.html"""
)
@click.argument("elements", nargs=-1, metavar="[ELEMENT]...", shell_complete=_complete)
@click.option("--all", "every", is_flag=True, help="Explain every element: the whole guide.")
@click.option("--format", "format_", type=click.Choice(["text", "html"]), default="text", show_default=True,
              help="Text for the terminal, or with --all a page, which has the vocabularies, too.")  # fmt: skip
def guide(elements: tuple[str, ...], every: bool, format_: str) -> None:
    """Explain an element of the encoding: what it is for, its attributes, where it stands, an example."""
    if every and elements:
        raise click.UsageError("name elements, or say --all")
    if format_ == "html" and not every:
        raise click.UsageError("the page holds the whole guide: say --all")
    if format_ == "html":
        write_stdout(schema_file("guide.html").read_bytes())
        return
    columns = width()
    chosen = the_guide().elements if every else [_found(word) for word in elements]
    click.echo("\n\n".join(_entry(each, columns) for each in chosen) if chosen else _overview(columns))


def _overview(columns: int) -> str:
    """The elements by task, each with what it is."""
    tasks = []
    for task in the_guide().tasks:
        found = [element for name in task.elements if (element := the_guide().element(name))]
        lines = [paragraph(f"{each.name:<15} {each.meaning.rstrip('.')}", columns, "  ", " " * 18) for each in found]
        tasks.append("\n".join([heading(task.title), *lines]))
    return "\n\n".join(tasks)


def _entry(element: Element, columns: int) -> str:
    """The entry of one element."""
    rules = watching(element.name, RULES.values())
    watched = [f"MC405 {each.ident}: {each.meaning}" for each in element.constraints]
    watched += [f"{each.code} {each.name}: {each.summary}" for each in rules]
    own, shared = element.attributes, the_guide().attributes_of(element)
    parts = [
        f"{heading(f'<{element.name}>')}\n{paragraph(sentence(element.meaning), columns)}",
        paragraph(element.remarks, columns),
        _part("Attributes", "\n".join(_attribute(each, columns) for each in own)),
        _part("Attributes that many elements share", "\n".join(_shared(each, columns) for each in shared)),
        _part("Content", "\n".join(_item(line.words, columns, line.depth) for line in element.content)),
        _part("Stands in", paragraph(", ".join(element.parents), columns, "  ")),
        _part("Example", "\n\n".join(indented(example) for example in element.examples)),
        _part("Watched by", "\n".join(_item(line, columns) for line in watched)),
        _part("TEI Guidelines", f"  {element.address}"),
    ]
    return "\n\n".join(part for part in parts if part)


def _part(title: str, body: str) -> str:
    return f"{heading(title)}\n{body}" if body.strip() else ""


def _item(words: str, columns: int, depth: int = 0) -> str:
    indent = "  " * (depth + 1)
    return paragraph(f"- {words}", columns, indent, indent + "  ")


def _attribute(attribute: Attribute, columns: int) -> str:
    """An attribute with its meaning, and its values with theirs."""
    values = [f"{value.ident}: {value.meaning}" for value in attribute.values]
    return "\n".join([_named(attribute, columns), *(paragraph(each, columns, " " * 6, " " * 8) for each in values)])


def _named(attribute: Attribute, columns: int) -> str:
    required = ", required" if attribute.required else ""
    words = f"@{attribute.name}{required}: {attribute.meaning} ({attribute.kind})"
    return paragraph(words, columns, "  ", "    ")


def _shared(attribute: Attribute, columns: int) -> str:
    """An attribute that many elements share, its values in one line."""
    values = ", ".join(value.ident for value in attribute.values)
    return _named(attribute, columns) + (f"\n{paragraph(values, columns, '      ')}" if values else "")
