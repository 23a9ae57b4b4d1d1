"""`onrecord show`, `why` and `info`: one thing, one fact, and the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph_builder.cli.options import Endpoint, Graph, coloured, elsewhere, folder_at

if TYPE_CHECKING:
    from graph_builder.graph.describe import Description, Match, Why
    from graph_builder.graph.grounds import Grounds
    from graph_builder.graph.store import Store

__all__ = ["NAME_HELP", "info", "one", "show", "why"]

NAME_HELP = "A person, organisation, event or topic, or a part of its name."
Name = Annotated[str, typer.Argument(metavar="NAME", help=NAME_HELP)]
FACT_HELP = "A fact's name, as the answers show it; its beginning is enough. Or the name of somebody or something."
Fact = Annotated[str, typer.Argument(metavar="FACT|NAME", help=FACT_HELP)]


def show(name: Name, graph: Graph = None, endpoint: Endpoint = None) -> None:
    """Everything said of one person, organisation, event or topic.

    Case and accents do not matter, and a part of the name is enough; where
    several things may be meant they are listed.

    \b
    Examples:
      onrecord show "Imogen Charlton-Rae"
      onrecord show tiller
      onrecord show tiller --endpoint http://localhost:8890/sparql
    """
    from graph_builder.graph.describe import describe
    from graph_builder.graph.store import open_store

    if endpoint:
        with elsewhere(endpoint) as there:
            iri = one(there.names(), name).iri
            typer.echo(_page(describe(there.around(iri), iri)), nl=False)
        return
    store = open_store(folder_at(graph))
    typer.echo(_page(describe(store, one(store, name).iri)), nl=False)


def one(store: Store, name: str) -> Match:
    """The one thing that goes by a name; several are listed, and the command ends."""
    from graph_builder.errors import UnknownName
    from graph_builder.graph.describe import find

    matches = find(store, name)
    if not matches:
        raise UnknownName(f"nothing in the graph goes by {name!r}: ask `onrecord query people` who is in it")
    if len(matches) > 1:
        typer.echo(f"onrecord: {name!r} may be any of these; say which:", err=True)
        for match in matches:
            typer.echo(f"  {match.label}  ({match.kind or match.type})", err=True)
        raise typer.Exit(1)
    return matches[0]


def _page(about: Description) -> str:
    lines = [f"{about.label}  ({about.kind or about.type})"]
    if about.aliases:
        lines.append(f"also: {', '.join(about.aliases)}")
    for section in about.sections:
        lines += ["", section.title]
        for item in section.items:
            lines.append(f"  • {item.text}")
            if item.evidence and item.evidence not in item.text:
                lines.append(f"      “{item.evidence}”")
            lines.append(f"      {item.source}" + (f"  {item.fact}" if item.fact else ""))
    return "\n".join(lines) + "\n"


def why(fact: Fact, graph: Graph = None) -> None:
    """What proves a fact, or why somebody is one and not two.

    Of a fact: the sentence that proves it, where it stands, and how it was
    found. Of a person, organisation, event or topic: its names in each
    document, and why they were taken for one, kept apart, or left open.

    \b
    Examples:
      onrecord why statement/3f9a20c1
      onrecord why role:07be
      onrecord why "Imogen Charlton-Rae"
    """
    from graph_builder.graph import describe

    folder = folder_at(graph)
    if describe.names_fact(fact):
        typer.echo(_proof(describe.why(folder, fact)), nl=False)
    else:
        from graph_builder.graph.grounds import grounds
        from graph_builder.graph.store import open_store
        from graph_builder.resolve.forms import told_as_one

        typer.echo(_grounds(grounds(folder, one(open_store(folder), fact).iri, told_as_one)), nl=False)


def _grounds(found: Grounds) -> str:
    lines = [f"{found.label}  ({found.kind})  {found.short}"]
    if found.named:
        lines += ["", "Named", *(f"  • {source}: {', '.join(forms)}" for source, forms in found.named)]
    for title, judgements in found.judged:
        lines += ["", title, *(f"  • {line}" for line in judgements)]
    if found.known:
        lines += ["", f"In a register: {found.known}"]
    if found.former:
        lines += ["", f"Called before: {', '.join(found.former)}"]
    return "\n".join(lines) + "\n"


def _proof(found: Why) -> str:
    sentence = typer.style(found.sentence, bold=True) if coloured() else f"»{found.sentence}«"
    return (
        f"{found.says}\n\n{found.before}{sentence}{found.after}\n\n"
        f"document    {found.document} ({found.source})\n"
        f"characters  {found.start} to {found.end}\n"
        f"rule        {found.rule}\n"
        f"confidence  {found.confidence}\n"
        f"model       {found.model}\n"
        f"fact        {found.fact}\n"
    ) + "".join(f"{name:<12}{said}\n" for name, said in (("said by", found.voices), ("dissent", found.dissent)) if said)


def info(graph: Graph = None) -> None:
    """What is in the graph, what made it, and what was left open.

    \b
    Example:
      onrecord info --graph debate
    """
    from graph_builder.graph.info import info as info_of
    from graph_builder.graph.safety import safe
    from graph_builder.settings import settings_file

    folder = folder_at(graph)
    found = info_of(folder)
    facts = {
        "graph": folder.path,
        "onrecord": found.version,
        "model": found.model,
        "base": found.base,
        "settings": settings_file(),
    }
    for name, value in facts.items():
        typer.echo(f"{name:<12}{value}")
    typer.echo()
    for name, count in found.counts.items():
        typer.echo(f"{count:>8,}  {name}")
    typer.echo("\nLeft open")
    for name, count in found.coverage.items():
        typer.echo(f"{count:>8,}  {name}")
    unfit = [safe(line) for line in found.report.get("unfit", ())]
    for title, left_open in (
        ("Words without a speaker", found.unattributed),
        ("Names not told apart", found.unsure),
        ("Corrections that fit nothing", unfit),
    ):
        if left_open:
            typer.echo(f"\n{title}")
        for line in left_open:
            typer.echo(f"  • {line}")
