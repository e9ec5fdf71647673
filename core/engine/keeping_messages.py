"""The engine's messages about keeping the work that is under way; as those of `core.engine.messages`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KeepingChanged:
    """What is under way can't be kept for the case that a process is ended, or all of it can again.

    It comes once when it begins, once more where the reason is another, and once when everything is kept again.

    Attributes
    ----------
    folder : str
        Where it is kept.
    code : str
        Why it can't be written there, as `core.session.errors.writing_error` has it; "" where it is kept again. It is
        "not_removed" where only something that nobody wants any more could not be let go of: that takes nothing back
        that was told before, and nothing follows it.
    reason : str
        What the system says of it; "" where it is kept again.
    """

    folder: str
    code: str = ""
    reason: str = ""
