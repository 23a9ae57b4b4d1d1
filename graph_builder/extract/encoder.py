"""The encoder of our own: one pass over a text, and its names, who says what and where a stand is taken are known.

A small BERT (fine-tuned from all-MiniLM-L6-v2, int8 ONNX) with five heads, run by onnxruntime on one thread, one window
at a time, so that the same text always gives the same answer. `docs/model-card.md` says what it learned from and how
well it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph_builder.errors import LanguageModelError
from graph_builder.extract.tagging.attributing import Attribution, attributions
from graph_builder.extract.tagging.naming import Name, names
from graph_builder.extract.tagging.pieces import FIRST, LAST, Pieces, Window, cut, windows
from graph_builder.extract.tagging.standing import Standing, standings
from graph_builder.extract.tagging.tags import HEADS
from graph_builder.extract.tagging.words import Answers, Floats, by_word
from graph_builder.model import Span

__all__ = ["Attribution", "Encoder", "Name", "Reading", "Standing"]

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder sees in a text; all spans are code points of that text."""

    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    standings: tuple[Standing, ...] = ()


class Encoder:
    """The loaded weights; loading costs about a quarter of a second, once a process."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Load `encoder.onnx` and `tokenizer.json`; raises LanguageModelError where one is missing."""
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        for file in ("encoder.onnx", "tokenizer.json"):
            if not (folder / file).is_file():
                raise LanguageModelError(f"the encoder's {file} is not in {folder}: install onrecord again")
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        weights = (folder / "encoder.onnx").read_bytes()
        self.digest = sha256(weights).hexdigest()[:12]
        self._session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def read(self, text: str, paragraphs: Sequence[Span]) -> Reading:
        """The names, the attributions and the stands taken in these paragraphs of the text."""
        pieces = cut(self._tokenizer, text, paragraphs)
        if not len(pieces):
            return Reading()
        words = by_word(text, pieces, self.answers(pieces))
        said = tuple(attributions(text, words, paragraphs))
        return Reading(tuple(names(text, words)), said, tuple(standings(text, words)))

    def answers(self, pieces: Pieces) -> Answers:
        """Every head's probabilities for every piece."""
        rows: dict[str, list[Floats]] = {head: [] for head in HEADS}
        for window in windows(pieces):
            for head, logits in zip(HEADS, self._run(pieces, window), strict=True):
                rows[head].append(_softmax(logits[0, 1 + window.start - window.seen : 1 + window.end - window.seen]))
        return Answers(**{head: np.concatenate(found) for head, found in rows.items()})

    def _run(self, pieces: Pieces, window: Window) -> list[NDArray[np.float32]]:
        ids = np.array([[FIRST, *pieces.ids[window.seen : window.end], LAST]], dtype=np.int64)
        shapes = np.array([[0, *pieces.shapes[window.seen : window.end], 0]], dtype=np.int64)
        logits: list[NDArray[np.float32]] = self._session.run(list(HEADS), {"ids": ids, "shapes": shapes})
        return logits


def _softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
