"""What a person decides once: the base of the graph's names, and the language model.

An option of the command comes first, then the settings file, then what is built in. The file is `settings.toml`
in the user's own configuration folder (`onrecord info` says where):

    base = "https://data.example.org/debate/"
    model = "en_core_web_sm"

The graph's folder is the option `--graph`, else the environment's ONRECORD_GRAPH, else `output`. Folders of one's own
questions are the option `--queries`, else the environment's ONRECORD_QUERIES, a list like PATH.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from graph_builder.errors import OnRecordError

__all__ = ["Settings", "graph_folder", "history_file", "load_settings", "query_folders", "settings_file"]

GRAPH_VARIABLE = "ONRECORD_GRAPH"
QUERIES_VARIABLE = "ONRECORD_QUERIES"


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds where no option says otherwise; None leaves it to what is built in."""

    base: str | None = None
    model: str | None = None

    def with_options(self, **options: str | None) -> Settings:
        """The same, with the options that were given put in their places."""
        return replace(self, **{name: value for name, value in options.items() if value is not None})


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
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OnRecordError(f"the settings in {file} cannot be read: {error}") from error
    known = [field.name for field in fields(Settings)]
    for name, value in found.items():
        if name not in known:
            raise OnRecordError(f"the settings in {file} name {name!r}; what can be set is {', '.join(known)}")
        if not isinstance(value, str):
            raise OnRecordError(f"the setting {name!r} in {file} must be text in quotation marks")
    return Settings(**found)


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
