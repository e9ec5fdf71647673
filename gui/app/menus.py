"""The menu bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QFontMetrics, QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from gui.app.actions import Actions
from gui.app.mnemonics import give_letters, take_letters
from gui.app.recent_menu import RecentMenu
from gui.theme.tokens import Theme
from gui.widgets.buttons import with_key
from gui.widgets.screen_menu import ScreenMenu
from gui.widgets.translated import Translated
from gui.widgets.undoable import retranslate_steps


class Menus(Translated, QMenuBar):
    """Every action has its place here, whatever else leads to it."""

    def __init__(
        self,
        actions: Actions,
        undo_stack: QUndoStack,
        clear_canvas: QAction,
        paste_image: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("menu_bar")
        self._actions, self._undo_stack = actions, undo_stack
        self._may_undo = True
        self.undo_action = undo_stack.createUndoAction(self)
        self.redo_action = undo_stack.createRedoAction(self)
        for action, name, keys in (
            (self.undo_action, "action_undo", "Ctrl+Z"),
            (self.redo_action, "action_redo", "Ctrl+Shift+Z; Ctrl+Y"),
        ):
            action.setObjectName(name)
            action.setShortcuts(QKeySequence.listFromString(keys))
        self.recent = RecentMenu(self)
        self._file = self._menu(
            "menu_file",
            *("new", "open", self.recent, "left_work", None, "save", "save_as", "data_in_file", None),
            *("data", "open_data", "open_weights", None, "export_picture", "export_step"),
            *("save_figure", "print_figure", None),
            *("export_weights", "copy_pytorch", "copy_keras", None, "quit"),
        )
        self._edit = self._menu(
            "menu_edit",
            self.undo_action,
            self.redo_action,
            paste_image,
            clear_canvas,
            None,
            "copy_picture",
            "copy_figure",
            None,
            "preferences",
        )
        self._training = self._menu(
            "menu_training",
            *("run", "step", "back", "next_phase", "previous_phase", "step_epoch", None),
            *(
                "epoch_back",
                "epoch_on",
                "live",
                "branch",
                "when",
                "film",
                None,
                "rewind",
                "new_weights",
                None,
            ),
            *("full_speed", "faster", "slower", None, "lecture_setting"),
        )
        self._digit = self._menu(
            "menu_digit",
            *("next_digit", "previous_digit", "random_digit", "wrong_digit", None),
            *("release_digit", None, "keep_drawing", "own_set", "ledger", "influence", "flips", "findings"),
        )
        self._picture, self._theme, self._language = (
            self._menu(f"menu_{group}", *actions.groups[group].actions())
            for group in ("picture", "theme", "language")
        )
        self._edges = self._menu(
            "menu_edges", *actions.groups["edges"].actions(), None, *actions.groups["sign"].actions()
        )
        self._go = self._menu(
            "menu_go", "steps", "focus_network", "focus_draw", "focus_inspect", "focus_loss", "focus_runs"
        )
        self._zoom = self._menu("menu_zoom", "zoom_in", "zoom_out", "zoom_fit")
        self._convolution = self._menu("menu_convolution", "filter", "weight", "unrolling")
        self._size = self._menu("menu_size", "larger", "smaller", "usual_size")
        self._view = self._menu(
            "menu_view",
            *("watch", "examine", "projector", "show_steps", "unlock_panels", None),
            *("side", "swap_sides", "train_both", None),
            *(self._picture, "same_scale", "lock_scale", self._edges),
            *(self._zoom, "unfold", "favourites", "tiles_of_example", "tidy", self._convolution),
            *("waves", "reduced_motion", None, "solutions", None),
            *(self._size, self._theme, self._language, None, self._go),
        )
        self._help = self._menu(
            "menu_help",
            *(
                "help",
                "whats_this",
                "marks",
                None,
                "commands",
                "keys",
                "single_letters",
                None,
            ),
            *("copy_details", "about"),
        )
        for menu in (self._file, self._edit, self._training, self._digit, self._view, self._help):
            self.addMenu(menu)
        # Who had the keyboard before the bar; None before anybody had.
        self._led_from: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        # After the actions' own: these would say it in Qt's translation, which has another word.
        undo_stack.undoTextChanged.connect(self._show_steps)
        undo_stack.redoTextChanged.connect(self._show_steps)
        undo_stack.canUndoChanged.connect(self._enable_steps)
        undo_stack.canRedoChanged.connect(self._enable_steps)
        self._retranslate()

    def set_undo_available(self, available: bool) -> None:
        """Whether a step can be taken back now, or made again: an engine has to do it."""
        self._may_undo = available
        self._enable_steps()

    def _enable_steps(self, *_: object) -> None:
        if isValid(self._undo_stack):  # it emits at its own end, too
            self.undo_action.setEnabled(self._may_undo and self._undo_stack.canUndo())
            self.redo_action.setEnabled(self._may_undo and self._undo_stack.canRedo())

    def set_theme(self, theme: Theme) -> None:
        """Be high enough for this theme's type.

        Left to itself, the bar keeps the height of whatever type it has had before. Too low for its words, it shows
        none of them; Chinese stands higher than Latin type.
        """
        words = QFontMetrics(theme.font("body")).size(0, "File 文件").height()
        self.setFixedHeight(max(round(theme.px(24)), words + 2 * round(theme.px(3)) + 2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            # A dialog was opened out of the bar and is closed: Qt gives the keyboard to the bar, whose menus were left.
            self._lead_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and self.hasFocus():
            self._lead_back()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None and before is not self and before.window() is self.window():
            self._led_from = before

    def _lead_back(self) -> None:
        """Give the keyboard to who had it before the bar."""
        before = self._led_from
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)
        else:
            self.clearFocus()

    def _menu(self, name: str, *items: str | QAction | QMenu | None) -> QMenu:
        """A menu of actions by their names, others' actions and submenus; None stands for a line."""
        menu = ScreenMenu(self)
        menu.setObjectName(name)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: give_letters(menu))
        # Else the buttons of the same actions would show them, in brackets: 运行(R).
        menu.aboutToHide.connect(lambda: take_letters(menu))
        for item in items:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, QMenu):
                menu.addMenu(item)
            else:
                menu.addAction(self._actions[f"action_{item}"] if isinstance(item, str) else item)
        return menu

    def _retranslate(self) -> None:
        self._file.setTitle(self.tr("&File"))
        self._edit.setTitle(self.tr("&Edit"))
        self._training.setTitle(self.tr("&Training"))
        self._digit.setTitle(self.tr("E&xample"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self._picture.setTitle(self.tr("Connections show"))
        self._edges.setTitle(self.tr("Connections drawn"))
        self._theme.setTitle(self.tr("Theme"))
        self._language.setTitle(self.tr("Language"))
        self._zoom.setTitle(self.tr("Zoom"))
        self._convolution.setTitle(self.tr("Convolutions"))
        self._size.setTitle(self.tr("Size of type"))
        self._go.setTitle(self.tr("Go to"))
        retranslate_steps(self._undo_stack)
        self._show_steps()

    def _show_steps(self) -> None:
        if not isValid(self._undo_stack):  # it emits at its own end, too
            return
        undo, redo = self.tr("Undo"), self.tr("Redo")
        self.undo_action.setText(f"{undo} {self._undo_stack.undoText()}".strip())
        self.redo_action.setText(f"{redo} {self._undo_stack.redoText()}".strip())
        for action, tip in (
            (self.undo_action, self.tr("Take back what was changed last")),
            (self.redo_action, self.tr("Do again what was taken back last")),
        ):
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(with_key(tip, key))
            action.setWhatsThis(tip)
