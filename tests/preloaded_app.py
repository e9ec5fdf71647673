"""Starts the app in a process of its own from one that has imported it: half of what a start costs is its imports.

Each program is forked from that one before Qt has an application, gets its arguments, folder, environment and streams,
and ends as any Python does. That the app also starts from nothing is tested where it is installed and in a real window.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO, TextIO

ROOT = Path(__file__).resolve().parent.parent
# Longer than an order can be: what is to be run, its arguments and its environment.
ORDER_BYTES = 1 << 17


class Program:
    """One that runs: as much of `subprocess.Popen` as tests ask for. What it writes goes to `output`, if that is given.

    Attributes
    ----------
    pid : int
        Its process.
    returncode : int or None
        What it ended with, less than 0 where by a signal; None until that is known.
    """

    def __init__(
        self,
        source: str,
        arguments: Sequence[str],
        cwd: Path,
        env: Mapping[str, str],
        output: BinaryIO | None = None,
    ) -> None:
        order = json.dumps({"source": source, "arguments": arguments, "cwd": str(cwd), "env": dict(env)})
        (out, its_out), (err, its_err), (status, its_status) = os.pipe(), os.pipe(), os.pipe()
        if output is not None:
            for descriptor in (its_out, its_err):
                os.dup2(output.fileno(), descriptor)
        given = [its_out, its_err, its_status]
        socket.send_fds(_server(), [order.encode()], given)
        for descriptor in given:
            os.close(descriptor)
        self.stdout: TextIO = os.fdopen(out, "r", encoding="utf-8")
        self.stderr: TextIO = os.fdopen(err, "r", encoding="utf-8")
        if output is not None:
            self.stdout.close()
            self.stderr.close()
        self._status = os.fdopen(status, "r")
        self.returncode: int | None = None
        self.pid = int(self._status.readline())

    def poll(self) -> int | None:
        """What it ended with, if it has."""
        if self.returncode is None and select.select([self._status], [], [], 0)[0]:
            self._read_status()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """What it ends with; raises subprocess.TimeoutExpired."""
        if self.returncode is None:
            if not select.select([self._status], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("a program", timeout or 0)
            self._read_status()
        assert self.returncode is not None
        return self.returncode

    def _read_status(self) -> None:
        self.returncode = int(self._status.readline())
        self._status.close()

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """What else it writes until it ends; raises subprocess.TimeoutExpired."""
        until = None if timeout is None else time.monotonic() + timeout
        said = {stream: b"" for stream in (self.stdout, self.stderr) if not stream.closed}
        streams = list(said)
        while streams:
            left = None if until is None else max(0.0, until - time.monotonic())
            ready = select.select(streams, [], [], left)[0]
            if not ready:
                raise subprocess.TimeoutExpired("a program", timeout or 0)
            for stream in ready:
                part = os.read(stream.fileno(), 1 << 16)
                said[stream] += part
                if not part:
                    streams.remove(stream)
        self.wait(None if until is None else max(0.0, until - time.monotonic()))
        words = tuple(said.get(stream, b"").decode() for stream in (self.stdout, self.stderr))
        for file in (self.stdout, self.stderr):
            file.close()
        return words[0], words[1]


Running = Program | subprocess.Popen[str]


def start_program(source: str, arguments: Sequence[str], env: Mapping[str, str], cwd: Path = ROOT) -> Running:
    """Run these lines of Python, which find the app; where no process can be forked, from nothing."""
    if sys.platform == "linux":
        return Program(source, arguments, cwd, env)
    return subprocess.Popen(
        [sys.executable, "-c", source, *arguments],
        cwd=cwd,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@cache
def _server() -> socket.socket:
    """The way to the process that has imported the app; it ends with this one."""
    ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, str(Path(__file__).resolve()), str(its.fileno())]
    # Nobody waits for it, and it says nothing.
    subprocess.Popen(command, cwd=ROOT, pass_fds=[its.fileno()], stdin=subprocess.DEVNULL).returncode = 0
    its.close()
    return ours


def _serve(orders: socket.socket) -> None:
    """Import the app; then fork for each order, and return in the fork, which is what was ordered."""
    sys.path[:1] = [str(ROOT)]
    import gui.app.application  # noqa: F401
    import main  # noqa: F401

    # Of those who have ended nobody asks.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while order := socket.recv_fds(orders, ORDER_BYTES, 3):
        content, descriptors, _, _ = order
        if not content:
            os._exit(0)
        if not os.fork():
            break
        for descriptor in descriptors:
            os.close(descriptor)
    orders.close()
    # Its parent only says how it has ended.
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out, err, status = descriptors
    if number := os.fork():
        os.close(out)
        os.close(err)
        os.write(status, b"%d\n" % number)
        code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        os.write(status, b"%d\n" % code)
        os._exit(0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    for descriptor in descriptors:
        os.close(descriptor)
    ordered = json.loads(content)
    os.environ.clear()
    os.environ.update(ordered["env"])
    os.chdir(ordered["cwd"])
    sys.argv[:] = ["-c", *ordered["arguments"]]
    sys.modules["__main__"].__dict__["source"] = ordered["source"]


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
    exec(compile(globals().pop("source"), "<string>", "exec"))
