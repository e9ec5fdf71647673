"""The real app in a real window: an X server of its own, a mouse and a keyboard, and what is then on its screen.

There is no window manager, so the window stands in the screen's corner and gets keys only once it is given them.
"""

from __future__ import annotations

import ctypes
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.preloaded_app import Program

ROOT = Path(__file__).resolve().parents[2]
SIZES = ("1280x800", "1024x600")
SCREEN = "1400x900x24"
NOWHERE = (1395, 895)  # on the screen, but outside the window: nothing is pointed at

CLIENT_MESSAGE = 33  # X.h

Picture = NDArray[np.uint8]
Box = tuple[int, int, int, int]
Part = tuple[slice, slice]
WHOLE: Part = slice(None), slice(None)


# Far longer than anything takes where others are busy, too: only what never comes is waited for so long.
PATIENCE_S = 20.0


def wait_for(what: str, condition: Callable[[], Any], seconds: float = PATIENCE_S) -> None:
    """Go on as soon as it is so; fail when it has not come about in time."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds} s, but not: {what}")
        time.sleep(0.02)


class Screen:
    """An X server without a monitor, whose picture lies in a file."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "Xvfb_screen0"
        self._dump: np.memmap[Any, np.dtype[np.uint8]] | None = None
        self._log = (folder / "xvfb.log").open("wb")
        read_socket, write_socket = os.pipe()
        # -noreset: without it the server begins anew whenever its last window closes.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_socket), "-screen", "0", SCREEN, "-fbdir", str(folder)]
            + ["-nolisten", "tcp", "-noreset"],
            pass_fds=[write_socket],
            stdout=self._log,
            stderr=self._log,
        )
        os.close(write_socket)
        number = b""
        while not number.endswith(b"\n") and select.select([read_socket], [], [], 10)[0]:
            part = os.read(read_socket, 16)
            if not part:
                break
            number += part
        os.close(read_socket)
        if not number.strip():
            self.close()
            raise RuntimeError(f"Xvfb did not start: {(folder / 'xvfb.log').read_text()}")
        self.display = f":{number.decode().strip()}"

    def close(self) -> None:
        """Switch it off."""
        self._server.terminate()
        self._server.wait(10)
        self._log.close()

    def picture(self, part: Part = WHOLE) -> Picture:
        """What is on the screen now, or in these rows and columns: (height, width, 3), red, green, blue."""
        return self._pixels()[part][:, :, 2::-1].copy()

    def words(self, part: Part = WHOLE) -> NDArray[np.uint32]:
        """The same, (height, width), one number a pixel: quick to compare."""
        return self._pixels().view(np.uint32)[:, :, 0][part].copy()

    def _pixels(self) -> Picture:
        if self._dump is None:
            # The server writes into this file as it draws.
            self._dump = np.memmap(self._file, np.uint8, "r")
        # An X window dump: a header of big-endian numbers, the colour map, then rows of blue, green, red, unused.
        head = self._dump[:100].view(">u4")
        width, height, row_bytes = int(head[4]), int(head[5]), int(head[12])
        start = int(head[0]) + 12 * int(head[19])
        rows = self._dump[start : start + row_bytes * height]
        return np.asarray(rows).reshape(height, row_bytes // 4, 4)[:, :width]

    def do(self, *commands: object) -> str:
        """Move the mouse, press keys: xdotool's commands; what it answers."""
        done = subprocess.run(
            ["xdotool", *map(str, commands)],
            env={**os.environ, "DISPLAY": self.display},
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        if done.returncode and commands[0] != "search":
            raise RuntimeError(f"xdotool {' '.join(map(str, commands))}: {done.stderr}")
        return done.stdout


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent: how a window manager speaks to a window."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    ]


RUN = "import sys, main\nsys.exit(main.main())\n"
# As soon as that after it was asked to close, it is there or it has asked.
ANSWER_S = 0.3


class App:
    """Backlight, running: press, point, look, and close it again.

    It is started from nothing, as a person does it, or where only what follows is looked at by `tests.preloaded_app`.
    """

    def __init__(
        self,
        screen: Screen,
        places: dict[str, Any],
        home: Path,
        arguments: tuple[str, ...],
        from_nothing: bool = True,
    ) -> None:
        self.screen = screen
        self.home = home
        self._all_places = places
        self.place_of = places[SIZES[0]]
        self._stderr = home / f"stderr-{time.monotonic_ns()}"
        self.process: Program | subprocess.Popen[bytes]
        with self._stderr.open("wb") as stderr:
            if not from_nothing:
                self.process = Program(RUN, arguments, home, environment(home, screen.display), stderr)
            else:
                self.process = subprocess.Popen(
                    [sys.executable, str(ROOT / "main.py"), *arguments],
                    env=environment(home, screen.display),
                    cwd=home,
                    stdin=subprocess.DEVNULL,
                    stdout=stderr,
                    stderr=stderr,
                )
        self.window = ""
        screen.do("mousemove", *NOWHERE)
        wait_for("the window is there", self._find_window)
        screen.do("windowfocus", "--sync", self.window)

    def _find_window(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"the app ended with {self.process.returncode}: {self.said()}")
        search = ("search", "--all", "--onlyvisible", "--pid", self.process.pid, "--name", "Backlight")
        self.window = self.screen.do(*search).strip()
        return bool(self.window)

    def wait_until_ready(self) -> App:
        """Wait for the first network, its exact L, and rest."""
        wait_for("the network is drawn", lambda: self.look("network_view").std() > 10)
        wait_for("the exact L of update 0 is there", lambda: self._ink("total_loss") > 300)
        self.wait_until_still()
        return self

    def _ink(self, where: str) -> int:
        """How many pixels of a text's place differ from its ground: grows with the text."""
        part = self.look(where).astype(np.int16)
        return int((np.abs(part - part[0, 0]).max(axis=2) > 60).sum())

    # --- hands

    def key(self, *keys: str) -> None:
        """Press keys one after the other: "space", "ctrl+q", "F11"."""
        self.screen.do("key", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.screen.do("type", text)

    def move(self, x: float, y: float) -> None:
        """Point at a place in the window."""
        self.screen.do("mousemove", round(x), round(y))

    def point_at(self, layer: int, index: int) -> None:
        """Point at a neuron."""
        self.move(*self.place_of["neurons"][layer][index])

    def point_nowhere(self) -> None:
        """Take the mouse out of the window."""
        self.move(*NOWHERE)

    def click(self, name: str, times: int = 1) -> None:
        """Click in the middle of what has this name."""
        x, y, width, height = self.place_of[name]
        where = (x + width // 2, y + height // 2)
        self.screen.do("mousemove", *where, "click", "--repeat", times, "--delay", 50, 1)

    def drag(self, name: str, points: list[tuple[float, float]]) -> None:
        """Draw with the left button; points as shares of the width and height of what has this name."""
        x, y, width, height = self.place_of[name]
        commands: list[object] = []
        for i, (right, down) in enumerate(points):
            commands += ["mousemove", round(x + right * width), round(y + down * height), "sleep", "0.02"]
            if i == 0:
                commands += ["mousedown", 1]
        self.screen.do(*commands, "mouseup", 1)

    def resize(self, size: str) -> None:
        """Give the window another size, one of SIZES."""
        self.screen.do("windowsize", self.window, *size.split("x"))
        self.place_of = self._all_places[size]

    # --- eyes

    def look(self, where: str | Box | None = None) -> Picture:
        """What is on the screen, or where something with this name stands."""
        return self.screen.picture(self._part(where))

    def part_of(self, picture: Picture, where: str | Box) -> Picture:
        """The same part of a picture of the whole screen."""
        return picture[self._part(where)]

    def wait_for_change(
        self, where: str | Box | None, before: Picture, seconds: float = PATIENCE_S
    ) -> Picture:
        """Wait until it looks otherwise than before; how it looks then."""
        wait_for(
            f"{where or 'the screen'} looks otherwise", lambda: (self.look(where) != before).any(), seconds
        )
        return self.look(where)

    def wait_for_return(self, where: str | Box | None, before: Picture, seconds: float = PATIENCE_S) -> None:
        """Wait until every pixel there is as it was before."""
        wait_for(f"{where or 'the screen'} is as before", lambda: (self.look(where) == before).all(), seconds)

    def count_changes(self, where: str | Box | None, seconds: float, stop_after: int = 1_000_000) -> int:
        """How often it looked otherwise than a moment ago, in this time; counts up to `stop_after`."""
        part = self._part(where)
        until, last, count = time.monotonic() + seconds, self.screen.words(part), 0
        while time.monotonic() < until and count < stop_after:
            time.sleep(0.02)
            now = self.screen.words(part)
            count += bool((now != last).any())
            last = now
        return count

    def wait_until_still(self, where: str | Box | None = None, seconds: float = PATIENCE_S) -> Picture:
        """Wait until nothing has changed there for half a second."""
        what = f"{where or 'the screen'} is still"
        wait_for(what, lambda: self.count_changes(where, 0.5, stop_after=1) == 0, seconds)
        return self.look(where)

    def wait_for_motion(self, where: str | Box, changes: int = 5) -> None:
        """Wait until it changes again and again."""
        count = self.count_changes(where, 6.0, stop_after=changes)
        assert count >= changes, f"{where} has changed {count} times in 6 s"

    def _part(self, where: str | Box | None) -> Part:
        if where is None:
            return WHOLE
        x, y, width, height = self.place_of[where] if isinstance(where, str) else where
        return slice(y, y + height), slice(x, x + width)

    # --- the end

    def said(self) -> str:
        """Everything it wrote to the terminal."""
        return self._stderr.read_text()

    def wait_for_end(self, seconds: float = 10) -> int:
        """The exit code; where it asks whether to save, the answer is no."""
        for _ in range(round(seconds / ANSWER_S)):
            try:
                return self.process.wait(ANSWER_S)
            except subprocess.TimeoutExpired:
                # The letter of "Don't save".
                self.key("d")
        return self.process.wait(ANSWER_S)

    def close_by_its_frame(self) -> None:
        """Ask it to close, as a window's frame does when its cross is clicked."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        server = ctypes.c_void_p(x11.XOpenDisplay(self.screen.display.encode()))
        atom = {
            name: x11.XInternAtom(server, name.encode(), 0) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW")
        }
        window = int(self.window)
        message = ClientMessage(CLIENT_MESSAGE, 0, 1, server, window, atom["WM_PROTOCOLS"], 32)
        message.data[0] = atom["WM_DELETE_WINDOW"]
        # Xlib copies a whole XEvent, which is larger than this one kind of it.
        event = ctypes.create_string_buffer(bytes(message), 24 * ctypes.sizeof(ctypes.c_long))
        x11.XSendEvent(server, ctypes.c_ulong(window), 0, ctypes.c_long(0), event)
        x11.XCloseDisplay(server)

    def quit(self) -> tuple[int, str]:
        """Press Ctrl+Q; the exit code and what it wrote to the terminal."""
        self.key("ctrl+q")
        return self.wait_for_end(), self.said()


def environment(home: Path, display: str | None) -> dict[str, str]:
    """The surroundings of somebody who has never started it, in a folder of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {
        **kept,
        **folders,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        **({"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"} if display else {}),
    }
