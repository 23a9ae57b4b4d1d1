"""Many questions to one voice, several at a time; each answer is kept as soon as it is there."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from graph_builder.extract.voice.answers import items_of
from graph_builder.extract.voice.cost import Budget, most_told
from graph_builder.extract.voice.server import Answered, Ear, NoAnswer

__all__ = ["Question", "ask_all"]

SPENT = "the limit of this build is reached"


@dataclass(frozen=True, slots=True)
class Question:
    """One part of a document that a voice is asked about."""

    key: str  # the name under which its answer is kept
    text: str


def ask_all(
    questions: Sequence[Question], ear: Ear, budget: Budget, keep: Callable[[Question, Answered], None]
) -> Iterator[tuple[Question, str | None]]:
    """Each question as it gets done, and why it has no answer, if it has none.

    Threads that still wait for the server end with the process: Ctrl-C loses what was not answered and nothing else.
    """
    waiting: queue.SimpleQueue[Question] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[Question, str | BaseException | None]] = queue.SimpleQueue()
    for question in questions:
        waiting.put(question)
    asking = _Asking(ear, budget, keep)

    def work() -> None:
        with suppress(queue.Empty):
            while True:
                question = waiting.get_nowait()
                done.put((question, asking.answered(question)))

    for _ in range(min(ear.server.parallel, len(questions))):
        threading.Thread(target=work, daemon=True).start()
    for _ in questions:
        question, reason = done.get()
        if isinstance(reason, BaseException):
            raise reason
        yield question, reason


@dataclass(slots=True)
class _Asking:
    """What the threads of one build share."""

    ear: Ear
    budget: Budget
    keep: Callable[[Question, Answered], None]
    hopeless: str | None = None  # why nobody will be answered any more

    def answered(self, question: Question) -> str | BaseException | None:
        """Why a question has no answer; None where its answer is kept."""
        if self.hopeless:
            return self.hopeless
        try:
            return self._asked(question)
        except NoAnswer as why:
            self.hopeless = str(why) if why.final else self.hopeless
            return str(why)
        except BaseException as error:  # noqa: BLE001  (raised again where it can be heard)
            return error

    def _asked(self, question: Question) -> str | None:
        most = self.budget.hold(question.text)
        if most is None:
            return SPENT
        try:
            answered = self.ear.ask(question.text, most)
        except NoAnswer:
            self.budget.let_go(question.text, most)
            raise
        self.budget.spend(question.text, most, answered.asked, answered.told)
        if items_of(answered.text) is None:
            return "the answer has no facts that can be read"
        if answered.cut and most < most_told(question.text):
            return SPENT
        self.keep(question, answered)
        return None
