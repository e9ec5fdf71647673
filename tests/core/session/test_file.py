"""A file is read when it is one, and written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.session import container
from core.session import file as file_module
from core.session.errors import SessionError
from core.session.file import looks_like_session, read_session, write_session
from tests.core.engine.frame_samples import same
from tests.core.session.sample_sessions import sample_bytes, sample_session

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refusal(path: Path | str) -> str:
    with pytest.raises(SessionError) as error:
        read_session(str(path))
    return error.value.code


def refusal_to_write(path: Path | str) -> str:
    with pytest.raises(SessionError) as error:
        write_session(str(path), sample_session())
    return error.value.code


@pytest.mark.parametrize(
    "name",
    ["a.backlight", "two words", "数字 🖍.backlight", "n" * 250, ".hidden", "a"],
    ids=lambda name: name[:9],
)
def test_it_is_read_as_it_was_written_whatever_its_name_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for _ in range(2):
        write_session(str(path), sample_session())
        assert same(read_session(str(path)), sample_session())
    assert path.read_bytes() == sample_bytes() and list(tmp_path.iterdir()) == [path]
    assert looks_like_session(str(path))


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none") == "not_there" and refusal(tmp_path) == "not_ordinary"
    assert refusal(tmp_path / ("n" * 300)) == "not_there" and refusal("a\0b") == "not_there"
    for path in (tmp_path, tmp_path / "none", "a\0b"):
        assert not looks_like_session(str(path))


@on_posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "not_ordinary" and refusal("/dev/zero") == "not_ordinary"
    assert not looks_like_session(str(tmp_path / "pipe")) and not looks_like_session("/dev/zero")
    assert refusal_to_write(tmp_path / "pipe") == "not_ordinary"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        # It takes no room on the disk.
        file.truncate(3_000_000_000)
    assert refusal(path) == "too_large"


def test_where_it_cannot_be_written_the_reason_is_said(tmp_path: Path) -> None:
    assert refusal_to_write(tmp_path / "gone" / "a") == "no_folder"
    assert refusal_to_write(tmp_path / ("n" * 300)) == "long_name"
    assert refusal_to_write(tmp_path) == "not_ordinary" and refusal_to_write("a\0b") == "no_folder"
    (tmp_path / "a").touch()
    assert refusal_to_write(tmp_path / "a" / "b") == "no_folder"


@pytest.mark.parametrize("step", ["fdopen", "fsync", "chmod", "replace"])
def test_a_disk_that_is_full_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(first: object, *_: object, **__: object) -> None:
        if step == "fdopen":
            os.close(first)  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file_module.os, step, fail)
    assert refusal_to_write(path) == "no_space"
    monkeypatch.undo()
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_who_stops_writing_at_any_step_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (file_module, container):
        monkeypatch.setattr(module, "STEP_BYTES", 512)
    path = tmp_path / "a"
    path.write_bytes(b"old")
    count = len(list(file_module.writing(str(path), sample_session())))
    assert count > 10 and path.read_bytes() == sample_bytes()
    path.write_bytes(b"old")
    for stop in range(1, count + 1):
        steps = file_module.writing(str(path), sample_session())
        shares = [next(steps) for _ in range(stop)]
        assert shares[0] > 0 and shares == sorted(shares) and shares[-1] <= 1
        steps.close()
        assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_the_disk_is_waited_for_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(file_module.os, "fsync", lambda number: synced.append(os.fstat(number).st_size))
    monkeypatch.setattr(file_module, "SYNC_BYTES", 1000)
    write_session(str(tmp_path / "a"), sample_session())
    # The last one is the folder's.
    sizes = [0, *synced[:-1]]
    assert sizes[-1] == len(sample_bytes()) and len(sizes) > 5
    # No array of the sample is larger than this.
    assert max(after - before for before, after in zip(sizes[:-1], sizes[1:], strict=True)) < 30_000


@on_posix
def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "real", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_session(str(link), sample_session())
    assert link.is_symlink() and target.read_bytes() == sample_bytes()
    assert target.stat().st_mode & 0o777 == 0o640


@on_posix
def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    # Whoever may do everything is asked as if they might not.
    monkeypatch.setattr(file_module.os, "access", lambda *_: False)
    assert refusal_to_write(path) == "read_only" and path.read_bytes() == b"old"


def test_what_was_left_by_a_saving_that_was_killed_goes_with_a_later_one(tmp_path: Path) -> None:
    old, new = tmp_path / ".backlight-old", tmp_path / ".backlight-new"
    for left in (old, new):
        left.write_bytes(b"half")
    then = new.stat().st_mtime - 2 * file_module.OLD_S
    os.utime(old, (then, then))
    write_session(str(tmp_path / "a"), sample_session())
    # Another window may be writing the newer one.
    assert not old.exists() and new.exists()
