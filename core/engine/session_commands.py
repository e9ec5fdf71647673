"""Commands for a session: begin a new one, save it, open it, and keep what the window wants back."""

from __future__ import annotations

from dataclasses import dataclass

from core.engine.window_state import WindowState
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class NewSession:
    """Leave every run, and begin one of this number on the digits; `SessionOpened` follows."""

    run: int
    architecture: Architecture
    config: TrainingConfig


@dataclass(frozen=True)
class SaveSession:
    """Save every run in this file, with what the window wants back; `SessionSaved` or `SessionRefused` follows.

    What is saved is how they stand now, also where it takes so long that `SessionProgress` comes. Of a user's own
    examples the file holds where they are and their checksum; where `with_data`, the examples. Where the file is the
    session's own, and is not as it was opened or saved here last, it is refused unless this one `replaces` it.
    """

    path: str
    window: WindowState
    with_data: bool = False
    replaces: bool = False


@dataclass(frozen=True)
class OpenSession:
    """Leave every run, and go on with those of this file; `SessionOpened` or `SessionRefused` follows.

    They are numbered from `first_run` on, or from beyond the runs that there are, so that none is taken for another.
    """

    path: str
    first_run: int = 0


@dataclass(frozen=True)
class CancelSession:
    """Stop saving or opening a session; where that is under way yet, `SessionCancelled` follows."""


@dataclass(frozen=True)
class OpenAutosave:
    """Leave every run, and go on with what another engine has saved in this folder; as `OpenSession`."""

    folder: str
    first_run: int = 0


@dataclass(frozen=True)
class KeepWindow:
    """Save what the window wants back beside the runs, should it be ended by somebody."""

    window: WindowState
