# ruff: noqa: E501 - a pattern is one line, as it will be printed
"""One article’s cast and subject, and the sentences that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from training.invent import quoted, reported
from training.invent.bodies import Body, invent_body
from training.invent.cast import Speaker, invent_bodies, invent_speakers
from training.invent.markup import capital, mark
from training.invent.matters import Matter, invent_matter
from training.invent.naming import named
from training.invent.people import invent_person

__all__ = ["Scene", "invent_scene", "listed"]

_ASIDES = "who has campaigned on the issue for years|who lost his seat in May|speaking in the rain|visibly moved|in a rare interview|for one|flanked by supporters|who grew up on the estate|after the vote|on the other hand|however|meanwhile".split(
    "|"
)


_WHENS = "on Monday|on Tuesday|yesterday|last night|this week|earlier this month|on Thursday evening|in March|last year|at the weekend|today|this morning|on 4 May|earlier".split(
    "|"
)


_DOINGS = "shaking {pos} head|adding that the timetable was tight|pointing at the empty benches|to applause|as the vote was announced|smiling|before leaving for the airport".split(
    "|"
)


_AUDIENCES = "MPs|peers|reporters|the committee|delegates|ministers|the inquiry|the House|journalists|parents|residents|councillors|the conference|a packed hall|members|the hearing".split(
    "|"
)


_ATS = "at the launch|outside the court|in the Commons|during the debate|at a rally|at Prime Minister’s Questions|after the meeting|from the despatch box|in Westminster Hall|at the party’s conference".split(
    "|"
)


@dataclass(slots=True)
class Scene:
    """What one article is made of."""

    rng: Random
    matter: Matter
    speakers: list[Speaker]
    bodies: list[Body]
    said: int = 0
    last: Speaker | None = None

    def one_of(self, kind: str) -> Body:
        """A body of that kind, new each time."""
        return invent_body(self.rng, kind)

    def other(self) -> str:
        """Somebody else who is spoken of or to."""
        rng = self.rng
        draw = rng.random()
        if draw < 0.3:
            return rng.choice(
                [
                    "ministers",
                    "the government",
                    "councils",
                    "MPs",
                    "employers",
                    "the prime minister",
                    "local authorities",
                    "the chancellor",
                    "voters",
                ]
            )
        if draw < 0.45:
            speaker = rng.choice(self.speakers)
            return speaker.person.short(rng) if speaker.person and speaker.met else rng.choice(self.bodies).ref()
        if draw < 0.6:
            return self.one_of(
                rng.choice(["government-department", "government", "legislature", "local-authority", "public-body"])
            ).ref()
        return rng.choice(self.bodies).later(rng) if draw < 0.9 else invent_person(rng).bare()

    def slot(self, name: str, speaker: Speaker | None) -> str:
        """New words for one slot of a pattern."""
        rng, matter = self.rng, self.matter
        person = speaker.person if speaker else None
        pos = "its" if person is None else "her" if person.woman else "his"
        plain = {
            "fact": lambda: matter.fact(rng),
            "fact2": lambda: matter.fact(rng),
            "Fact": lambda: capital(matter.fact(rng)),
            "noun": lambda: matter.noun(rng),
            "Noun": lambda: capital(matter.noun(rng)),
            "deed": lambda: matter.deed(rng),
            "judgedbare": lambda: matter.judged(rng),
            "problem": lambda: matter.problem,
            "whom": lambda: matter.whom,
            "other": self.other,
            "other.": lambda: capital(self.other()),
            "outlet": lambda: self.one_of("media").ref(),
            "when": lambda: rng.choice(_WHENS),
            "When": lambda: capital(rng.choice(_WHENS)),
            "aside": lambda: rng.choice(_ASIDES),
            "doing": lambda: rng.choice(_DOINGS).format(pos=pos),
            "at": lambda: rng.choice(_ATS) if rng.random() < 0.7 else f"to {self.one_of('media').ref()}",
            "pos": lambda: pos,
            "pron": lambda: person.pronoun if person else "it",
            "audience": self.audience,
            "number": lambda: f"{rng.randint(2, 90)},000",
        }
        return plain[name]() if name in plain else rng.choice(reported.CUES[name])

    def audience(self) -> str:
        """To whom something is told."""
        rng, draw = self.rng, self.rng.random()
        if draw < 0.45:
            return self.one_of("media").ref()
        return rng.choice(_AUDIENCES) if draw < 0.85 else self.one_of("parliamentary-group").ref()

    def quoted(self, count: int) -> dict[str, str]:
        """Spoken sentences for a pattern's quotations, without their last stop; and one cut in two."""
        sentences = self.matter.words(self.rng, count)
        if self.rng.random() < 0.25:
            sentences = [f"{s} {t}" for s, t in zip(sentences, self.matter.words(self.rng, count), strict=True)]
        long = next(
            (s for s in self.matter.words(self.rng, 12) if len(s.split()) > 7 and "," not in s),
            "We have waited for years and it has to stop.",
        )
        words = long.split(" ")
        cut = next(
            (
                i
                for i in range(3, len(words) - 2)
                if "⟦" not in words[i] and words[i - 1][-1].isalpha() and "⟦" not in words[i - 1]
            ),
            3,
        )
        return {f"q{i + 1}": s for i, s in enumerate(sentences)} | {
            "half": " ".join(words[:cut]),
            "halfrest": " ".join(words[cut:]),
        }

    def fill(self, pattern: str, first: str, second: str = "", speaker: Speaker | None = None) -> str:
        """The pattern with marks for its attributions and words in its slots."""
        self.said += 2
        words_of = self.quoted(5)

        def part(found: re.Match[str]) -> str:
            number = self.said + (found[2] == "2")
            words = (second if found[2] else first) if found[3] is None else found[3]
            return mark(f"{found[1]}{number}", words)

        def word(found: re.Match[str]) -> str:
            name, stop = found[1], found[2]
            if name in words_of:
                text = words_of[name]
                if stop == ",":
                    return text if text[-1] in "?!" else text.rstrip(".") + ","
                return text
            return self.slot(name if f"{name}{stop}" != "other." else "other.", speaker) + (
                "" if f"{name}{stop}" == "other." else stop
            )

        marked = re.sub(r"\[([SQC])(2?)(?::([^\]]*))?\]", part, pattern)
        return capital(re.sub(r"\{(\w+)([.,]?)\}", word, marked))

    def speak(self, speaker: Speaker | None = None, patterns: list[str] | None = None) -> str:
        """A paragraph in which somebody says something."""
        rng = self.rng
        speaker = speaker or rng.choice(self.speakers)
        if patterns is None:
            patterns = rng.choices([quoted.DIRECT, reported.REPORTED, quoted.MIXED], [5, 5, 2])[0]
        pattern = rng.choice(patterns)
        if "[S]: " in pattern and "[Q" not in pattern:
            pattern = pattern.replace("[S]: ", "[S][Q::] ")
        second = named(self, rng.choice([s for s in self.speakers if s is not speaker])) if "2]" in pattern else ""
        text = self.fill(pattern, named(self, speaker), second or "", speaker)
        self.last = speaker
        return (
            text.replace(",,", ",")
            .replace(",:", ":")
            .replace(",.", ".")
            .replace(",⟧,", ",⟧")
            .replace(",⟧.", "⟧.")
            .replace(",⟧:", "⟧:")
        )

    def joint(self) -> str:
        """A paragraph in which several bodies or people say something together."""
        rng = self.rng
        names = [
            rng.choice(self.bodies).ref() if rng.random() < 0.75 else named(self, rng.choice(self.speakers)).rstrip(",")
            for _ in range(rng.randint(2, 4))
        ]
        text = self.fill(rng.choice(reported.JOINT), listed(rng, names))
        self.last = None
        return text

    def nobody(self) -> str:
        """A paragraph whose speaker has no name."""
        self.last = None
        return self.fill(self.rng.choice(reported.NOBODY), "")


def listed(rng: Random, names: list[str]) -> str:
    """A, B and C; sometimes with the last comma, sometimes as a pair."""
    if len(names) == 1:
        return names[0]
    last = rng.choice([" and ", " and ", " and ", ", and ", " as well as "])
    return ", ".join(names[:-1]) + last + names[-1]


def invent_scene(rng: Random) -> Scene:
    """A debate with three to six speakers and up to nine bodies."""
    bodies = invent_bodies(rng)
    speakers = invent_speakers(rng, bodies)
    return Scene(rng, invent_matter(rng), speakers, bodies)
