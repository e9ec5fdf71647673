"""What Pillow reads of a file is what was painted: frames, sizes, durations, colours."""

from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import weakref
from pathlib import Path
from threading import Event, Thread
from unittest import mock

import numpy as np
import pytest
from PIL import Image

from gui.app.background_task import RefusedError, StoppedError
from gui.export.animation_frames import AnimationFrames, FrameQueue, shades
from gui.export.encoders import encoded
from gui.theme.tokens import Theme

WIDTH, HEIGHT = 61, 40


def film(count: int) -> AnimationFrames:
    return AnimationFrames(
        WIDTH, HEIGHT, 12, tuple(round(1000 * i / 12) for i in range(count)), shades(Theme())
    )


def painted(count: int, still: range = range(0)) -> list[np.ndarray]:
    """(HEIGHT, WIDTH, 3) frames: a square that moves over the canvas; in those of `composed_frame` it rests."""
    theme, frames = Theme(), []
    for i in range(count):
        at = still.start if i in still else i
        frame = np.empty((HEIGHT, WIDTH, 3))
        frame[:] = theme.rgb("canvas")
        frame[5:15, 3 + 2 * at : 13 + 2 * at] = theme.rgb("plus")
        frames.append(frame.astype(np.uint8))
    return frames


def queue_of(frames: list[np.ndarray]) -> FrameQueue:
    queue = FrameQueue()
    for frame in frames:
        spare = np.zeros((HEIGHT, WIDTH, 1), np.uint8)
        queue.put(np.concatenate([frame[..., ::-1], spare], axis=2).tobytes())
    queue.put(None)
    return queue


def read(data: bytes) -> list[tuple[np.ndarray, int]]:
    image = Image.open(io.BytesIO(data))
    found = []
    for i in range(image.n_frames):
        image.seek(i)
        found.append((np.asarray(image.convert("RGB")), image.info["duration"]))
    return found


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_the_film_is_read_back_frame_by_frame(kind):
    frames = painted(10)
    got = read(encoded(kind, film(10), queue_of(frames), Event()))
    assert len(got) == 10
    for (pixels, _), frame in zip(got, frames, strict=True):
        assert pixels.shape == frame.shape
        # GIF has 256 colours; WebP loses nothing.
        assert np.abs(pixels.astype(int) - frame).max() <= (4 if kind == "gif" else 0)
    durations = [duration for _, duration in got]
    unit = 10 if kind == "gif" else 1
    assert durations[-1] == 2000 and sum(durations) == unit * round(9 * 1000 / 12 / unit) + 2000
    assert all(abs(duration - 1000 / 12) < unit for duration in durations[:-1])


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_it_runs_in_a_loop_without_end(kind):
    image = Image.open(io.BytesIO(encoded(kind, film(3), queue_of(painted(3)), Event())))
    assert image.info["loop"] == 0


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_frames_that_are_the_same_become_one_that_lasts_as_long(kind):
    frames = painted(10, still=range(4, 8))
    got = read(encoded(kind, film(10), queue_of(frames), Event()))
    assert len(got) == 7
    unit = 10 if kind == "gif" else 1
    assert sum(duration for _, duration in got) == unit * round(750 / unit) + 2000
    assert got[4][1] == pytest.approx(4 * 1000 / 12, abs=unit)


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_stopped_before_the_first_frame_there_are_none_either(kind):
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        encoded(kind, film(3), queue_of(painted(3)), stop)


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_stopped_before_the_end_there_are_no_bytes(kind):
    queue, stop = FrameQueue(), Event()
    queue.put(bytes(WIDTH * HEIGHT * 4))
    ended: list[str] = []

    def encode() -> None:
        try:
            encoded(kind, film(10), queue, stop)
        except StoppedError:
            ended.append("stopped")

    thread = Thread(target=encode)
    thread.start()
    stop.set()
    thread.join(timeout=10)
    assert ended == ["stopped"]


def test_a_webp_of_changes_at_every_edge_is_whole():
    rng = np.random.default_rng(0)
    frames = [rng.integers(0, 255, (HEIGHT, WIDTH, 3)).astype(np.uint8)]
    for row, column in ((0, 0), (HEIGHT - 1, WIDTH - 1), (7, 5), (39, 3)):
        frame = frames[-1].copy()
        # Black, too: it must not be taken for a place that has not changed.
        frame[row, column] = 0
        frames.append(frame)
    got = read(encoded("webp", film(5), queue_of(frames), Event()))
    assert len(got) == 5
    for (pixels, _), frame in zip(got, frames, strict=True):
        assert np.array_equal(pixels, frame)


def test_a_webp_keeps_of_each_frame_only_what_is_new():
    rng = np.random.default_rng(0)
    noise = rng.integers(0, 255, (HEIGHT, WIDTH, 3)).astype(np.uint8)
    frames = [noise.copy() for _ in range(20)]
    for i, frame in enumerate(frames):
        frame[i, :3] = 0
    one = len(encoded("webp", film(2), queue_of(frames[:2]), Event()))
    # Noise cannot be made smaller: were a frame kept whole now and then, there would be another 7 kB for each.
    assert len(encoded("webp", film(20), queue_of(frames), Event())) < 1.5 * one


def test_a_webps_frames_are_taken_one_by_one():
    queue, waiting = FrameQueue(), []
    frames = queue_of(painted(10)).frames(Event())

    def taken():
        for frame in frames:
            # The encoder has used up what it was given: nothing is held back until the last one.
            waiting.append(sum(ref() is not None for ref in alive))
            yield frame

    alive: list[weakref.ref[Image.Image]] = []
    keep = Image.frombuffer

    def remembered(*arguments):
        image = keep(*arguments)
        alive.append(weakref.ref(image))
        return image

    queue.frames = lambda stop: taken()
    with mock.patch.object(Image, "frombuffer", remembered):
        encoded("webp", film(10), queue, Event())
    assert len(waiting) == 10 and max(waiting) <= 2


# --- video, by a program that somebody has installed


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """A program called ffmpeg that does this; `arguments` are its arguments."""
    program, script = folder / "ffmpeg", folder / "does.py"
    script.write_text(f"import sys\narguments = sys.argv[1:]\n{does}\n")
    # By a shell: the first line of a program cannot name an interpreter whose path has a space in it.
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


def test_without_an_encoder_there_is_no_video(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match="not installed any more. Choose GIF or WebP instead"):
        encoded("mp4", film(2), queue_of(painted(2)), Event())


def test_the_video_encoder_is_given_every_frame_and_the_last_one_for_two_seconds(tmp_path, monkeypatch):
    # It hands on what it was told and given.
    does = (
        "data = sys.stdin.buffer.read()\n"
        "open(arguments[-1], 'wb').write(' '.join(arguments).encode() + b'\\n' + data)"
    )
    install(tmp_path, monkeypatch, does)
    frames = painted(3)
    got = encoded("mp4", film(3), queue_of(frames), Event())
    told, _, data = got.partition(b"\n")
    assert f"-video_size {WIDTH}x{HEIGHT} -framerate 12".encode() in told and b"bgr0" in told
    size = WIDTH * HEIGHT * 4
    assert len(data) == (2 + 24) * size
    given = np.frombuffer(data, np.uint8).reshape(26, HEIGHT, WIDTH, 4)[..., 2::-1]
    for i, pixels in enumerate(given):
        assert np.array_equal(pixels, frames[min(i, 2)])


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("sys.stdin.buffer.read(); print('no such codec', file=sys.stderr); sys.exit(1)", "no such codec"),
        ("sys.exit(3)", "it ended with code 3"),
        ("sys.stdin.buffer.read()", "it ended with code 0"),
    ],
)
def test_a_failing_encoder_is_said_in_a_sentence(tmp_path, monkeypatch, does, said):
    install(tmp_path, monkeypatch, does)
    with pytest.raises(RefusedError, match=f"ffmpeg failed: {said}. Choose GIF or WebP instead."):
        encoded("mp4", film(40), queue_of(painted(40)), Event())


def test_what_cannot_be_started_is_said_too(tmp_path, monkeypatch):
    program = tmp_path / "ffmpeg"
    program.write_bytes(b"\x7fELF nothing")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError, match="ffmpeg failed: .*Choose GIF"):
        encoded("mp4", film(2), queue_of(painted(2)), Event())


def test_an_encoder_that_takes_nothing_more_is_ended_with_the_export(tmp_path, monkeypatch):
    # Larger than any pipe: the hand-over waits for ever.
    install(
        tmp_path, monkeypatch, f"open({str(tmp_path / 'alive')!r}, 'w').close()\nimport time\ntime.sleep(600)"
    )
    stop, ended = Event(), []

    def encode() -> None:
        try:
            encoded("mp4", film(400), queue_of(painted(400, range(400))), stop)
        except StoppedError:
            ended.append("stopped")

    thread = Thread(target=encode)
    thread.start()
    while not os.path.exists(tmp_path / "alive"):
        thread.join(timeout=0.01)
    stop.set()
    thread.join(timeout=10)
    assert ended == ["stopped"] and not list(tmp_path.glob("*.mp4"))


def test_an_encoder_that_somebody_ends_is_said(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(RefusedError, match=r"ffmpeg failed: somebody has ended it\. Choose GIF"):
        encoded("mp4", film(40), queue_of(painted(40)), Event())


def test_a_disk_without_space_is_said_though_the_encoder_has_none_for_its_words(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, "sys.stdin.buffer.read(); sys.exit(1)")
    full = shutil.disk_usage(tmp_path)._replace(free=0)
    monkeypatch.setattr("gui.export.encoders.shutil.disk_usage", lambda _: full)
    with pytest.raises(RefusedError, match=r"no space left in .*, where it works\. Choose GIF"):
        encoded("mp4", film(2), queue_of(painted(2)), Event())


def test_a_folder_that_is_not_there_is_said(tmp_path, monkeypatch):
    install(tmp_path, monkeypatch, "sys.exit(0)")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(RefusedError, match="ffmpeg failed: No such file or directory"):
        encoded("mp4", film(2), queue_of(painted(2)), Event())


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no video encoder is installed")
def test_the_column_that_makes_a_video_even_is_of_the_canvas(tmp_path):
    theme = Theme(name="light")
    light = AnimationFrames(WIDTH, HEIGHT, 12, (0, 83), shades(theme))
    canvas = np.array(light.colours[0])
    assert canvas.min() > 200
    frames = [np.broadcast_to(canvas.astype(np.uint8), (HEIGHT, WIDTH, 3)).copy() for _ in range(2)]
    (tmp_path / "a.mp4").write_bytes(encoded("mp4", light, queue_of(frames), Event()))
    command = ["ffmpeg", "-v", "error", "-i", str(tmp_path / "a.mp4"), "-f", "rawvideo", "-pix_fmt", "rgb24"]
    raw = subprocess.run([*command, "pipe:1"], capture_output=True, check=True).stdout
    shown = np.frombuffer(raw, np.uint8).reshape(-1, HEIGHT, WIDTH + 1, 3)
    assert np.abs(shown.astype(int) - canvas).max() <= 6


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no video encoder is installed")
def test_a_video_is_read_back_with_the_colours_that_were_painted():
    # One colour a frame, and an odd number of columns: video keeps colours for squares of four pixels.
    rng = np.random.default_rng(3)
    colours = rng.integers(20, 235, (6, 3), dtype=np.uint8)
    frames = [np.broadcast_to(colour, (HEIGHT, WIDTH, 3)).copy() for colour in colours]
    data = encoded("mp4", film(6), queue_of(frames), Event())
    command = ["ffmpeg", "-v", "error", "-i", "pipe:0", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    with tempfile.NamedTemporaryFile(suffix=".mp4") as file:
        file.write(data)
        file.flush()
        command[4] = file.name
        raw = subprocess.run(command, capture_output=True, check=True).stdout
        # A player must not have to guess what the colours mean.
        told = subprocess.run(
            ["ffmpeg", "-hide_banner", "-i", file.name], capture_output=True, check=False
        ).stderr
    assert b"bt709" in told
    pixels = np.frombuffer(raw, np.uint8)
    even = HEIGHT + HEIGHT % 2, WIDTH + WIDTH % 2
    shown = pixels.reshape(-1, *even, 3) if pixels.size % (even[0] * even[1] * 3) == 0 else None
    assert shown is not None and len(shown) == 5 + 24
    for i, frame in enumerate(shown):
        difference = np.abs(frame[12:28, 12:48].astype(int) - colours[min(i, 5)])
        assert difference.max() <= 6
