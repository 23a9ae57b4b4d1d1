"""A server that speaks the OpenAI-compatible chat API, asked one question at a time, through the `openai` library.

The key comes from the environment's ONRECORD_LLM_KEY and goes nowhere but to that server: no error line, no kept answer
and no report holds it. Redirects are not followed, so that the document's words go only to the address that was given.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from graph_builder.errors import VoiceError
from graph_builder.extract.voice.prompt import messages, schema

if TYPE_CHECKING:
    import openai

__all__ = ["KEY", "Answered", "Ear", "NoAnswer", "Server"]

KEY = "ONRECORD_LLM_KEY"
NO_KEY = "none"  # local servers ask for no key, the library does
REFUSED = {401, 403}  # nobody else will be answered either
ENDS = {401, 403, 404}
WRONG_FORM = {400, 422}
SHOWN = 160  # characters of what a server says


@dataclass(frozen=True, slots=True)
class Server:
    """Which server and model is asked, and how patiently."""

    address: str  # https://host/v1
    model: str
    parallel: int = 4  # requests at a time
    timeout: float = 300.0  # seconds for one answer
    tries: int = 5  # times that a request is made again after 429, 5xx, a lost connection or a time-out


@dataclass(frozen=True, slots=True)
class Answered:
    """What a voice said, and what it cost in tokens; None where the server does not count them."""

    text: str
    cut: bool  # ended where it might say no more
    asked: int | None
    told: int | None


class NoAnswer(Exception):
    """One line says why; `final` where asking on is of no use."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


@dataclass(slots=True)
class Ear:
    """The connection to a server; what it does not understand of a request is left out of the next ones."""

    server: Server
    client: openai.OpenAI
    key: str = field(repr=False)
    left_out: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, server: Server) -> Ear:
        """A connection; VoiceError where the library is missing."""
        try:
            import openai
        except ImportError as error:
            raise VoiceError("a voice needs the library openai: pip install 'onrecord[llm]'") from error
        key = os.environ.get(KEY, "").strip()
        try:
            client = openai.OpenAI(
                api_key=key or NO_KEY,
                base_url=server.address,
                timeout=server.timeout,
                max_retries=server.tries,
                http_client=openai.DefaultHttpxClient(follow_redirects=False, timeout=server.timeout),
            )
        except (openai.OpenAIError, ValueError) as error:
            raise VoiceError(f"the voice's address {_bare(server.address)} cannot be used") from error
        return cls(server, client, key)

    def ask(self, text: str, most: int) -> Answered:
        """The answer to one part of a document, of at most so many tokens; NoAnswer says why there is none."""
        import openai

        left_out = set(self.left_out)
        while True:
            wanted = _options(most, left_out)
            try:
                raw = self.client.chat.completions.with_raw_response.create(
                    model=self.server.model,
                    messages=cast("Any", messages(text)),
                    **wanted,
                )
                answered = self._heard(json.loads(raw.text))
            except openai.APIStatusError as error:
                culprit = _not_understood(error, wanted)
                if culprit is None:
                    raise self._refused(error) from None
                left_out.add(culprit)
            except openai.APITimeoutError:
                raise NoAnswer(f"no answer within {self.server.timeout:g} seconds") from None
            except openai.APIConnectionError:
                raise NoAnswer(f"no server answers at {_bare(self.server.address)}", final=True) from None
            except (openai.OpenAIError, json.JSONDecodeError, UnicodeDecodeError, RecursionError):
                raise NoAnswer("what the server sent is no answer of a chat") from None
            else:
                self.left_out |= left_out  # now it is known to be for good
                return answered

    def _heard(self, reply: object) -> Answered:
        choices = reply.get("choices") if isinstance(reply, Mapping) else None
        first = choices[0] if isinstance(choices, list) and choices else None
        message = first.get("message") if isinstance(first, Mapping) else None
        words = message.get("content") if isinstance(message, Mapping) else None
        if not isinstance(reply, Mapping) or not isinstance(first, Mapping) or not isinstance(words, str):
            raise NoAnswer("what the server sent is no answer of a chat")
        if not words.strip():
            raise NoAnswer("the answer is empty")
        usage = reply.get("usage")
        counts = usage if isinstance(usage, Mapping) else {}
        asked, told = (_count(counts.get(name)) for name in ("prompt_tokens", "completion_tokens"))
        return Answered(self._without_key(words), first.get("finish_reason") == "length", asked, told)

    def _refused(self, error: openai.APIStatusError) -> NoAnswer:
        status = error.status_code
        if status in REFUSED:  # what a server says of a key may hold it
            return NoAnswer(f"the server refuses the key ({status}): set {KEY}", final=True)
        said = " ".join(re.sub(r"[^\x20-\x7e]+", " ", self._without_key(str(error.message))).split())[:SHOWN]
        return NoAnswer(f"the server answers {status}: {said}", final=status in ENDS)

    def _without_key(self, words: str) -> str:
        return words.replace(self.key, "…") if self.key else words


SIGNS = {  # what of a request a server may not know, in the order in which it is given up, and the words that blame it
    "response_format": ("response_format", "json_schema", "schema", "grammar"),
    "temperature": ("temperature",),
    "max_tokens": ("max_tokens",),
    "max_completion_tokens": ("max_completion_tokens",),
}


def _options(most: int, left_out: set[str]) -> dict[str, Any]:
    """What a request says besides model and messages; the limit of an answer goes by one of two names."""
    form = {"type": "json_schema", "json_schema": {"name": "facts", "strict": True, "schema": schema()}}
    limit = "max_completion_tokens" if "max_tokens" in left_out else "max_tokens"
    options = {"temperature": 0, "response_format": form, limit: most}
    return {name: value for name, value in options.items() if name not in left_out}


def _not_understood(error: openai.APIStatusError, wanted: Mapping[str, Any]) -> str | None:
    """The part of a request that the server cannot take, if it may be that."""
    if error.status_code not in WRONG_FORM:
        return None
    said = str(error.message)
    blamed = (name for name, signs in SIGNS.items() if name in wanted and any(s in said for s in signs))
    return next(blamed, None) or next((name for name in SIGNS if name in wanted), None)


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and value >= 0 else None


def _bare(address: str) -> str:
    """An address without a name and password in it."""
    return re.sub(r"//[^/@]*@", "//", address)
