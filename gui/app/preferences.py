"""What is chosen once and kept, in one dialog; each choice is taken at once, and can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QStyle,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.app import commands as c
from gui.app.app_state import KEPT, AppState
from gui.app.key_bindings import KeyBindings
from gui.app.keys_page import KeysPage
from gui.app.mnemonics import plain
from gui.app.settings import LARGEST_SCALE, LEAST_HISTORY_MB, MOST_HISTORY_MB, SIZES, SMALLEST_SCALE
from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.widgets.buttons import close_box, set_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.dialog_size import resize_within_screen, room_on_screen, type_width, width_on_screen
from gui.widgets.labels import new_label
from gui.widgets.number_field import NumberField
from gui.widgets.number_text import percents, whole
from gui.widgets.opened_anew import begin_at_first_stop, forget_keyboard
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

SWITCHES = ("waves", "reduced_motion", "single_letters")
LISTS = ("theme", "language", "scale", "edge_budget")
# Which group of actions has the words of a list's lines.
_GROUPS = {"theme": "theme", "language": "language", "edge_budget": "edges"}
# All tenths, and what the keys lead to.
SCALES = tuple(
    sorted(
        {
            *SIZES,
            *(tenths / 10 for tenths in range(round(10 * SMALLEST_SCALE), round(10 * LARGEST_SCALE) + 1)),
        }
    )
)
# At 100 %, both ways.
SIZE_PX = 480.0
# Around the pages, on each side.
FRAME = QStyle.PixelMetric.PM_DefaultFrameWidth


class Preferences(Translated, QDialog):
    """Two pages: what one sees and what is kept, and the keys.

    It blocks nothing, so that one sees at once what a choice does.

    Parameters
    ----------
    bindings : KeyBindings
        Its actions are those of the window: a choice has the same words here as in a menu.
    """

    command_wanted = Signal(object)

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._bindings = bindings
        self._before, self._now = AppState(), AppState()
        values: dict[str, tuple[object, ...]] = {
            name: tuple(
                action.data()
                for action in bindings.actions.values()
                if action.objectName().startswith(f"action_{group}_")
            )
            for name, group in _GROUPS.items()
        }
        self._boxes = {name: ChoiceBox(f"preference_{name}", values.get(name, SCALES)) for name in LISTS}
        for name, box in self._boxes.items():
            box.chosen.connect(lambda value, n=name: self._choose(n, value))
        self._labels = {name: QLabel() for name in LISTS}
        self._switches = {name: QCheckBox() for name in SWITCHES}
        for name, switch in self._switches.items():
            switch.setObjectName(f"preference_{name}")
            switch.toggled.connect(lambda on, n=name: self.command_wanted.emit(c.Choose(n, on)))
        self._form = QFormLayout()
        for name, box in self._boxes.items():
            self._labels[name].setBuddy(box)
            self._form.addRow(self._labels[name], box)
        for switch in self._switches.values():
            self._form.addRow(switch)
        self._history = NumberField("preference_history_mb", True, LEAST_HISTORY_MB, MOST_HISTORY_MB)
        self._history.value_entered.connect(lambda mb: self.command_wanted.emit(c.Choose("history_mb", mb)))
        self._history_label, self._history_note = QLabel(), new_label("history_note", "caption", wraps=True)
        self._history_label.setBuddy(self._history)
        self._form.addRow(self._history_label, self._history)
        self._form.addRow(self._history.note)
        self._form.addRow(self._history_note)
        self._look = QWidget()
        self._look.setLayout(self._form)
        self._keys = KeysPage(bindings)
        self._keys.keys_wanted.connect(lambda keys: self.command_wanted.emit(c.Choose("keys", keys)))
        self._pages = QTabWidget()
        self._pages.setObjectName("preference_pages")
        # With large type on a small screen they scroll.
        self._areas = scrolling("look_area", self._look), scrolling("keys_area", self._keys)
        for area in self._areas:
            self._pages.addTab(area, "")
        self._note = new_label("preferences_note", "caption", wraps=True)
        self._reset, self._revert = QPushButton(), QPushButton()
        self._reset.setObjectName("usual_preferences")
        self._reset.clicked.connect(lambda: self._take(AppState()))
        self._revert.setObjectName("revert_preferences")
        self._revert.clicked.connect(lambda: self._take(self._before))
        self._buttons = close_box()
        self._buttons.addButton(self._reset, QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.addButton(self._revert, QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            # Enter in a list or a field is not meant for them.
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        self._column = QVBoxLayout(self)
        for part in (self._pages, self._note, self._buttons):
            self._column.addWidget(part)
        self._type = FittingType(self, self._needed_width, self._dress, self._look)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes, and type that is no larger than the screen has room for."""
        self._type.set_theme(theme, room=min(theme.px(SIZE_PX), room_on_screen(self).width()))
        resize_within_screen(self, theme.px(SIZE_PX), theme.px(SIZE_PX))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            begin_at_first_stop(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            forget_keyboard(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(width_on_screen(self))

    def _needed_width(self) -> float:
        """What the pages, the bars that scroll them, the tabs and the buttons need."""
        edges, frame = self._column.contentsMargins(), self._pages.style().pixelMetric(FRAME)
        pages = ((area, area.widget()) for area in self._areas)
        inside = max(
            width_with_bar(area, page.minimumSizeHint().width()) for area, page in pages if page is not None
        )
        least = self.minimumSizeHint()
        needed = max(inside + 2 * frame + edges.left() + edges.right(), least.width())
        return type_width(self, needed, least.height() - self._areas[0].minimumSizeHint().height())

    def _dress(self, theme: Theme) -> None:
        margin = round(theme.px(12))
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(theme.px(8)))
        self._form.setContentsMargins(margin, margin, margin, margin)
        self._form.setHorizontalSpacing(round(theme.px(10)))
        self._form.setVerticalSpacing(round(theme.px(8)))
        for label in (*self._labels.values(), self._history_label):
            label.setFont(theme.font("body"))
        self._keys.set_theme(theme)

    def begin(self, now: AppState, page: str = "look") -> None:
        """Open at "look" or "keys"; what is so now can be brought back."""
        if not self.isVisible():
            self._before = now
        self.show_state(now)
        self._pages.setCurrentWidget(self._areas[page == "keys"])
        self.show()
        self.raise_()
        self.activateWindow()

    def show_state(self, now: AppState) -> None:
        """Show what is in force."""
        self._now = now
        # A size of an older file may be none of the lines.
        self._boxes["scale"].setPlaceholderText(percents(whole(100 * now.scale_in_force)))
        for name, box in self._boxes.items():
            box.show_value(now.scale_in_force if name == "scale" else getattr(now, name))
        self._history.show_value(now.history_mb)
        for name, switch in self._switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(getattr(now, name))
        self._switches["waves"].setEnabled(not now.reduced_motion)
        self._revert.setEnabled(any(getattr(now, n) != getattr(self._before, n) for n in KEPT))
        usual = AppState()
        self._reset.setEnabled(any(getattr(now, n) != getattr(usual, n) for n in KEPT))

    def _choose(self, name: str, value: object) -> None:
        # Each layout has a size of its own: the one that is shown is the one that is chosen.
        is_projected = name == "scale" and self._now.layout == "projector"
        self.command_wanted.emit(c.Choose("projector_scale" if is_projected else name, value))

    def _take(self, wanted: AppState) -> None:
        others = [name for name in KEPT if getattr(wanted, name) != getattr(self._now, name)]
        # One by one, each might be another look for the whole window.
        self.command_wanted.emit(c.ChooseSeveral(tuple((name, getattr(wanted, name)) for name in others)))

    def _action(self, name: str) -> QAction:
        return self._bindings.actions[f"action_{name}"]

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.setAccessibleName(self.tr("Preferences"))
        self.setWhatsThis(
            self.tr("What is chosen here is kept for the next time. Every choice is taken at once.")
        )
        self._pages.setAccessibleName(self.tr("Pages of the preferences"))
        self._pages.setTabText(0, self.tr("General"))
        self._pages.setTabText(1, self.tr("Keys"))
        for name, text, tip in (
            ("theme", self.tr("&Theme"), self.tr("Dark or light")),
            ("language", self.tr("&Language"), self.tr("The language of every text")),
            ("scale", self.tr("&Size of type"), self.tr("Size of type, lines and spacing")),
            (
                "edge_budget",
                self.tr("&Connections drawn"),
                self.tr("How many connections of each neuron are drawn, the strongest first"),
            ),
        ):
            self._labels[name].setText(text)
            lines = {scale: percents(whole(100 * scale)) for scale in SCALES}
            if name in _GROUPS:
                group = _GROUPS[name]
                box = self._boxes[name]
                data = (box.itemData(i) for i in range(box.count()))
                lines = {value: plain(self._action(f"{group}_{value}").text()) for value in data}
            self._boxes[name].set_texts(plain(text), tip, lines)
        self._history_label.setText(self.tr("&Memory for the past, in MB"))
        note = self.tr(
            "States of all runs are kept in it to go back to. With less, fewer are kept, at once: to show an earlier"
            " update again takes longer."
        )
        self._history_note.setText(note)
        self._history.set_texts(plain(self._history_label.text()), note)
        self._history.describe(note)
        for name, switch in self._switches.items():
            action = self._action(name)
            set_words(switch, plain(action.text()), action.whatsThis())
        self._note.setText(self.tr("Every choice is taken at once, and kept for the next time."))
        set_words(self._reset, self.tr("Usual settings"), self.tr("As Backlight came, keys too"))
        set_words(self._revert, self.tr("Take changes back"), self.tr("As it was when this dialog opened"))
