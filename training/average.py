"""The mean of the weights of several points of one training: `python -m training.average OUT.pt FIRST.pt SECOND.pt …`.

The head that reads stances is new to the first of them and still coarse there, so it is the mean of the others alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor

from graph_builder.extract.tagging.tags import HEADS

__all__ = ["average"]

YOUNG = f"heads.{list(HEADS).index('stances')}."


def average(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Weight by weight; what is no number of any size, as the last has it."""
    found = dict(states[-1])
    for name, last in states[-1].items():
        several = [s[name] for s in (states[1:] if name.startswith(YOUNG) else states)]
        if last.is_floating_point():
            found[name] = torch.stack(several).mean(dim=0)
    return found


def main() -> None:
    """Write what the command line names."""
    out, *points = map(Path, sys.argv[1:])
    torch.save(average([torch.load(p, map_location="cpu", weights_only=True) for p in points]), out)


if __name__ == "__main__":
    main()
