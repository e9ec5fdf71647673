"""Sessions as files: looked at before they are read, and never half written."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from core.session.container import MAX_BYTES, STEP_BYTES, is_session, packing, unpacking
from core.session.errors import SessionError, reading_error, writing_error
from core.session.session import Session, describing, restoring
from core.session.steps import Steps, part
from core.steps import result_of

SUFFIX = ".backlight"
# As much of a file as it takes to see what it is: the metadata come first in its header.
_START = 4096
_NEW = ".backlight-"
OLD_S = 3600.0
# After so many bytes the disk is waited for: its last ones then take no longer than the others.
SYNC_BYTES = 8 << 20


def read_session(path: str) -> Session:
    """The session in this file, at once; raises as `reading` does."""
    return result_of(reading(path))


def reading(path: str) -> Steps[Session]:
    """The session in this file.

    Raises
    ------
    SessionError
        When it can't be read, is no session, or not as it was written.
    """
    if "\0" in path:
        raise SessionError("not_there")
    try:
        # A pipe or a device might never end.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise SessionError("not_ordinary")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise SessionError("too_large", count=size, limit=MAX_BYTES)
            found = yield from part(unpacking(file, size), 0.0, 0.6)
    except OSError as error:
        raise reading_error(error) from error
    return (yield from part(restoring(*found), 0.6, 1.0))


def looks_like_session(path: str) -> bool:
    """Whether the file there calls itself a session; False for whatever can't be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return is_session(file.read(_START))
    except (OSError, ValueError):
        return False


def seal_of(path: str) -> bytes:
    """What tells what is in the session at `path` apart: how it begins, with its checksum; b"" where there is none."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return b""
        with open(path, "rb") as file:
            start = file.read(_START)
    except (OSError, ValueError):
        return b""
    return start if is_session(start) else b""


def write_session(path: str, session: Session) -> None:
    """Write the session there, at once; raises as `writing` does."""
    result_of(writing(path, session))


def writing(path: str, session: Session) -> Steps[None]:
    """Write the session there, in place of what is there: whole or not at all.

    Raises
    ------
    SessionError
        When it can't be written; what is there stays as it was.
    """
    if "\0" in path:
        raise SessionError("no_folder")
    try:
        yield from _replacing(path, session)
    except OSError as error:
        raise writing_error(error) from error


def _replacing(path: str, session: Session) -> Steps[None]:
    # A link stays a link: the file that it leads to is replaced.
    target = Path(os.path.realpath(path))
    mode = 0o666 & ~_umask()
    with suppress(FileNotFoundError):
        there = target.stat()
        if not stat.S_ISREG(there.st_mode):
            raise SessionError("not_ordinary")
        if not os.access(target, os.W_OK):
            raise SessionError("read_only")
        mode = stat.S_IMODE(there.st_mode)
    # Opened to be read only, it says whether such a name can be at all.
    with suppress(FileNotFoundError):
        os.close(os.open(target, os.O_RDONLY))
    # Its own name may be as long as names can be.
    number, name = tempfile.mkstemp(prefix=_NEW, dir=target.parent)
    new = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            description, tensors = yield from part(describing(session), 0.0, 0.3)
            packed = yield from part(packing(description, tensors), 0.3, 0.5)
            done = told = synced = 0
            for piece in packed.pieces():
                file.write(piece)
                done += len(piece)
                if done - synced >= SYNC_BYTES:
                    synced = done
                    _sync(file)
                if done - told >= STEP_BYTES:
                    told = done
                    yield 0.5 + 0.5 * done / packed.size
            _sync(file)
        os.chmod(new, mode)
        os.replace(new, target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    _sync_folder(target.parent)
    _clear_old(target)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _clear_old(written: Path) -> None:
    """Let go of what others have left who were killed while they saved here, an hour ago or longer."""
    with suppress(OSError):
        now_s = written.stat().st_mtime
        for left in written.parent.glob(_NEW + "*"):
            if now_s - left.stat().st_mtime > OLD_S and left != written:
                left.unlink()


def _umask() -> int:
    # There is no other way to read it.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk, too, where a system can do that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
