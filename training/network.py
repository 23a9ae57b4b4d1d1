"""The encoder as it is trained: six layers of BERT with an embedding of each piece's shape, and four linear heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from graph_builder.extract.tagging.pieces import SHAPES
from graph_builder.extract.tagging.tags import HEADS

__all__ = ["Network", "pretrained"]

WIDTH, HEADS_OF_ATTENTION, INNER, VOCABULARY, POSITIONS, LAYERS = 384, 12, 1536, 30522, 512, 6


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        split = (batch, length, HEADS_OF_ATTENTION, WIDTH // HEADS_OF_ATTENTION)
        q, k, v = (t.reshape(split).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        scores = q @ k.transpose(-1, -2) * (split[3] ** -0.5) + mask.to(q.dtype)
        weights = torch.softmax(scores, -1, dtype=scores.dtype)  # autocast would go to 32 bits here, at thrice the cost
        x = self.norm1(x + self.out((weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)))
        changed: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return changed


class Network(nn.Module):
    """Pieces in (ids, shapes, and where there are any), one row of logits a piece and head out."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)  # so that training starts from the encoder as it was
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.heads = nn.ModuleList(nn.Linear(WIDTH, len(tags)) for tags in HEADS.values())

    def forward(self, ids: Tensor, shapes: Tensor, present: Tensor | None = None) -> tuple[Tensor, ...]:
        """Logits of every head; without `present` all pieces are there."""
        where = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.positions(where)[None] + self.shapes(shapes)))
        mask = torch.zeros(1, 1, 1, 1) if present is None else (1.0 - present[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return tuple(head(x) for head in self.heads)


def pretrained(weights: Path) -> Network:
    """The network with the layers of all-MiniLM-L6-v2 (`model.safetensors`); shapes at zero, heads at random."""
    from safetensors.torch import load_file

    have = {k.removeprefix("bert."): v for k, v in load_file(str(weights)).items()}
    network = Network()
    with torch.no_grad():
        network.words.weight.copy_(have["embeddings.word_embeddings.weight"])
        network.positions.weight.copy_(
            have["embeddings.position_embeddings.weight"] + have["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(network.norm, have, "embeddings.LayerNorm")
        for number, layer in enumerate(network.layers):
            at = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).copy_(
                    torch.cat([have[f"{at}attention.self.{n}.{kind}"] for n in ("query", "key", "value")])
                )
            _copy(layer.out, have, at + "attention.output.dense")
            _copy(layer.norm1, have, at + "attention.output.LayerNorm")
            _copy(layer.up, have, at + "intermediate.dense")
            _copy(layer.down, have, at + "output.dense")
            _copy(layer.norm2, have, at + "output.LayerNorm")
    return network


def _copy(module: nn.Module, have: dict[str, Tensor], name: str) -> None:
    module.get_parameter("weight").copy_(have[f"{name}.weight"])
    module.get_parameter("bias").copy_(have[f"{name}.bias"])
