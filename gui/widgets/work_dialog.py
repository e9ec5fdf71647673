"""A dialog that begins work which takes a while, shows how far it is, and can stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.theme.fitting_type import FittingType
from gui.theme.tokens import Theme
from gui.widgets.announcement import WARNING, announce, spoken
from gui.widgets.dialog_size import resize_within_screen, room_on_screen, type_width, width_on_screen
from gui.widgets.labels import new_label
from gui.widgets.layouts import Part, column, fill
from gui.widgets.opened_anew import begin_at_first_stop, forget_keyboard
from gui.widgets.refusal_area import RefusalArea
from gui.widgets.tabs_and_scrolling import scrolling, width_with_bar
from gui.widgets.translated import Translated

PERCENT = 100
# Of its choices at least so many lines are in sight above a refusal.
LEAST_LINES = 1.5


class WorkDialog(Translated, QDialog):
    """Subclasses choose what is to be done; meanwhile nothing else can be chosen, and Cancel stops it before it closes.

    It is as large as its choices need, and never larger than the screen: there they have smaller type, and at last
    scroll, while what it says and its buttons stay in sight.

    Parameters
    ----------
    name, prefix : str
        Its object name, and how those of its choices' area, its sentence and its progress begin.
    begin_name, cancel_name : str
        The object names of its two buttons.
    width_px, height_px : float
        At least, at 100 %, as far as the screen has room.
    """

    cancel_wanted = Signal()
    """The work shall stop."""
    rested = Signal()
    """No work is under way any more."""

    def __init__(
        self,
        name: str,
        prefix: str,
        begin_name: str,
        cancel_name: str,
        width_px: float,
        parent: QWidget | None = None,
        height_px: float = 0,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._width_px, self._height_px = width_px, height_px
        self._busy = False
        # It quotes a path.
        self._refusal = new_label(f"{prefix}_refusal", "error", wraps=True, is_plain=True)
        self._refusal.hide()
        self._refusal_area = RefusalArea(f"{prefix}_refusal_area", self._refusal)
        self._progress = QProgressBar()
        self._progress.setObjectName(f"{prefix}_progress")
        self._progress.setRange(0, PERCENT)
        self._begin, self._cancel = QPushButton(), QPushButton()
        self._begin.setObjectName(begin_name)
        self._cancel.setObjectName(cancel_name)
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(self._begin, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        # A button's letter clicks it 100 ms later; by then Esc may have closed the dialog.
        self._buttons.accepted.connect(lambda: self._on_accepted() if self.isVisible() else None)
        self._buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._content = QWidget()
        self._choices = column(self._content)
        self._area = scrolling(f"{prefix}_area", self._content)
        # Of the dialog before the work, and with its progress.
        self._heights = (0, 0)
        self._type = FittingType(self, self._needed_width, self._dress, self._content)

    def set_theme(self, theme: Theme) -> None:
        """Take on this theme's sizes, and type that is no larger than the screen has room for."""
        self._type.set_theme(theme)
        if not self.isVisible():
            self._fit()
        self._make_room()

    def show_busy(self, busy: bool) -> None:
        """Whether the work is under way."""
        before, self._busy = self.height(), busy
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        self._begin.setEnabled(not busy)
        if busy:
            self._refusal.hide()
        elif before == self._heights[1]:
            # Nobody has made it higher or lower since the work began: its progress leaves no empty place.
            self._column.update()
            self._column.activate()
            self.resize(self.width(), self._heights[0])
        self._make_room()
        self._heights = (before, self.height()) if busy else (0, 0)
        if not busy:
            self.rested.emit()

    @property
    def is_busy(self) -> bool:
        """Whether the work is under way."""
        return self._busy

    def show_progress(self, share: float) -> None:
        """So much is done, from 0 to 1."""
        self._progress.setValue(round(PERCENT * share))

    def show_error(self, sentence: str) -> None:
        """Say why it is not done, and what would be right."""
        self.show_busy(False)
        self._say(WARNING + sentence)

    def _say(self, words: str) -> None:
        """Show this below the choices; who listens hears it, for the keyboard is elsewhere."""
        self._refusal.setText(words)
        self._refusal.show()
        self._make_room()
        self._announce_said()

    def _announce_said(self) -> None:
        if self.isVisible() and not self._refusal.isHidden():
            announce(self, spoken(self._refusal.text()))

    def reject(self) -> None:
        """Cancel: stops the work first, then closes."""
        if self._busy:
            self.cancel_wanted.emit()
        else:
            super().reject()

    def _place(self, *choices: Part, above: QWidget | None = None) -> None:
        """The choices, above what the work has to say and the buttons; and what stays in sight above them."""
        fill(self._choices, *choices)
        self._fixed = (self._buttons,) if above is None else (above, self._buttons)
        fill(
            self._column,
            *self._fixed[:-1],
            (self._area, 1),
            self._refusal_area,
            self._progress,
            self._buttons,
        )
        self._progress.hide()
        # Only now the buttons are the dialog's: before, Qt would make another one the default.
        self._begin.setDefault(True)

    def _on_accepted(self) -> None:
        """Begin, if what is chosen can be done."""

    # --- its size

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.spontaneous():
            # It was only out of sight, and is as large as it was.
            return
        self._fit()
        begin_at_first_stop(self)
        # What was said before it opened.
        self._announce_said()
        # Once more when every part has the sizes of its type.
        QTimer.singleShot(0, self, self._fit)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            forget_keyboard(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type.fit(width_on_screen(self))
        self._share_height()

    def _dress(self, theme: Theme) -> None:
        """Give all parts the sizes that the style sheet does not give."""
        margin = round(theme.px(14))
        self._column.setContentsMargins(margin, margin, margin, margin)
        for layout in (self._column, self._choices):
            layout.setSpacing(round(theme.px(10)))

    def _fit(self) -> None:
        """Be so large that nothing scrolls, as far as the screen has room."""
        self._lead_to_buttons_last()
        theme, room = self._type.window_theme, room_on_screen(self)
        self._type.fit(room.width())
        width = min(room.width(), max(round(theme.px(self._width_px)), self._least_width()))
        self.setMinimumWidth(min(width, round(theme.px(self._width_px))))
        resize_within_screen(self, width, max(theme.px(self._height_px), self._needed_height(width)))
        self._share_height()

    def _lead_to_buttons_last(self) -> None:
        """Tab goes through all that is chosen first, also through pages that were made after the buttons."""
        buttons = [button for button in self._buttons.buttons() if isinstance(button, QWidget)]
        last = self._last_stop_but(*buttons)
        # Their box hands the keyboard on to the first of them: among the choices, it would have Tab leave them there.
        first = self._buttons.focusProxy()
        self._buttons.setFocusProxy(None)  # type: ignore[arg-type]
        # Qt moves only what takes the keyboard.
        self._buttons.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for button in (self._buttons, *buttons):
            if last is not None:
                QWidget.setTabOrder(last, button)
            last = button
        self._buttons.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons.setFocusProxy(first)  # type: ignore[arg-type]

    def _last_stop_but(self, *others: QWidget) -> QWidget | None:
        """The last stop of Tab that is none of these; None where there is none."""
        last = self.previousInFocusChain()
        while last is not None and last is not self:
            if last not in others and last.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return last
            last = last.previousInFocusChain()
        return None

    def _make_room(self) -> None:
        """Be no lower than what it says now needs; who has made it larger keeps that."""
        if self.isVisible():
            resize_within_screen(self, self.width(), max(self.height(), self._needed_height(self.width())))
            self._share_height()

    def _share_height(self) -> None:
        """Give the refusal all the height that it needs, as far as the choices can scroll above it."""
        edges, least = self._column.contentsMargins(), round(LEAST_LINES * self.fontMetrics().lineSpacing())
        self._area.setMinimumHeight(least)
        others = self._height_of(
            self.width(), *self._fixed, *([] if self._progress.isHidden() else [self._progress])
        )
        room = self.height() - others - least - 2 * self._column.spacing()
        self._refusal_area.take_room(self.width() - edges.left() - edges.right(), room)

    def _least_width(self) -> int:
        """What the choices, the bar that scrolls them, and the buttons need, in px."""
        edges = self._column.contentsMargins()
        choices = round(width_with_bar(self._area, self._content.minimumSizeHint().width()))
        return max(choices, self._buttons.minimumSizeHint().width()) + edges.left() + edges.right()

    def _needed_width(self) -> float:
        return type_width(self, self._least_width(), self._height_of(self.width(), *self._fixed))

    def _needed_height(self, width: int) -> int:
        said = [part for part in (self._refusal, self._progress) if not part.isHidden()]
        return self._height_of(width, self._content, *said, *self._fixed)

    def _height_of(self, width: int, *parts: QWidget) -> int:
        """How high these are one below the other, in px, in a dialog that is so wide, beside the area's bar."""
        edges = self._column.contentsMargins()
        inside = round(width - edges.left() - edges.right() - width_with_bar(self._area, 0))
        heights = [
            part.heightForWidth(inside) if part.hasHeightForWidth() else part.sizeHint().height()
            for part in parts
        ]
        return edges.top() + sum(heights) + (len(parts) - 1) * self._column.spacing() + edges.bottom()
