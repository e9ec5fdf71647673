"""What is said of a table names no control that may not be there."""

import pytest

from core.data.refusals import SENTENCES
from gui.data_dialog.refusal_of_tables import sentences_of_tables


@pytest.mark.parametrize("code", sentences_of_tables())
def test_it_is_the_engines_sentence_in_english(code: str) -> None:
    assert sentences_of_tables()[code] == SENTENCES[code]


def test_a_column_is_to_be_chosen_only_where_there_is_a_choice() -> None:
    said = {code for code, sentence in sentences_of_tables().items() if "choose" in sentence}
    assert said == {"labels_elsewhere", "many_labels_elsewhere", "no_label_column"}
