"""Every reason is one sentence with its fields filled in."""

from __future__ import annotations

import errno
import re

import pytest

from core.session.errors import SENTENCES, SessionError, reading_error, writing_error


@pytest.mark.parametrize("code", SENTENCES)
def test_each_code_is_a_sentence_that_says_what_would_be_right(code: str) -> None:
    # A reason at the end of a sentence is one itself.
    fields = {
        name: "7." if SENTENCES[code].endswith(f"{{{name}}}") else "7"
        for name in re.findall(r"{(\w+)}", SENTENCES[code])
    }
    error = SessionError(code, **fields)
    assert error.code == code and error.fields == fields
    assert str(error).endswith(".") and ":" in str(error) and "{" not in str(error)


def test_what_a_file_says_is_neither_printed_as_it_is_nor_at_any_length() -> None:
    error = SessionError("damaged", reason="a\x1b[2J\n" + "b" * 5000)
    assert error.fields["reason"].startswith("a?[2J?bbb") and len(str(error)) < 300


@pytest.mark.parametrize(
    ("number", "reading", "writing"),
    [
        (errno.ENOENT, "not_there", "no_folder"),
        (errno.EACCES, "not_allowed", "read_only"),
        (errno.EROFS, "unreadable", "read_only"),
        (errno.ENOSPC, "unreadable", "no_space"),
        (errno.ENAMETOOLONG, "not_there", "long_name"),
        (errno.EIO, "unreadable", "not_written"),
    ],
)
def test_the_systems_reasons_have_sentences_of_their_own(number: int, reading: str, writing: str) -> None:
    error = OSError(number, "as the system says")
    assert reading_error(error).code == reading and writing_error(error).code == writing
    assert reading_error(OSError("no number")).fields["reason"] == "no number"
