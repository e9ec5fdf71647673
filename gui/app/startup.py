"""The application: everything between the command line and the window."""

from __future__ import annotations

import argparse
import logging
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from gui.app.preflight import choose_platform, problem_with_qt, problem_with_scale


def run(options: argparse.Namespace) -> int:
    """Open the window and run until it is closed; the exit code."""
    from gui.app.about import VERSION

    if options.version:
        print(f"Backlight {VERSION}")
        return 0
    problem = (
        problem_with_qt()
        or problem_with_scale()
        or choose_platform(screenshot=bool(_files_to_save(options)))
        or next(filter(None, map(_problem_with_file, _files_to_save(options))), "")
        or _problem_with_opening(options.file)
        or _problem_with_beginning(options.file, options.begins_with)
        or next(
            filter(None, (_problem_with_replacing(options, path) for path in _files_to_save(options))), ""
        )
    )
    if problem:
        print(problem, file=sys.stderr)
        return 1
    # Qt comes in only now, when it is known that it can start.
    from gui.app.application import Application, exit_with_message
    from gui.app.log_file import log_location

    try:
        application = Application(options)
        application.show()
    except Exception as error:
        logging.getLogger("backlight").exception("Backlight can't start")
        reason = " ".join("".join(traceback.format_exception_only(error)).split())
        # The training's thread may run already.
        exit_with_message(1, f"Backlight can't start: {reason}. {log_location()}")
    return application.run()


def _files_to_save(options: argparse.Namespace) -> list[str]:
    """What the command line wants saved: then nobody need look at the window."""
    return [path for path in (options.export_weights, options.screenshot, options.save) if path is not None]


def _problem_with_file(path: str) -> str:
    """Why nothing can be saved there, or "": nobody is to wait for a training whose picture is lost."""
    from gui.export.file_writer import problem_with_path

    return problem_with_path(path)


def _problem_with_opening(path: str | None) -> str:
    """Why there is nothing to open, or ""; what is in it is looked at later."""
    if path is None or Path(path).exists():
        return ""
    return f"{path} is not there: name a session or data that are."


def _problem_with_beginning(path: str | None, begins_with: Sequence[str]) -> str:
    """Why what the network is to begin with comes to nothing, as the file at `path` has that itself; or ""."""
    if path is None or not begins_with:
        return ""
    from core.exchange.weights_reader import looks_like_weights
    from core.session.file import looks_like_session

    if looks_like_session(path):
        return f"{path} is a session, with a network and a seed of its own: leave out {' and '.join(begins_with)}."
    if "--network" in begins_with and looks_like_weights(path):
        return f"{path} has the weights of a network of its own: leave out --network."
    return ""


def _problem_with_replacing(options: argparse.Namespace, path: str) -> str:
    """Why nothing may be saved at `path`, as the file that is opened would be lost; or "".

    A session may be saved over itself, and weights over themselves: they have come from there, and were trained on.
    """
    if options.file is None:
        return ""
    from core.data.dataset_spec import DatasetSpec
    from core.data.importers.read_from import is_read_from
    from core.exchange.weights_reader import looks_like_weights
    from core.session.file import looks_like_session

    if not is_read_from(DatasetSpec("own", path=options.file), path):
        return ""
    if looks_like_session(path):
        goes_on = path == options.save
    else:
        goes_on = path == options.export_weights and looks_like_weights(path)
    return "" if goes_on else f"{path} is what is opened, and would be lost: name another file to save."
