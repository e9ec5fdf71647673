"""Why a session could not be opened or saved, in the language of the window: a sentence for each of the codes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from core.session.errors import DATA_CODE, DATA_REASON
from gui.data_dialog.refusal_text import data_refusal_text
from gui.widgets.system_reason import system_reason


def session_refusal_text(code: str, fields: dict[str, Any]) -> str:
    """What is wrong, and what would be right (`core.session.errors`)."""
    if DATA_CODE in fields:
        own = fields | ({"reason": fields[DATA_REASON]} if DATA_REASON in fields else {})
        fields = {"reason": data_refusal_text(fields[DATA_CODE], own)}
    shown = {name: f"{value:,}" if isinstance(value, int) else str(value) for name, value in fields.items()}
    if "reason" in shown:
        shown["reason"] = system_reason(shown["reason"])
    return _sentences()[code].format(**shown)


def _sentences() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "not_there": translate("SessionRefusal", "It is not there: choose a file that is there."),
        "not_allowed": translate("SessionRefusal", "It may not be read: choose a file that you may read."),
        "not_ordinary": translate("SessionRefusal", "It is no ordinary file: choose a file."),
        "unreadable": translate(
            "SessionRefusal", "It could not be read ({reason}): try again, or choose another file."
        ),
        "too_large": translate(
            "SessionRefusal", "It has {count} bytes, or would have them: a session has {limit} at most."
        ),
        "not_a_session": translate(
            "SessionRefusal", "It is no session that Backlight has saved: choose one, or open it as data."
        ),
        "damaged": translate("SessionRefusal", "It is damaged ({reason}): take another copy of it."),
        "newer": translate(
            "SessionRefusal",
            "It is of version {version}, which this Backlight does not know: open it with a newer one.",
        ),
        "unknown_field": translate(
            "SessionRefusal",
            "{where} has {field}, which this Backlight does not know: open it with the one that saved it.",
        ),
        "missing_field": translate(
            "SessionRefusal", "{where} has no {field}: take another copy of the file."
        ),
        "wrong_value": translate(
            "SessionRefusal", "{where} holds what it can't be ({reason}): take another copy of the file."
        ),
        "does_not_fit": translate(
            "SessionRefusal",
            "Run {run} does not fit its examples or its network ({reason}): take another copy of the file.",
        ),
        "data_missing": translate(
            "SessionRefusal", "Its examples are not at {path} any more: put them back there."
        ),
        "data_unread": translate("SessionRefusal", "Its examples could not be read: {reason}"),
        "data_changed": translate(
            "SessionRefusal",
            "The examples in {path} are not those it was trained on: put the old ones back there.",
        ),
        "no_space": translate(
            "SessionRefusal", "There is no space left on its disk: choose another place, or make room."
        ),
        "written_since": translate(
            "SessionRefusal",
            "It was saved by another window since it was opened or saved here: save it as another file.",
        ),
        "is_data": translate("SessionRefusal", "The examples are read from it: save it as another file."),
        "read_only": translate(
            "SessionRefusal", "It may not be written there: choose another place or name."
        ),
        "no_folder": translate("SessionRefusal", "Its folder is not there: choose another place."),
        "long_name": translate("SessionRefusal", "Its name is too long: choose a shorter one."),
        "not_written": translate(
            "SessionRefusal", "It could not be written ({reason}): choose another place or name."
        ),
    }
