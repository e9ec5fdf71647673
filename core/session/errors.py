"""Why a session's file cannot be read or written: a code with its fields, and the English sentence that they make.

Whoever shows a refusal in another language has a sentence of their own for each code, with the same fields.
"""

from __future__ import annotations

import errno
from pathlib import Path

from core.refusal import Field, RefusalError, printable, shortened

# Each names the file or the part of it that is wrong, and says what would be right.
SENTENCES = {
    # --- the file itself
    "not_there": "It is not there: choose a file that is there.",
    "not_allowed": "It may not be read: choose a file that you may read.",
    "not_ordinary": "It is no ordinary file: choose a file.",
    "unreadable": "It could not be read ({reason}): try again, or choose another file.",
    "too_large": "It has {count} bytes, or would have them: a session has {limit} at most.",
    "not_a_session": "It is no session that Backlight has saved: choose one, or open it as data.",
    "damaged": "It is damaged ({reason}): take another copy of it.",
    # --- what is in it
    "newer": "It is of version {version}, which this Backlight does not know: open it with a newer one.",
    "unknown_field": "{where} has {field}, which this Backlight does not know: open it with the one that saved it.",
    "missing_field": "{where} has no {field}: take another copy of the file.",
    "wrong_value": "{where} holds what it can't be ({reason}): take another copy of the file.",
    "does_not_fit": "Run {run} does not fit its examples or its network ({reason}): take another copy of the file.",
    "data_missing": "Its examples are not at {path} any more: put them back there.",
    "data_unread": "Its examples could not be read: {reason}",
    "data_changed": "The examples in {path} are not those it was trained on: put the old ones back there.",
    # --- writing
    "no_space": "There is no space left on its disk: choose another place, or make room.",
    "written_since": "It was saved by another window since it was opened or saved here: save it as another file.",
    "is_data": "The examples are read from it: save it as another file.",
    "read_only": "It may not be written there: choose another place or name.",
    "no_folder": "Its folder is not there: choose another place.",
    "long_name": "Its name is too long: choose a shorter one.",
    "not_written": "It could not be written ({reason}): choose another place or name.",
}

DATA_CODE, DATA_REASON = "data_code", "data_reason"
"""Fields of "data_unread": which of `core.data.refusals` it is, whose fields lie beside it; and their own "reason",
whose name is taken."""

_OF_WRITING = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "no_space",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENAMETOOLONG: "long_name",
}
_OF_READING = {
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "not_there",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENAMETOOLONG: "not_there",
}
_LONGEST = 200


class SessionError(RefusalError):
    """A session cannot be read or written; a long text of a file is cut short."""

    sentences = SENTENCES

    def __init__(self, code: str, **fields: Field | Path) -> None:
        super().__init__(code, **{name: _shortened(value) for name, value in fields.items()})


def reading_error(error: OSError) -> SessionError:
    """Why a file could not be read."""
    code = _OF_READING.get(error.errno or 0, "unreadable")
    return SessionError(code, reason=error.strerror or str(error))


def writing_error(error: OSError) -> SessionError:
    """Why a file could not be written."""
    code = _OF_WRITING.get(error.errno or 0, "not_written")
    return SessionError(code, reason=error.strerror or str(error))


def _shortened(value: Field | Path) -> Field:
    shown = printable(value)
    return shortened(shown, _LONGEST) if isinstance(shown, str) else shown
