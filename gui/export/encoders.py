"""Frames into the bytes of a GIF, WebP or MP4 file; runs on a thread of its own.

References
----------
CompuServe, "Graphics Interchange Format, version 89a", 1990: frames last whole hundredths of a second.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QCoreApplication

from gui.app.background_task import RefusedError, StoppedError
from gui.export.animation_frames import LAST_FRAME_MS, AnimationFrames, FrameQueue
from gui.export.encoder_folder import encoder_folder
from gui.export.video_encoder import ENCODER, video_encoder
from gui.widgets.system_reason import system_reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

GIF_UNIT_MS = 10
LOOK_S = 0.1
# A disk with less has no room for a picture.
LEAST_FREE_BYTES = 100_000
# Each frame as what differs from the one before it, without key frames, which are whole. Of 0 to 6 and 0 to 100: more
# takes several times as long, and saves a few per cent.
LOSSLESS: dict[str, object] = {"lossless": True, "kmax": 0, "method": 1, "quality": 30}


def encoded(kind: str, animation_frames: AnimationFrames, frames: FrameQueue, stop: Event) -> bytes:
    """The bytes of the file; `kind` is its ending.

    Raises
    ------
    StoppedError
        When `stop` is set.
    RefusedError
        When the video encoder fails; the text is for the user.
    """
    if kind == "mp4":
        return _video(animation_frames, frames.frames(stop), stop)
    size = animation_frames.width, animation_frames.height
    pictures = (Image.frombuffer("RGB", size, data, "raw", "BGRX", 0, 1) for data in frames.frames(stop))
    file = _StoppableFile(stop)
    if kind == "webp":
        moving = _MovingPicture(animation_frames, pictures)
        moving.save(file, "WEBP", save_all=True, duration=animation_frames.durations_ms(), loop=0, **LOSSLESS)
        return file.getvalue()
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in animation_frames.colours for part in colour])
    few = (picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures)
    durations = list(animation_frames.durations_ms(GIF_UNIT_MS))
    next(few).save(file, "GIF", save_all=True, append_images=few, duration=durations, loop=0)
    return file.getvalue()


class _MovingPicture(Image.Image):
    """The film as Pillow knows an image of many frames: it asks for them one by one.

    WebP's encoder would hold a list of them whole: 73 of 1280 × 800 px are 300 MB.
    """

    def __init__(self, animation_frames: AnimationFrames, pictures: Iterator[Image.Image]) -> None:
        super().__init__()
        self._mode, self._size = "RGB", (animation_frames.width, animation_frames.height)
        self.n_frames = animation_frames.count
        self._pictures = pictures
        self._at = -1

    def seek(self, frame: int) -> None:
        """Take the next frame; afterwards Pillow asks for the first again, which is past."""
        if frame == self._at + 1:
            self._at = frame
            self.im = next(self._pictures).im

    def tell(self) -> int:
        """The number of this frame."""
        return max(0, self._at)


class _StoppableFile(io.BytesIO):
    """Bytes in memory; writing stops with the export."""

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    def write(self, data: ReadableBuffer, /) -> int:
        if self._stop.is_set():
            raise StoppedError
        return super().write(data)


def _video(animation_frames: AnimationFrames, frames: Iterator[bytes], stop: Event) -> bytes:
    """MP4 by the encoder: it reads frames from its input, and writes a file that is then ours."""
    program = video_encoder()
    if program is None:
        raise _failed(QCoreApplication.translate("Export", "it is not installed any more"))
    try:
        with encoder_folder() as folder:
            target, log = folder / "film.mp4", folder / "said.txt"
            with log.open("wb") as complaints:
                process = subprocess.Popen(
                    _command(program, animation_frames, target),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=complaints,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
                _feed(process, animation_frames, frames, stop)
            if stop.is_set():
                raise StoppedError
            if process.returncode != 0 or not target.exists():
                said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
                raise _failed(_reason(process.returncode, said, folder))
            return target.read_bytes()
    except OSError as error:
        # Its folder is there no more, for example, or the disk is full.
        raise _failed(system_reason(error.strerror or str(error))) from error


def _reason(code: int, said: list[str], folder: Path) -> str:
    """Why it has failed."""
    if shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
        # It often cannot say so itself: there is no space for its words either.
        text = QCoreApplication.translate("Export", "there is no space left in {folder}, where it works")
        return text.format(folder=tempfile.gettempdir())
    if code < 0:
        return QCoreApplication.translate("Export", "somebody has ended it")
    text = QCoreApplication.translate("Export", "it ended with code {code}")
    return said[-1] if said else text.format(code=code)


def _command(program: str, animation_frames: AnimationFrames, target: Path) -> list[str]:
    size = f"{animation_frames.width}x{animation_frames.height}"
    rate = str(animation_frames.frames_per_second)
    # Of which all else is a shade: a black line at the edge of a light picture would be seen.
    canvas = "0x{:02x}{:02x}{:02x}".format(*animation_frames.colours[0])
    even = f"pad=ceil(iw/2)*2:ceil(ih/2)*2:color={canvas}"
    return [
        *(program, "-hide_banner", "-loglevel", "error", "-y"),
        *("-f", "rawvideo", "-pixel_format", "bgr0", "-video_size", size, "-framerate", rate, "-i", "pipe:0"),
        # Players want colours at half the size, and so even numbers of pixels; and they guess how the colours are
        # meant, by the size, where the file does not say it.
        *("-an", "-vf", f"{even},scale=out_color_matrix=bt709", "-pix_fmt", "yuv420p"),
        # Thin lines and small type: half the error of the usual 23, in a file that is half as large again.
        *("-crf", "18"),
        *("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"),
        *("-movflags", "+faststart", "-f", "mp4", str(target)),
    ]


def _feed(
    process: subprocess.Popen[bytes], animation_frames: AnimationFrames, frames: Iterator[bytes], stop: Event
) -> None:
    """Hand all frames over, the last one as often as it stays; end the process when the export is stopped."""
    assert process.stdin is not None
    over = Event()

    def watch() -> None:
        # A process that takes nothing more would hold up the hand-over for ever.
        while not over.wait(LOOK_S):
            if stop.is_set():
                process.kill()
                return

    watcher = Thread(target=watch, name="video")
    watcher.start()
    try:
        frame = b""
        for frame in frames:
            process.stdin.write(frame)
        for _ in range(round(LAST_FRAME_MS / 1000 * animation_frames.frames_per_second) - 1):
            process.stdin.write(frame)
    except OSError:
        # It has ended by itself; its output states why.
        pass
    finally:
        with suppress(OSError):
            process.stdin.close()
        if stop.is_set():
            process.kill()
        process.wait()
        over.set()
        watcher.join()


def _failed(reason: str) -> RefusedError:
    sentence = QCoreApplication.translate(
        "Export", "The video encoder {program} failed: {reason}. Choose GIF or WebP instead."
    )
    return RefusedError(sentence.format(program=ENCODER, reason=reason.rstrip(".")))
