"""The menu bar."""

from __future__ import annotations

from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gui.app.actions import Actions
from gui.widgets.translated import Translated


class Menus(Translated, QMenuBar):
    """Every action has its place here, whatever else leads to it."""

    def __init__(
        self,
        actions: Actions,
        undo_stack: QUndoStack,
        clear_canvas: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("menu_bar")
        self._undo_stack = undo_stack
        self.undo_action = undo_stack.createUndoAction(self)
        self.redo_action = undo_stack.createRedoAction(self)
        for action, name, keys in (
            (self.undo_action, "action_undo", "Ctrl+Z"),
            (self.redo_action, "action_redo", "Ctrl+Shift+Z"),
        ):
            action.setObjectName(name)
            action.setShortcut(keys)
        self._file = self._menu(
            actions,
            "menu_file",
            ("action_data", "action_open_data", "", "action_export_picture", "action_export_step", "")
            + ("action_quit",),
        )
        self._edit = QMenu(self)
        self._edit.setObjectName("menu_edit")
        self._edit.addActions([self.undo_action, self.redo_action, clear_canvas])
        self._edit.addSeparator()
        self._edit.addAction(actions["action_copy_picture"])
        self.addMenu(self._edit)
        self._training = self._menu(
            actions,
            "menu_training",
            ("action_run", "action_step", "action_step_epoch", "action_rewind", "action_new_weights", "")
            + ("action_full_speed", "action_faster", "action_slower", "", "action_lecture_setting"),
        )
        self._digit = self._menu(
            actions,
            "menu_digit",
            ("action_next_digit", "action_previous_digit", "action_random_digit", "action_wrong_digit", "")
            + ("action_release_digit",),
        )
        self._view = self._menu(
            actions,
            "menu_view",
            ("action_watch", "action_examine", "action_projector", "action_unlock_panels"),
        )
        self._view.addSeparator()
        self._picture = self._submenu(self._view, "menu_picture", actions, "picture")
        self._view.addActions([actions["action_same_scale"], actions["action_lock_scale"]])
        self._edges = self._submenu(self._view, "menu_edges", actions, "edges")
        nearness = ("zoom_in", "zoom_out", "zoom_fit", "unfold", "favourites", "tiles_of_example")
        self._view.addActions([actions[f"action_{name}"] for name in nearness])
        self._view.addAction(actions["action_tidy"])
        self._view.addActions([actions["action_waves"], actions["action_reduced_motion"]])
        self._view.addSeparator()
        self._view.addActions(
            [actions[name] for name in ("action_larger", "action_smaller", "action_usual_size")]
        )
        self._theme = self._submenu(self._view, "menu_theme", actions, "theme")
        self._language = self._submenu(self._view, "menu_language", actions, "language")
        self._view.addSeparator()
        self._go = QMenu(self._view)
        self._go.setObjectName("menu_go")
        self._view.addMenu(self._go)
        for name in ("steps", "focus_network", "focus_draw", "focus_inspect", "focus_loss"):
            self._go.addAction(actions[f"action_{name}"])
        self._help = self._menu(
            actions, "menu_help", ("action_whats_this", "action_nothing_invented", "action_about")
        )
        self._retranslate()

    def _menu(self, actions: Actions, name: str, items: tuple[str, ...]) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.setToolTipsVisible(True)
        for item in items:
            if item:
                menu.addAction(actions[item])
            else:
                menu.addSeparator()
        self.addMenu(menu)
        return menu

    def _submenu(self, menu: QMenu, name: str, actions: Actions, group: str) -> QMenu:
        submenu = QMenu(menu)
        submenu.setObjectName(name)
        submenu.addActions(actions.groups[group].actions())
        menu.addMenu(submenu)
        return submenu

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
        self._go.setTitle(self.tr("Go to"))
        # QUndoStack writes these anew, in Qt's own translation, with its next change.
        undo, redo = self.tr("Undo"), self.tr("Redo")
        self.undo_action.setText(f"{undo} {self._undo_stack.undoText()}".strip())
        self.redo_action.setText(f"{redo} {self._undo_stack.redoText()}".strip())
