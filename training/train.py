"""Train the encoder: public corpora and invented articles in, `encoder.pt` out, the same for the same seed.

    python -m training.train --polnear DIR --crossner DIR --wikigold FILE --base DIR --out DIR [--epochs 2]

`--base` holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2. Only training parts are read; of CrossNER's
development parts, all but politics, which is kept to measure with.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from graph_builder.extract.tagging.pieces import FIRST, LAST, LONGEST
from training.corpora import CROSSNER, crossner, polnear, wikigold
from training.examples import SILENT, Example, Row, example, rows
from training.invent.forms import invent_article
from training.invent.markup import Annotated
from training.marked.facts import annotated
from training.marked.format import read_marked
from training.network import Network, pretrained

HEAD_WEIGHTS = (1.0, 0.5, 1.0, 0.4, 0.8)  # parts, links, names, kinds, stances
AVERAGED = 0.996  # how much of the running mean of the weights a step keeps
WARM_UP = 100  # steps until the full learning rate


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that decides what comes out."""

    epochs: int
    rate: float
    batch: int  # pieces in a batch, filling included
    seed: int
    invented: int  # articles an epoch


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("polnear", "crossner", "wikigold", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--invented", type=int, default=1200, help="invented articles an epoch")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--batch", type=int, default=4096)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="go on from these weights")
    parser.add_argument("--repeat", type=int, default=1, help="how often an epoch reads the name corpora")
    parser.add_argument("--corpus", type=Path, help="our own marked documents")
    parser.add_argument("--corpus-repeat", type=int, default=4, help="how often an epoch reads them")
    parser.add_argument("--rest", type=float, default=1.0, help="share of the other texts that an epoch reads")
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def loaded(file: Path) -> Tokenizer:
    """The tokenizer, without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def material(args: argparse.Namespace, tokenizer: Tokenizer) -> list[Example]:
    """All that is learned from in every epoch, in one list."""
    names: list[Annotated] = []
    for domain in CROSSNER:
        parts = ("train",) if domain == "politics" else ("train", "dev")
        for part in parts:
            names += list(crossner(args.crossner / domain / f"{part}.txt")) * (4 if domain == "politics" else 1)
    names += wikigold(args.wikigold)
    texts = [annotated for _, annotated in polnear(args.polnear)] + names * args.repeat
    return [example(tokenizer, text) for text in texts]


def marked_files(folder: Path | None) -> list[Path]:
    """Our own marked documents, in the order of their names."""
    return sorted(folder.glob("*.marked")) if folder is not None else []


def invented(tokenizer: Tokenizer, settings: Settings, epoch: int) -> list[Example]:
    """Articles that no other epoch sees."""
    first = settings.seed * 1_000_000 + epoch * settings.invented
    return [example(tokenizer, invent_article(first + n)) for n in range(settings.invented)]


def batches(examples: Sequence[Example], settings: Settings, epoch: int) -> list[list[Row]]:
    """The epoch's batches: windows of like length together, in random order."""
    rng = Random(settings.seed * 1000 + epoch)  # noqa: S311 - nothing here is secret
    mixed = list(examples)
    rng.shuffle(mixed)
    windows = sorted(rows(mixed, rng, LONGEST), key=lambda r: len(r.ids) + rng.random() * 16)
    found: list[list[Row]] = [[]]
    for row in windows:
        if (len(found[-1]) + 1) * (len(row.ids) + 2) > settings.batch:
            found.append([])
        found[-1].append(row)
    rng.shuffle(found)
    return found


def tensors(batch: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, list[Tensor]]:
    """Ids, shapes, which pieces are there, and the targets of each head."""
    length = max(len(row.ids) for row in batch) + 2
    ids, shapes, present = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(3))
    targets = [torch.full((len(batch), length), SILENT) for _ in HEAD_WEIGHTS]
    for i, row in enumerate(batch):
        n = len(row.ids)
        ids[i, : n + 2] = torch.tensor([FIRST, *row.ids, LAST])
        shapes[i, 1 : n + 1] = torch.tensor(row.shapes)
        present[i, : n + 2] = 1
        for head, target in enumerate(row.targets):
            targets[head][i, 1 : n + 1] = torch.tensor(target)
    return ids, shapes, present, targets


def loss_of(logits: Sequence[Tensor], targets: Sequence[Tensor]) -> Tensor:
    """The heads' losses together, each over the pieces that something is said of."""
    total = torch.zeros(())
    for weight, guess, target in zip(HEAD_WEIGHTS, logits, targets, strict=True):
        if bool((target != SILENT).any()):
            known = functional.cross_entropy(
                guess.float().flatten(0, 1), target.flatten(), ignore_index=SILENT, reduction="sum"
            )
            total = total + weight * known / target.ne(SILENT).sum().clamp(min=200)
    return total


def optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """AdamW; the word embeddings stay as they are, since the corpora hold few of the words."""
    network.words.weight.requires_grad_(False)
    decayed = [p for p in network.parameters() if p.requires_grad and p.ndim > 1]
    plain = [p for p in network.parameters() if p.requires_grad and p.ndim <= 1]
    return torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}], lr=rate, betas=(0.9, 0.98)
    )


def train(
    network: Network, of_epoch: Callable[[int], list[list[Row]]], settings: Settings
) -> Iterator[tuple[int, nn.Module]]:
    """After each epoch its number and the running mean of the weights."""
    descent = optimiser(network, settings.rate)
    mean = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGED)
    )
    for epoch in range(settings.epochs):
        network.train()
        began, lost, todo = time.time(), 0.0, of_epoch(epoch)
        for number, batch in enumerate(todo):
            done = (epoch + number / len(todo)) / settings.epochs
            for group in descent.param_groups:
                group["lr"] = settings.rate * min((epoch * len(todo) + number + 1) / WARM_UP, max(0.02, 1 - done))
            lost += step(network, descent, batch)
            mean.update_parameters(network)
            if number % 20 == 19:
                seconds = time.time() - began
                print(
                    f"epoch {epoch + 1} batch {number + 1}/{len(todo)} loss {lost / (number + 1):.4f} {seconds:.0f} s"
                )
        yield epoch + 1, mean.module


def step(network: Network, descent: torch.optim.Optimizer, batch: Sequence[Row]) -> float:
    """One step down; the loss before it."""
    ids, shapes, present, targets = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        logits = network(ids, shapes, present)
    loss = loss_of(logits, targets)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    descent.step()
    descent.zero_grad()
    return float(loss.detach())


def main() -> None:
    """Train and write the weights after every epoch."""
    args = arguments()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = loaded(args.base / "tokenizer.json")
    settings = Settings(args.epochs, args.rate, args.batch, args.seed, args.invented)
    constant = material(args, tokenizer)
    print(f"{len(constant)} texts, {sum(len(e.pieces) for e in constant)} pieces", flush=True)

    def of_epoch(epoch: int) -> list[list[Row]]:
        rng = Random(settings.seed * 77 + epoch)  # noqa: S311 - nothing here is secret
        own = [example(tokenizer, annotated(read_marked(p, bare=True))) for p in marked_files(args.corpus)]
        print(f"{len(own)} documents of our own, {sum(len(e.pieces) for e in own)} pieces", flush=True)
        others = [one for one in constant if rng.random() < args.rest]
        return batches([*others, *invented(tokenizer, settings, epoch), *own * args.corpus_repeat], settings, epoch)

    network = pretrained(args.base / "model.safetensors")
    if args.start:
        network.load_state_dict(torch.load(args.start, map_location="cpu", weights_only=True), strict=False)
    for epoch, trained in train(network, of_epoch, settings):
        torch.save(trained.state_dict(), args.out / "encoder.pt")
        print(f"epoch {epoch} written", flush=True)


if __name__ == "__main__":
    main()
