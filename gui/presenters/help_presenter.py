"""Help: its page beside the picture, frames around what is read about, and what has the keyboard explained."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from gui.app.window_frame import WindowFrame
from gui.help.spotlight import Spotlight
from gui.network.interaction.explanations import explanations
from gui.network.view import NetworkView
from gui.widgets.announcement import announce
from gui.widgets.qt_overrides import ReportsExceptions
from gui.widgets.whats_this_box import name_box, plain_words

if TYPE_CHECKING:
    from gui.app.command_palette import CommandPalette
    from gui.help.help_page import HelpPage
    from gui.help.help_texts import Suggestion


class HelpPresenter(ReportsExceptions, QObject):
    """One concern: whoever asks what this is.

    Parameters
    ----------
    issue : callable
        Issues a command; what is suggested to be tried consists of such.
    """

    def __init__(
        self, window: WindowFrame, issue: Callable[[object], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._issue = issue
        actions = window.actions_
        actions["action_help"].triggered.connect(self.toggle_page)
        actions["action_marks"].triggered.connect(self.show_marks)
        actions["action_whats_this"].triggered.connect(self.explain)
        actions["action_commands"].triggered.connect(self.show_commands)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LeaveWhatsThisMode:
            # Where the pointer has asked its box opens next.
            QTimer.singleShot(0, self, self._name_pointed)
        return False

    @cached_property
    def _page(self) -> HelpPage:
        # Loaded and made when it is first asked for, as is all else of help: it would add to the start of the app.
        from gui.help.help_page import HelpPage

        page = HelpPage()
        page.closed.connect(self.close_page)
        page.marks_wanted.connect(self.show_marks)
        page.part_pointed.connect(self._show_part)
        page.part_left.connect(lambda: self._spotlight.show_rects(()))
        page.suggestion_taken.connect(self._take)
        self._window.tabs.currentChanged.connect(lambda _: self._spotlight.show_rects(()))
        return page

    @cached_property
    def _spotlight(self) -> Spotlight:
        return Spotlight(self._window)

    def toggle_page(self) -> None:
        """Bring the page to the front; put it away where it is there already."""
        if self._window.tabs.currentWidget() is self._page and self._page.isVisible():
            self.close_page()
            return
        self._show_what_is_there()
        self._window.show_help(self._page)
        self._page.setFocus()

    def close_page(self) -> None:
        """Put the page away, and give the keyboard back to the network."""
        self._spotlight.show_rects(())
        self._window.network_area.take_keyboard(Qt.FocusReason.OtherFocusReason)
        self._window.show_help(None)

    @cached_property
    def _palette(self) -> CommandPalette:
        from gui.app.command_palette import CommandPalette

        window = self._window
        return CommandPalette(window.menus, window, window.function_set_panel.commands)

    def show_marks(self) -> None:
        """List every kind of mark with its number."""
        from gui.app.mark_legend_page import show_mark_legend

        show_mark_legend(self._window, self._window.theme)

    def show_commands(self) -> None:
        """List every command by name."""
        self._palette.set_theme(self._window.theme)
        self._palette.show_all()

    def explain(self) -> None:
        """Let the pointer ask; asked again meanwhile, explain what has the keyboard."""
        from gui.help.setting_explanations import explain_settings

        # Now, because rows come and go, and so does the language.
        explain_settings(self._window.findChildren(QWidget))
        if not QWhatsThis.inWhatsThisMode():
            QWhatsThis.enterWhatsThisMode()
            # The pointer has another shape now: who has none would not know.
            self._window.message_bar.show_message(self._asking)
            return
        QWhatsThis.leaveWhatsThisMode()
        self._window.message_bar.withdraw(self._asking)
        focused = QApplication.focusWidget()
        if focused is not None:
            text, owner = explanation_of(focused)
            if text:
                middle = QPoint(owner.width() // 2, owner.height() // 2)
                QWhatsThis.showText(owner.mapToGlobal(middle), text, owner)
                name_box(text)
                # The box moves no keyboard: nobody would hear of it.
                announce(focused, plain_words(text))

    def _name_pointed(self) -> None:
        pointed = QApplication.widgetAt(QCursor.pos())
        text = "" if pointed is None else explanation_of(pointed)[0]
        if name_box(text) and pointed is not None:
            announce(pointed, plain_words(text))

    def _asking(self) -> str:
        key = self._window.key_bindings.words()["action_whats_this"]
        if not key:
            return self.tr("Click what is to be explained. Esc ends this.")
        text = self.tr(
            "Click what is to be explained, or press {key} again: then it is what has the keyboard. Esc ends this."
        )
        return text.format(key=key)

    def _show_what_is_there(self) -> None:
        self._page.show_part("map", bool(self._window.network_view.part_rects("map")))

    def _show_part(self, part: str) -> None:
        """Frame the part where it is on screen."""
        # Other data may have been chosen while the page was open.
        self._show_what_is_there()
        self._spotlight.set_theme(self._window.theme)
        self._spotlight.show_rects(self._rects_of(part))

    def _rects_of(self, part: str) -> list[QRectF]:
        """Where a part of the network's picture or of the window is, in the window's pixels; nowhere when hidden."""
        window, view = self._window, self._window.network_view
        if part in explanations():
            at = view.mapTo(window, QPoint(0, 0))
            return [rect.translated(at) for rect in view.part_rects(part)]
        widget = window.findChild(QWidget, part)
        if not isinstance(widget, QWidget) or not widget.isVisible():
            return []
        return [QRectF(widget.rect()).translated(widget.mapTo(window, QPoint(0, 0)))]

    def _take(self, suggestion: Suggestion) -> None:
        self._spotlight.show_rects(())
        for command in suggestion.commands:
            self._issue(command)
        if suggestion.action:
            self._window.actions_[suggestion.action].trigger()


def explanation_of(widget: QWidget) -> tuple[str, QWidget]:
    """What What's This says of a widget, and whose words these are: its own, or those of what it is a part of."""
    owner: QWidget | None = widget
    while owner is not None:
        text = owner.explanation_of_focus if isinstance(owner, NetworkView) else owner.whatsThis()
        if text:
            return text, owner
        owner = owner.parentWidget()
    return "", widget
