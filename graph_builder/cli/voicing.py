"""What `onrecord build` says to and of a language model that is heard beside the rules."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph_builder.graph.folder import GraphFolder
    from graph_builder.settings import VoiceSettings
    from graph_builder.voices import Heard, Plan, Voice

__all__ = ["DryRun", "MaxCost", "MaxTokens", "VoiceName", "print_heard", "print_plan", "progress", "voice_of"]

NO_VOICE = "none"

VoiceName = Annotated[
    str | None,
    typer.Option(
        "--voice",
        metavar="MODEL",
        help="A language model to be heard beside the rules; docs/voices.md says how.  "
        "Default: that of the settings; else what that of the last build has answered; none for no voice.",
    ),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what asking the voice would take, and cost.")]
MaxCost = Annotated[
    float | None, typer.Option(min=0.0, metavar="MONEY", help="The most that asking the voice may cost in this build.")
]
MaxTokens = Annotated[
    int | None, typer.Option(min=0, metavar="N", help="The most tokens, sent and answered, that asking it may take.")
]


def voice_of(
    given: str | None, settings: VoiceSettings, folder: GraphFolder, limits: tuple[float | None, int | None]
) -> Voice | None:
    """The voice of a build: the one that is named, else that of the settings, else what was answered before."""
    from graph_builder.extract.voice.cost import Budget, Price
    from graph_builder.extract.voice.server import Server
    from graph_builder.voices import Voice

    if given == NO_VOICE:
        return None
    model = given or settings.model
    if model is None:
        before = (folder.read_report().get("voice") or {}).get("model")
        return Voice(before) if before else None
    asked, told = settings.price_asked, settings.price_told
    price = None if asked is None and told is None else Price(asked or 0.0, told or 0.0)
    cost, tokens = limits
    if cost is not None and price is None:
        raise typer.BadParameter(
            "no price is known: set ONRECORD_LLM_PRICE, or price-asked and price-told under [voice] in the settings",
            param_hint="--max-cost",
        )
    how = {name: getattr(settings, name) for name in ("parallel", "timeout", "tries")}
    server = Server(settings.address or "", model, **{name: value for name, value in how.items() if value is not None})
    return Voice(model, server, Budget(tokens, cost, price))


@contextmanager
def progress() -> Iterator[Callable[[int, int], object]]:
    """Shows on a terminal how many answers there are."""
    if not sys.stderr.isatty():
        yield lambda done, of: None  # noqa: ARG005  (nobody looks)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Asking", total=None, visible=False)
        yield lambda done, of: bar.update(task, total=of, completed=done, visible=True)


def print_plan(found: Plan, voice: Voice) -> None:
    """What asking would take."""
    typer.echo(f"Documents: {found.documents}, of which {voice.model} has answered about {found.answered}")
    typer.echo(f"{found.questions:>8,}  requests")
    typer.echo(f"{found.tokens_asked:>8,}  tokens sent, about")
    typer.echo(f"{found.tokens_told:>8,}  tokens answered, about")
    if voice.budget.price is not None:
        typer.echo(f"{voice.budget.price.of(found.tokens_asked, found.tokens_told):>8,.2f}  in money, about")
    else:
        typer.echo("The settings name no price.")


def print_heard(heard: Heard) -> None:
    """What became of asking."""
    from graph_builder.graph.safety import safe

    for each in heard.unanswered:
        typer.echo(f"no answer: {safe(each.source)}: {safe(each.reason)}", err=True)
    cost = f", {heard.cost:.2f} in money" if heard.cost is not None and heard.asked else ""
    tokens = (
        f" ({heard.asked} asked now: {heard.tokens_asked + heard.tokens_told:,} tokens{cost})" if heard.asked else ""
    )
    without = f", {len(heard.unanswered)} without an answer" if heard.unanswered else ""
    typer.echo(f"The voice {safe(heard.model)}: {len(heard.answered)} documents answered{tokens}{without}")
    taken, agreed = (sum(counts.values()) for counts in (heard.taken, heard.agreed))
    typer.echo(f"{taken:>8,}  facts taken from it, {agreed:,} of them the rules' too")
    typer.echo(f"{len(heard.refused):>8,}  refused: report.json says which and why")
    typer.echo(f"{len(heard.left_out):>8,}  of the rules' own left out, which it does not bear out")
