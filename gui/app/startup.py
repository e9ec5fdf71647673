"""The application: everything between the command line and the window."""

from __future__ import annotations

import argparse
import sys

from gui.app.preflight import choose_platform, problem_with_qt


def run(options: argparse.Namespace) -> int:
    """Open the window and run until it is closed; the exit code."""
    from gui.app.about import VERSION

    if options.version:
        print(f"Backlight {VERSION}")
        return 0
    problem = problem_with_qt() or choose_platform(screenshot=options.screenshot is not None)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    # Qt comes in only now, when it is known that it can start.
    from gui.app.application import Application

    return Application(options).run()
