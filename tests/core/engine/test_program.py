"""The engine as a program: frames in, frames out, and an end whenever nobody asks it any more."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
import pytest

from core.analysis.exact_losses import ExactLoss
from core.engine import commands as c
from core.engine import messages as m
from core.engine import program
from core.engine.autosave import Autosave
from core.engine.engine import Engine
from core.engine.frames import FrameReader, pack
from core.engine.program import Program, read, write
from core.engine.protocol import Envelope, frame_of, message_of
from core.engine.snapshot import Snapshot
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from core.training.trainer import Trainer
from tests.core.engine.driver import load

ROOT = Path(__file__).resolve().parents[3]
ARCHITECTURE, CONFIG = Architecture.dense((8,), seed=3), TrainingConfig(seed=3)


class EngineProcess:
    """A real one, as the window starts it; every message's number is looked at."""

    def __init__(self, folder: Path, autosave: Path, *program: str) -> None:
        arguments = program or (str(ROOT / "main.py"), "--engine")
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._reader, self._sent, self._received = FrameReader(), 0, 0
        self._folder = autosave
        self.messages: list[Any] = []
        self.errors = ""

    def send(self, *commands: Any) -> None:
        for command in commands:
            self._sent += 1
            self.write(pack(frame_of(Envelope(command, self._sent))))

    def start(self, architecture: Architecture = ARCHITECTURE) -> None:
        self.send(c.Start(architecture, CONFIG, str(self._folder)))
        self.until(lambda: any(isinstance(message, Snapshot) for message in self.messages))

    def write(self, content: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(content)
        self._process.stdin.flush()

    def until(self, holds: Callable[[], bool]) -> None:
        """Read until it holds."""
        while not holds():
            assert self._read(), "it has ended"

    def update_reached(self, update: int) -> None:
        """Train and watch until a snapshot shows this update."""
        self.until(
            lambda: self._acknowledged() and max(s.update for s in self.all(Snapshot)) >= update  # type: ignore[attr-defined]
        )

    def _acknowledged(self) -> bool:
        self.send(c.AcknowledgeSnapshot())
        return True

    def all(self, kind: type) -> list[Any]:
        return [message for message in self.messages if isinstance(message, kind)]

    def interrupt(self) -> None:
        self._process.send_signal(signal.SIGINT)

    def end(self) -> float:
        """Close its input, read what is left; returns how many seconds it took to end."""
        begun_s = time.monotonic()
        assert self._process.stdin is not None and self._process.stderr is not None
        self._process.stdin.close()
        while self._read():
            pass
        assert self._process.wait(10) == 0
        taken_s = time.monotonic() - begun_s
        self.errors = self._process.stderr.read().decode()
        return taken_s

    def kill(self) -> None:
        """Leave nothing behind."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    continue

    def saved_update(self, run: int = 0) -> int:
        return {state.number: state.checkpoint.step_count for state in Autosave(self._folder).states()}[run]

    def _read(self) -> bool:
        assert self._process.stdout is not None
        content = os.read(self._process.stdout.fileno(), 1 << 20)
        for frame in self._reader.feed(content):
            envelope = message_of(frame)
            self._received += 1
            assert envelope.number == self._received and envelope.answers <= self._sent
            self.messages.append(envelope.content)
        return bool(content)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    """In a folder that holds somebody else's numpy."""
    (tmp_path / "numpy.py").write_text("raise SystemExit('not that one')")
    process = EngineProcess(tmp_path, tmp_path / "autosave")
    yield process
    process.kill()


def headless(updates: int) -> Trainer:
    from core.data.dataset import load_dataset

    trainer = Trainer(ARCHITECTURE.with_outputs(10).network((256,)), load_dataset("digits"), CONFIG)
    for _ in range(updates):
        trainer.step()
    return trainer


@pytest.mark.timeout(60)
def test_it_trains_the_same_bits_and_ends_within_a_second_when_its_input_is_closed(
    engine: EngineProcess,
) -> None:
    engine.start()
    if os.name == "posix":
        # Ctrl+C in the terminal is the window's to answer.
        engine.interrupt()
    engine.send(c.Train())
    engine.update_reached(50)
    assert engine.end() < 1.0
    shown = max(snapshot.update for snapshot in engine.all(Snapshot))
    (state,) = Autosave(engine._folder).states()
    assert state.checkpoint.step_count >= shown
    assert state.checkpoint.checksum == headless(state.checkpoint.step_count).checkpoint().checksum
    assert engine.errors == ""


@pytest.mark.timeout(60)
def test_runs_that_are_trained_together_go_on_together_in_another_process(engine: EngineProcess) -> None:
    other = Architecture.dense((5,), seed=4)
    engine.start()
    engine.send(
        c.BeginRun(1, other, CONFIG, is_shown=False), c.TrainTogether((1,)), c.ShowBeside(1), c.Train()
    )
    engine.update_reached(50)
    engine.end()
    pictures, beside = engine.all(Snapshot), engine.all(m.BesideShown)
    assert max(shown.update for shown in beside) == max(snapshot.update for snapshot in pictures)
    saved = {state.number: state.checkpoint for state in Autosave(engine._folder).states()}
    assert saved[0].step_count == saved[1].step_count >= 50
    assert saved[0].checksum == headless(saved[0].step_count).checkpoint().checksum
    again = EngineProcess(ROOT, engine._folder)
    last = saved[0].step_count + 20
    again.send(c.Recover(str(engine._folder)), c.TrainTogether((1,)), c.Resume(last))
    again.until(lambda: any(lost.run == 1 and lost.update == last for lost in again.all(ExactLoss)))
    again.end()
    again.kill()
    assert not again.all(m.TogetherRefused)
    saved = {state.number: state.checkpoint for state in Autosave(engine._folder).states()}
    assert {checkpoint.step_count for checkpoint in saved.values()} == {last}
    assert saved[0].checksum == headless(last).checkpoint().checksum


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pack(frame_of(Envelope(c.Pause(), 2)))[:20], ""),
        (b"GET / HTTP/1.1\r\n\r\n", "begins no frame"),
        (pack(frame_of(Envelope(m.CommandsHandled(), 2))), "nothing that can be said"),
        (pack(frame_of(Envelope(c.Pause(), 1))), "command 1 came after 1"),
    ],
    ids=["half a frame", "garbage", "no command", "a command once more"],
)
def test_what_can_not_be_believed_ends_it_after_it_has_saved(
    engine: EngineProcess, content: bytes, said: str
) -> None:
    engine.start()
    engine.write(content)
    assert engine.end() < 2.0
    assert said in engine.errors and "Traceback" not in engine.errors and bool(said) == bool(engine.errors)
    assert engine.saved_update() == 0


@pytest.mark.timeout(60)
def test_a_window_that_is_closed_in_order_leaves_nothing(engine: EngineProcess) -> None:
    engine.start()
    engine.send(c.Train(), c.Close())
    engine.end()
    assert not list(engine._folder.iterdir())


@pytest.mark.timeout(60)
def test_where_nobody_reads_for_a_while_commands_are_taken_and_nothing_is_lost(engine: EngineProcess) -> None:
    """A snapshot of this network is half a megabyte, and a pipe holds less: the engine must not wait for it."""
    engine.start(Architecture.dense((300, 200), seed=3))
    engine.send(c.Train())
    for _ in range(10):
        time.sleep(0.2)
        engine.send(c.AcknowledgeSnapshot())
    engine.send(c.BeginRun(1, ARCHITECTURE, CONFIG), c.Train(5))
    until_s = time.monotonic() + 10
    while not (engine._folder / "run-1.frame").exists():
        assert time.monotonic() < until_s
    # It was trained all the while, and was saved when it was left.
    assert engine.saved_update(0) > 20
    engine.until(lambda: engine.all(m.RunInfo)[-1].run == 1)
    engine.end()
    # `_read` has found no gap in the numbers; and every loss that was told is told once.
    told = [snapshot for snapshot in engine.all(Snapshot) if snapshot.run == 0]
    assert len(told) > 5 and sum(len(snapshot.losses) for snapshot in told) == told[-1].update
    assert not engine.all(m.EngineFailed)


@pytest.mark.timeout(60)
def test_what_is_printed_does_not_get_between_two_frames(tmp_path: Path) -> None:
    noisy = """
import os
from core.engine import engine, program
handle = engine.Engine.handle
def loud(self, command):
    print("a print", flush=True)
    os.write(1, b"a library")
    return handle(self, command)
engine.Engine.handle = loud
program.main()
"""
    process = EngineProcess(ROOT, tmp_path, "-c", noisy)
    try:
        process.start()
        process.send(c.Train(2))
        process.until(lambda: bool(process.all(m.ExactLoss)))
        process.end()
        assert "a print" in process.errors and "a library" in process.errors
        assert not process.all(m.EngineFailed)
    finally:
        process.kill()


# --- its parts, without a process


def test_commands_are_passed_on_in_whatever_pieces_they_come() -> None:
    readable, writable = os.pipe()
    sent = [c.SetRate(5.0), c.Pause()]
    content = b"".join(pack(frame_of(Envelope(command, i + 1))) for i, command in enumerate(sent))
    os.write(writable, content)
    os.close(writable)
    commands: program.Commands = SimpleQueue()
    with open(readable, "rb", buffering=0) as stream:
        read(stream, commands)
    assert [commands.get() for _ in range(3)] == [Envelope(sent[0], 1), Envelope(sent[1], 2), None]


def test_a_command_out_of_turn_ends_the_reading(capsys: pytest.CaptureFixture[str]) -> None:
    readable, writable = os.pipe()
    os.write(writable, pack(frame_of(Envelope(c.Pause(), 1))) + pack(frame_of(Envelope(c.Train(), 3))))
    os.close(writable)
    commands: program.Commands = SimpleQueue()
    with open(readable, "rb", buffering=0) as stream:
        read(stream, commands)
    assert [commands.get(), commands.get()] == [Envelope(c.Pause(), 1), None]
    assert "command 3 came after 1" in capsys.readouterr().err


class TakesLittle(io.BytesIO):
    """A pipe whose writer is stopped again and again: it takes a part of what it is given."""

    def write(self, content: Any) -> int:
        return super().write(bytes(content[:2]))


def test_what_a_pipe_takes_in_parts_is_written_whole() -> None:
    outgoing: SimpleQueue[bytes | None] = SimpleQueue()
    for content in (b"three", b"", b"one", None):
        outgoing.put(content)
    stream = TakesLittle()
    write(stream, outgoing)
    assert stream.getvalue() == b"threeone"


def test_messages_are_written_until_there_are_no_more_or_nobody_reads() -> None:
    outgoing: SimpleQueue[bytes | None] = SimpleQueue()
    for content in (b"one", b"two", None):
        outgoing.put(content)
    stream = io.BytesIO()
    write(stream, outgoing)
    assert stream.getvalue() == b"onetwo"
    readable, writable = os.pipe()
    os.close(readable)
    outgoing.put(b"three")
    with open(writable, "wb", buffering=0) as broken:
        write(broken, outgoing)
    assert outgoing.empty()


class Script:
    """Commands, each of which comes when the program has nothing to do, or has waited for the third time."""

    def __init__(self, *commands: Any) -> None:
        self.left = [*(Envelope(command, number + 1) for number, command in enumerate(commands)), None]
        self._waits = 0

    def empty(self) -> bool:
        return True

    def get(self, timeout: float | None) -> Envelope | None:
        self._waits += 1
        if timeout is not None and self._waits % 3:
            SimpleQueue[None]().get(timeout=timeout)
        return self.left.pop(0)


@pytest.fixture
def small_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "Engine", lambda clock, **clocks: Engine(clock, load, **clocks))


@pytest.mark.usefixtures("small_engine")
def test_each_message_names_the_last_command_that_was_taken(tmp_path: Path) -> None:
    # At a rate of 50 it waits between two updates.
    script = Script(c.Start(ARCHITECTURE, CONFIG, str(tmp_path)), c.SetRate(50.0), c.Train(), c.Pause())
    outgoing: SimpleQueue[bytes | None] = SimpleQueue()
    Program(script, outgoing).run()  # type: ignore[arg-type]
    envelopes = []
    while not outgoing.empty():
        envelopes += [message_of(frame) for frame in FrameReader().feed(outgoing.get() or b"")]
    assert [envelope.number for envelope in envelopes] == list(range(1, len(envelopes) + 1))
    answers = [envelope.answers for envelope in envelopes]
    assert answers == sorted(answers) and set(answers) == {1, 2, 3, 4}
    # What has nothing to say is answered all the same.
    assert [type(envelope.content) for envelope in envelopes if envelope.answers == 2] == [m.CommandsHandled]
    assert {state.number for state in Autosave(tmp_path).states()} == {0}


@pytest.mark.usefixtures("small_engine")
def test_a_command_to_close_ends_it(tmp_path: Path) -> None:
    script = Script(c.Start(ARCHITECTURE, CONFIG, str(tmp_path)), c.Close(), c.Pause())
    Program(script, SimpleQueue()).run()  # type: ignore[arg-type]
    assert len(script.left) == 2 and not list(tmp_path.iterdir())


@pytest.mark.timeout(60)
def test_killed_while_it_looks_back_another_one_gives_the_same_past(engine: EngineProcess) -> None:
    def looked_at(process: EngineProcess) -> m.PastShown:
        before = len(process.all(m.PastShown))
        process.send(c.LookAt(140))
        process.until(lambda: any(shown.is_exact for shown in process.all(m.PastShown)[before:]))
        return process.all(m.PastShown)[-1]

    engine.start()
    engine.send(c.Train(300))
    engine.until(lambda: any(kept.kept.tolist() == [128, 256] for kept in engine.all(m.HistoryChanged)))
    engine.send(c.BranchRun(1, 250))
    engine.until(lambda: engine.all(m.RunInfo)[-1].run == 1)
    first = looked_at(engine)
    engine.kill()
    other = EngineProcess(ROOT, engine._folder)
    other.send(c.Recover(str(engine._folder)))
    other.until(lambda: {kept.run for kept in other.all(m.HistoryChanged)} == {0, 1})
    # Saved as it was, and not as it was shown; what was kept of it is gone.
    assert other.all(m.Recovered) == [m.Recovered(1, 250, ((0, 300),))]
    assert {kept.run: kept.kept.tolist() for kept in other.all(m.HistoryChanged)} == {0: [300], 1: [250]}
    second = looked_at(other)
    other.kill()
    np.testing.assert_array_equal(first.snapshot.parameters, second.snapshot.parameters)
    np.testing.assert_array_equal(first.snapshot.parameters, headless(140).network.parameters)


@pytest.mark.usefixtures("small_engine")
def test_one_that_cannot_go_on_ends_and_leaves_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Program(Script(c.Start(ARCHITECTURE, CONFIG, str(tmp_path))), SimpleQueue()).run()  # type: ignore[arg-type]

    def fail(*_: Any) -> None:
        raise MemoryError("planted")

    script, outgoing = Script(c.Recover(str(tmp_path)), c.Close()), SimpleQueue[bytes | None]()
    with monkeypatch.context() as patch:
        patch.setattr(Engine, "enter", fail)
        Program(script, outgoing).run()  # type: ignore[arg-type]
    told = []
    while not outgoing.empty():
        told += [message_of(frame).content for frame in FrameReader().feed(outgoing.get() or b"")]
    assert "planted" in told[-1].details
    # It did not come to be closed: the next one finds it all.
    assert len(script.left) == 2 and {state.number for state in Autosave(tmp_path).states()} == {0}
