"""What a person decides once: the base of the graph's names, and the language model.

An option of the command comes first, then the settings file, then what is built in. The file is `settings.toml`
in the user's own configuration folder (`onrecord info` says where):

    base = "https://data.example.org/debate/"
    model = "en_core_web_sm"

    [voice]                                  # a language model of your choice, if you want one (docs/voices.md)
    address = "http://localhost:11434/v1"
    model = "qwen3:8b"
    price-asked = 0.15                       # money for a million tokens that are sent
    price-told = 0.60                        # and for a million that come back

What is said of the voice may be in the environment too, and then counts more: ONRECORD_LLM_ADDRESS, ONRECORD_LLM_MODEL,
ONRECORD_LLM_PRICE ("0.15/0.60"). Its key may be nowhere but in the environment's ONRECORD_LLM_KEY.

The graph's folder is the option `--graph`, else the environment's ONRECORD_GRAPH, else `output`. Folders of one's own
questions are the option `--queries`, else the environment's ONRECORD_QUERIES, a list like PATH.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from graph_builder.errors import OnRecordError

__all__ = [
    "Settings",
    "VoiceSettings",
    "graph_folder",
    "history_file",
    "load_settings",
    "query_folders",
    "settings_file",
]

GRAPH_VARIABLE = "ONRECORD_GRAPH"
QUERIES_VARIABLE = "ONRECORD_QUERIES"


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Where and how a language model is asked; the key is not among it."""

    address: str | None = None
    model: str | None = None
    price_asked: float | None = None
    price_told: float | None = None
    parallel: int | None = None
    timeout: float | None = None
    tries: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds where no option says otherwise; None leaves it to what is built in."""

    base: str | None = None
    model: str | None = None
    voice: VoiceSettings = field(default_factory=VoiceSettings)

    def with_options(self, *, base: str | None = None, model: str | None = None) -> Settings:
        """The same, with the options that were given put in their places."""
        return replace(self, base=base or self.base, model=model or self.model)


def settings_file() -> Path:
    """Where a person's settings are, whether or not there are any."""
    from platformdirs import user_config_path

    return user_config_path("onrecord") / "settings.toml"


def load_settings(file: Path | None = None) -> Settings:
    """The settings in a person's file, or the built-in ones where there is none.

    Raises OnRecordError for a file that is not TOML, an unknown name or a value that is not text.
    """
    import tomllib

    file = file or settings_file()
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        found = {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OnRecordError(f"the settings in {file} cannot be read: {error}") from error
    known = [field.name for field in fields(Settings)]
    for name, value in found.items():
        if name not in known:
            raise OnRecordError(f"the settings in {file} name {name!r}; what can be set is {', '.join(known)}")
        if name != "voice" and not isinstance(value, str):
            raise OnRecordError(f"the setting {name!r} in {file} must be text in quotation marks")
    return Settings(**{**found, "voice": _voice(found.get("voice", {}), file)})


def _voice(found: object, file: Path) -> VoiceSettings:
    """What the file says of the voice, and the environment instead of it."""
    if not isinstance(found, dict):
        raise OnRecordError(f"the settings in {file} need a table [voice], and not a value of that name")
    if any("key" in name.casefold() for name in found):
        raise OnRecordError(f"{file} holds a key: take it out, and put it into the environment's ONRECORD_LLM_KEY")
    known = {each.name.replace("_", "-"): str(each.type) for each in fields(VoiceSettings)}
    for name, value in found.items():
        if name not in known:
            raise OnRecordError(f"[voice] in {file} names {name!r}; what can be set is {', '.join(known)}")
        if not _fits(value, known[name], name):
            wanted = "text" if "str" in known[name] else "a whole number" if "int" in known[name] else "a number"
            raise OnRecordError(f"the setting {name!r} of [voice] in {file} must be {wanted}, and more than nothing")
    return VoiceSettings(**{name.replace("-", "_"): value for name, value in found.items()} | _from_environment())


def _fits(value: object, sort: str, name: str) -> bool:
    """Whether a value is of the sort that a setting wants; only a price may be nothing."""
    if "str" in sort:
        return isinstance(value, str) and bool(value.strip())
    numbers = (int,) if "int" in sort else (int, float)
    right = isinstance(value, numbers) and not isinstance(value, bool)
    return right and (value > 0 or (value == 0 and name.startswith("price")))  # type: ignore[operator]


def _from_environment() -> dict[str, Any]:
    said = {name: os.environ.get(f"ONRECORD_LLM_{name.upper()}", "").strip() for name in ("address", "model", "price")}
    price = said.pop("price")
    found: dict[str, Any] = {name: value for name, value in said.items() if value}
    if price:
        asked, _, told = price.partition("/")
        try:
            found |= {"price_asked": float(asked), "price_told": float(told or asked)}
        except ValueError as error:
            raise OnRecordError(f"ONRECORD_LLM_PRICE is {price}; write it as 0.15/0.60: sent/answered") from error
    return found


def graph_folder(option: Path | None) -> Path:
    """The graph folder: the option, else the environment's ONRECORD_GRAPH, else `output`."""
    return option or Path(os.environ.get(GRAPH_VARIABLE) or "output")


def query_folders(options: Sequence[Path] | None) -> tuple[Path, ...]:
    """The folders of one's own questions: the options, else those in the environment's ONRECORD_QUERIES."""
    return tuple(options or [Path(p) for p in os.environ.get(QUERIES_VARIABLE, "").split(os.pathsep) if p])


def history_file() -> Path:
    """Where the questions are kept that a person has asked at the prompt; its folder is there."""
    from platformdirs import user_state_path

    return user_state_path("onrecord", ensure_exists=True) / "questions"
