"""After an edit what came of its update is of before, until others of it come."""

from __future__ import annotations

from dataclasses import replace

from gui.presenters.edited_terms import EditedTerms
from tests.gui.ledger.answers import answers


def test_what_has_come_of_an_update_is_of_before_an_edit_of_it() -> None:
    terms, losses = EditedTerms(), replace(answers(), run=2, update=8, measurement=5)
    # Nothing has come yet.
    assert not terms.note_edit(2, 8) and not terms.is_before_edit(losses)
    terms.take(losses)
    assert not terms.note_edit(3, 8) and not terms.note_edit(2, 9) and not terms.is_before_edit(losses)
    assert terms.note_edit(2, 8) and terms.is_before_edit(losses)
    anew = replace(losses, measurement=6)
    terms.take(anew)
    assert not terms.is_before_edit(anew)
    # Those of another engine, which counts anew, are of after it, too.
    assert terms.note_edit(2, 8)
    again = replace(losses, measurement=1)
    terms.take(again)
    assert not terms.is_before_edit(again)
    terms.take(None)
    assert not terms.note_edit(2, 8)
