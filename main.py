"""Reads the command line and starts Backlight."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

# `core` and `gui` lie beside this file, also where it was imported as `backlight.main`.
sys.path.insert(0, str(Path(__file__).resolve().parent))

# Those of `core.nn.known_architectures`; numpy, which that needs, is not to be loaded yet.
NETWORKS = ("default", "small_cnn", "lenet_1989")
_BEGINNING: dict[str, str | int] = {"network": NETWORKS[0], "seed": 0}


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    """The command line as options; a wrong one prints the usage and exits with 2."""
    parser = argparse.ArgumentParser(description="Backlight: watch a neural network learn.")
    parser.add_argument(
        "file",
        nargs="?",
        type=_opened,
        metavar="FILE",
        help="a session that was saved, weights, or data of your own",
    )
    length = parser.add_mutually_exclusive_group()
    length.add_argument(
        "--train",
        type=_seconds,
        metavar="SECONDS",
        help="start the training at once, at full speed, and pause after this long",
    )
    length.add_argument(
        "--updates",
        type=_updates,
        metavar="N",
        help="start the training at once, at full speed, and pause after exactly N updates",
    )
    parser.add_argument(
        "--save",
        type=_named,
        metavar="FILE",
        help="save the session (after the training), then quit",
    )
    parser.add_argument(
        "--screenshot",
        type=_file,
        metavar="FILE.png",
        help="save a picture of the window (after the training), then quit",
    )
    parser.add_argument(
        "--export-weights",
        type=_weights_file,
        metavar="FILE.safetensors",
        help="save the weights for PyTorch and Keras (after the training), then quit",
    )
    parser.add_argument(
        "--size", type=_size, metavar="WIDTHxHEIGHT", help="the window's size, such as 1280x800"
    )
    parser.add_argument("--language", choices=("en", "zh_CN", "zh_TW"), help="the language of this sitting")
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="the theme of this sitting")
    parser.add_argument(
        "--seed",
        type=_seed,
        metavar="N",
        help="of the initial weights, 0 or more; a session that is opened has its own",
    )
    parser.add_argument(
        "--network",
        choices=NETWORKS,
        help="the network to begin with; a session or weights that are opened have their own",
    )
    parser.add_argument(
        "--reset-settings", action="store_true", help="forget what earlier sittings remembered"
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument("--engine", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    twice = _named_twice(options.save, options.screenshot, options.export_weights)
    if twice:
        parser.error(f"{twice} is to hold two things: give each file a name of its own")
    # What a session or weights have of their own: asked for beside them, it would come to nothing.
    options.begins_with = [f"--{name}" for name in _BEGINNING if getattr(options, name) is not None]
    for name, default in _BEGINNING.items():
        if getattr(options, name) is None:
            setattr(options, name, default)
    return options


def _named_twice(*paths: str | None) -> str:
    """The first of these files that was named before, or ""; links and dots do not make two of one."""
    seen: set[str] = set()
    for path in filter(None, paths):
        place = os.path.normcase(os.path.realpath(path))
        if place in seen:
            return path
        seen.add(place)
    return ""


def _file(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("give the picture's file a name, such as picture.png")
    if not text.lower().endswith(".png"):
        raise argparse.ArgumentTypeError(f"{text!r} is no PNG file: end its name in .png")
    return text


def _opened(text: str) -> str:
    # What a variable of the shell that is not set gives; as a path it would be the folder that one is in.
    if not text.strip():
        raise argparse.ArgumentTypeError("the name of the file to open is empty: name one, or leave it out")
    return text


def _named(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("give the file a name, such as training.backlight")
    return text


def _weights_file(text: str) -> str:
    if not text.lower().endswith(".safetensors"):
        raise argparse.ArgumentTypeError(f"{text!r} is no safetensors file: end its name in .safetensors")
    return text


def _seconds(text: str) -> float:
    from gui.widgets.parsed_number import parse_number

    value = parse_number(text, whole=False)
    if value is None or not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 86400")
    return value


def _updates(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10**9:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of updates from 1 to 1000000000")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    width, separator, height = text.lower().partition("x")
    if not (separator and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    size = int(width), int(height)
    if not (640 <= size[0] <= 7680 and 400 <= size[1] <= 4320):
        raise argparse.ArgumentTypeError(f"{text!r} is not between 640x400 and 7680x4320")
    return size


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) >= 2**31:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to 2147483647")
    return int(text)


def main(arguments: list[str] | None = None) -> int:
    """Run the app; 0 when it ended well, 1 with one sentence when it could not start."""
    options = parse(arguments)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until there is a window to close, Ctrl+C ends it at once and without a traceback.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    # One BLAS thread gives the same bits everywhere; it counts only when set before numpy is imported.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    if options.engine:
        # The process that trains: it is started by the app itself, and knows no Qt.
        from core.engine.program import main as run_engine

        return run_engine()
    # Qt would share the drawing of a line among threads, which takes longer to wake up than to draw it.
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    try:
        from gui.app import startup
    except ImportError as error:
        print(f"Backlight can't start: {error}. Run: pip install -r requirements.txt", file=sys.stderr)
        return 1
    return startup.run(options)


if __name__ == "__main__":
    sys.exit(main())
