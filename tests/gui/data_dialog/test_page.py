"""What the pages share: numbers under names of their own, refused outside their range, and the seed's words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.data.dataset_spec import DatasetSpec
from gui.data_dialog.page import LARGEST_SEED, DataPage


class Page(DataPage):
    """The least that a page is: a number and a seed."""

    def __init__(self) -> None:
        super().__init__("some_page")
        self.add_row("noise", False, 0, 50, 12.5)
        self.add_row("seed", True, 0, LARGEST_SEED, 7)
        self.column.addWidget(self.rows)
        self._retranslate()

    def choice(self) -> DatasetSpec:
        return DatasetSpec(noise=self.values["noise"] / 100, seed=int(self.values["seed"]))

    def show_choice(self, choice: DatasetSpec) -> None:
        self.set_value("noise", 100 * choice.noise)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.set_texts("noise", "Noise, %", "tip")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    return page


def line(page: Page, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, f"some_page_{name}")
    assert isinstance(found, QLineEdit)
    return found


def enter(page: Page, name: str, text: str, qtbot: QtBot) -> None:
    field = line(page, name)
    field.selectAll()
    qtbot.keyClicks(field, text)
    field.editingFinished.emit()


def test_a_rows_first_number_is_shown_and_said(page: Page) -> None:
    assert page.values == {"noise": 12.5, "seed": 7}
    assert (line(page, "noise").text(), line(page, "seed").text()) == ("12.5", "7")


def test_a_number_that_is_entered_is_taken_under_its_short_name_and_told(page: Page, qtbot: QtBot) -> None:
    told: list[dict[str, float]] = []
    page.changed.connect(lambda: told.append(dict(page.values)))
    enter(page, "noise", "50", qtbot)
    assert told == [{"noise": 50.0, "seed": 7}] and page.choice() == DatasetSpec(noise=0.5, seed=7)


@pytest.mark.parametrize(
    ("name", "text"), [("noise", "50.1"), ("noise", "-1"), ("seed", "1.5"), ("seed", str(2**31))]
)
def test_a_number_out_of_its_range_is_not_taken(page: Page, qtbot: QtBot, name: str, text: str) -> None:
    told: list[bool] = []
    page.changed.connect(lambda: told.append(True))
    enter(page, name, text, qtbot)
    assert told == [] and page.values == {"noise": 12.5, "seed": 7}
    assert line(page, name).property("refused") is True


def test_the_largest_seed_is_let_through(page: Page, qtbot: QtBot) -> None:
    enter(page, "seed", str(2**31 - 1), qtbot)
    assert page.values["seed"] == 2_147_483_647


def test_showing_a_number_tells_nothing(page: Page) -> None:
    told: list[bool] = []
    page.changed.connect(lambda: told.append(True))
    page.show_choice(DatasetSpec(noise=0.25))
    assert told == [] and line(page, "noise").text() == "25" and page.values["noise"] == 25


def test_the_seed_is_explained_on_every_page(page: Page) -> None:
    assert line(page, "seed").accessibleName() == "Seed"
    assert line(page, "seed").toolTip() == "The same seed gives the same examples"
