"""The engine as a program: it takes commands from its standard input, and writes messages to its standard output.

Both are frames, see `core.engine.protocol`. One thread reads, one writes, and the main one works: so a training goes on
while a message is read at the other end, however slowly. The program ends with its input, whatever it is doing, after
it has saved what was under way: none is left behind by a window that has ended, however that was.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from queue import Empty, SimpleQueue
from time import perf_counter, process_time
from typing import Any, BinaryIO

from core.engine.commands import Close, Recover
from core.engine.engine import Engine
from core.engine.frames import FrameError, FrameReader, pack
from core.engine.messages import CommandsHandled, EngineFailed
from core.engine.protocol import Envelope, command_of, frame_of

# A command ends a slice at once. What is to be done at the end of each takes some 0.1 ms, more of large networks, as
# neither its code nor the training's next numbers are in the caches by then: one for each picture is enough.
SLICE_S = 0.016
READ_BYTES = 1 << 20
# Whoever has read a command waits for the training no longer than this to hand it over.
SWITCH_S = 0.0005
# What is seen goes first: where cores are few, the training takes what the window leaves.
NICENESS = 5

Commands = SimpleQueue["Envelope | None"]


def read(stream: BinaryIO, commands: Commands) -> None:
    """Pass on every command of the stream, and None when it has ended or can't be believed any more."""
    reader, last = FrameReader(), 0
    try:
        while data := os.read(stream.fileno(), READ_BYTES):
            for frame in reader.feed(data):
                envelope = command_of(frame)
                if envelope.number != last + 1:
                    raise FrameError(f"command {envelope.number} came after {last}")
                last = envelope.number
                commands.put(envelope)
    except (OSError, FrameError) as error:
        sys.stderr.write(f"The engine's input can't be read any more: {error}\n")
    finally:
        commands.put(None)


def write(stream: BinaryIO, outgoing: SimpleQueue[bytes | None]) -> None:
    """Write every message to a stream without a buffer, until there is None or nobody reads any more."""
    try:
        while (content := outgoing.get()) is not None:
            rest = memoryview(content)
            # A pipe takes a part only where the process is stopped in the middle: by a signal, or as a laptop sleeps.
            while rest:
                rest = rest[stream.write(rest) :]
    except OSError:
        # The window is gone; the input ends too.
        return


class Program:
    """Runs an engine between two queues, until a `Close` command or the end of the input."""

    def __init__(self, commands: Commands, outgoing: SimpleQueue[bytes | None]) -> None:
        self._engine = Engine(perf_counter, work_clock=process_time)
        self._commands = commands
        self._outgoing = outgoing
        self._sent = self._answered = 0

    def run(self) -> None:
        """Take commands, work, and send what comes of it."""
        commands = self._commands

        def is_interrupted() -> bool:
            return not commands.empty()

        while True:
            wait_s = self._engine.seconds_until_due()
            if wait_s > 0 or not commands.empty():
                try:
                    envelope = commands.get(timeout=None if wait_s > threading.TIMEOUT_MAX else wait_s)
                except Empty:
                    continue
                if envelope is None:
                    self._engine.save()
                    return
                self._answered = envelope.number
                messages = self._engine.handle(envelope.content)
                if type(envelope.content) is Close:
                    return
                self._send(messages or (CommandsHandled(),))
                if type(envelope.content) is Recover and self._has_failed(messages):
                    # What was saved is there still: another one may have the memory for it.
                    return
                continue
            self._send(self._engine.advance(perf_counter() + SLICE_S, is_interrupted))

    def _has_failed(self, messages: tuple[Any, ...]) -> bool:
        """Whether nothing can be gone on with, because something failed."""
        return not self._engine.runs and any(isinstance(message, EngineFailed) for message in messages)

    def _send(self, messages: tuple[Any, ...]) -> None:
        for message in messages:
            self._sent += 1
            self._outgoing.put(pack(frame_of(Envelope(message, self._sent, self._answered))))


def main() -> int:
    """Run until the input ends."""
    # Ctrl+C in a terminal reaches both processes; the window decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_S)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # Whatever prints must not get between two frames.
    output = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    commands: Commands = SimpleQueue()
    outgoing: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=read, args=(sys.stdin.buffer, commands), daemon=True).start()
    writer = threading.Thread(target=write, args=(output, outgoing), daemon=True)
    writer.start()
    Program(commands, outgoing).run()
    # What is written last need not be read; nothing waits for a thread that waits for a stream.
    os._exit(0)
