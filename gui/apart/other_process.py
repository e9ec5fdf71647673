"""The other process, seen from here: started beside everything else, asked, and ended whatever it is doing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, cast

from numpy.typing import NDArray

from gui.apart.pipe import Head, Readable, receive, send

ROOT = Path(__file__).resolve().parents[2]
# It answers between two updates. One that does not for so long is stopped by somebody, and is ended.
PATIENCE_S = 5.0
LOOK_S = 1.0


class OtherProcess:
    """Runs `gui.apart.program`, and tells when it does not answer any more.

    Everything but `start` and `is_ready` may raise OSError or EOFError: nobody is at the other end then.
    """

    def __init__(self) -> None:
        # No program can be run by its module's name from a single packed file.
        self._can_be = not getattr(sys, "frozen", False)
        self._process: subprocess.Popen[bytes] | None = None
        self._attendant: threading.Thread | None = None
        self._over = threading.Event()
        self._is_ready = False
        self._asked_s = float("inf")

    def start(self) -> None:
        """Start it, unless that was done; it is of no use until it is ready."""
        if self._attendant is None and self._can_be:
            self._attendant = threading.Thread(target=self._attend, name="attendant of the other process")
            self._attendant.start()

    @property
    def is_ready(self) -> bool:
        """Whether it listens."""
        return self._is_ready

    def send(self, head: Head, arrays: Sequence[NDArray[Any]] = ()) -> None:
        """Tell it something that has no answer."""
        self._asked_s = perf_counter()
        assert self._process is not None and self._process.stdin is not None
        send(self._process.stdin, head, arrays)
        self._asked_s = float("inf")

    def ask(self, head: Head) -> tuple[Head, list[NDArray[Any]]]:
        """Ask it something, and wait for the answer."""
        self.send(head)
        self._asked_s = perf_counter()
        assert self._process is not None and self._process.stdout is not None
        answer = receive(cast(Readable, self._process.stdout))
        self._asked_s = float("inf")
        return answer

    def end(self) -> None:
        """End it for good, whatever it is doing, and leave nothing behind."""
        self._can_be = self._is_ready = False
        self._over.set()
        if self._process is not None:
            self._process.kill()
        if self._attendant is not None:
            self._attendant.join()
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            try:
                stream.close()
            except OSError:
                # What was not read any more does not matter.
                continue

    def _attend(self) -> None:
        """Start the process and hear it answer, which takes a while; then see to it that it goes on answering."""
        try:
            process = self._process = _started()
            assert process.stdout is not None
            receive(cast(Readable, process.stdout))
        except (OSError, EOFError):
            return
        self._is_ready = True
        while not self._over.wait(LOOK_S):
            if perf_counter() - self._asked_s > PATIENCE_S:
                process.kill()
                return


def _started() -> subprocess.Popen[bytes]:
    # One thread for its matrix products, as here: so the bits are the same, and the window's core stays the window's.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "gui.apart.program"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
        | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
