"""Every action of the window, with its words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from gui.app import commands as c
from gui.app.action_icons import ActionIcons, action_icons
from gui.app.action_table import ACTIONS, ALSO_CHECKABLE, CHOICES, OF_TRAINING
from gui.app.action_words import write_words
from gui.app.app_state import AppState
from gui.app.connection_action_texts import connection_action_texts
from gui.app.example_action_texts import example_action_texts
from gui.app.file_action_texts import file_action_texts
from gui.app.theme_turns import Turn
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.timeline.moment import branch_text


class Actions(QObject):
    """The actions, to be had by object name: ``actions["action_run"]``; each issues its command."""

    issued = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for name, (keys, _, command) in ACTIONS.items():
            action = self._make(window, name)
            if keys:
                action.setShortcuts(QKeySequence.listFromString(keys))
            if command is not None:
                action.triggered.connect(lambda _=False, command=command: self.issued.emit(command))
            action.setCheckable(isinstance(command, c.Toggle) or name in ALSO_CHECKABLE)
            if action.isCheckable():
                # An icon would stand where the check mark shows that it is on.
                action.setIconVisibleInMenu(False)
        self.groups: dict[str, QActionGroup] = {}
        for group_name, (field, values) in CHOICES.items():
            group = QActionGroup(self)
            group.setObjectName(f"group_{group_name}")
            for number, value in enumerate(values, 1):
                action = self._make(window, f"action_{group_name}_{value}")
                action.setCheckable(True)
                action.setData(value)
                if group_name == "picture":
                    action.setShortcut(QKeySequence(str(number)))
                group.addAction(action)
            group.triggered.connect(
                lambda action, field=field: self.issued.emit(c.Choose(field, action.data()))
            )
            self.groups[group_name] = group
        self._theme: Theme | None = None
        self._running, self._is_lost, self._branches = False, False, ""
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the table."""
        return tuple(self._actions.values())

    def show_state(self, _before: AppState, now: AppState) -> None:
        """Mark what is in force."""
        for group, (field, _) in CHOICES.items():
            self._actions[f"action_{group}_{getattr(now, field)}"].setChecked(True)
        for name, (_, _, command) in ACTIONS.items():
            if isinstance(command, c.Toggle):
                self._actions[name].setChecked(getattr(now, command.name))
        self._actions["action_full_speed"].setChecked(now.is_full_speed)
        self._actions["action_projector"].setChecked(now.layout == "projector")
        self._actions["action_side"].setChecked(now.side)
        self._actions["action_train_both"].setChecked(now.trains_both)
        for name in OF_TRAINING:
            self._actions[name].setEnabled(not now.is_lost)
        for name in ("action_swap_sides", "action_train_both"):
            self._actions[name].setEnabled(now.side and not now.is_lost)
        looks_back = now.moment is not None and not now.is_lost
        self._actions["action_live"].setEnabled(looks_back)
        # For a class too: its button stands there, and names the key.
        moment = now.beside_moment if now.branches == "B" else now.moment
        self._actions["action_branch"].setEnabled(moment is not None and not now.is_lost)
        self._actions["action_branch"].setText(branch_text(now.branches))
        self._branches = now.branches
        if now.is_lost != self._is_lost:
            self._is_lost = now.is_lost
            self.retranslate()
        moves = now.running or now.playing
        if moves != self._running:
            self.show_running(moves)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme's text colour."""
        for part in self.themed_parts():
            part.set_theme(theme)

    def themed_parts(self) -> Iterator[ActionIcons | Turn]:
        """All that draws the icons in a theme's colour, some icons at a time."""
        yield from action_icons(self._actions)
        yield Turn(self._show_run_icon)

    def _show_run_icon(self, theme: Theme) -> None:
        self._theme = theme
        self.show_running(self._running)

    def show_running(self, running: bool) -> None:
        """Run while it rests, Pause while it runs; Retry while there is no engine."""
        self._running = running
        run = self._actions["action_run"]
        # The icon is drawn for the one bright button; on a menu's background it could not be seen.
        run.setIconVisibleInMenu(False)
        if self._is_lost:
            run.setText(self.tr("Retry"))
        else:
            run.setText(self.tr("Pause") if running else self.tr("Run"))
        if self._theme is not None:
            run.setIcon(icon("pause" if running else "run", self._theme, token="window"))

    def _make(self, window: QMainWindow, name: str) -> QAction:
        action = QAction(window)
        action.setObjectName(name)
        window.addAction(action)
        self._actions[name] = action
        return action

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        for _ in self.words_in_steps():
            pass

    def words_in_steps(self) -> Iterator[None]:
        """The same in steps of a few ms."""
        yield from write_words(self._actions, self._texts())
        self.show_running(self._running)

    def _texts(self) -> dict[str, tuple[str, str]]:
        run = self.tr("Run or pause the training")
        if self._is_lost:
            run = self.tr("Start the training’s process again, from what was saved last")
        texts = {
            "action_run": (self.tr("Run"), run),
            "action_step": (
                self.tr("One update"),
                self.tr(
                    "Make one update, then pause; in slow motion step by step; in a walkthrough its next phase"
                ),
            ),
            "action_next_phase": (
                self.tr("Next phase of the update"),
                self.tr(
                    "Show one update phase by phase: on to the next one, and hold it; looking back, one update on"
                ),
            ),
            "action_previous_phase": (
                self.tr("Phase before"),
                self.tr(
                    "Back to the phase before, from the change of the weights on no further; elsewhere one update back"
                ),
            ),
            "action_back": (
                self.tr("One update back"),
                self.tr("Show the network as it was one update before; nothing that was trained is lost"),
            ),
            "action_epoch_back": (
                self.tr("One epoch back"),
                self.tr("Show the network as it was an epoch before; nothing that was trained is lost"),
            ),
            "action_epoch_on": (
                self.tr("One epoch on"),
                self.tr("Looking back, show the network as it was an epoch later; nothing is trained"),
            ),
            "action_when": (
                self.tr("When did it …?"),
                self.tr(
                    "When an example was right for good, a neuron dead, L under a number, …; and go there"
                ),
            ),
            "action_film": (
                self.tr("Film of the training…"),
                self.tr("Play the training that was done, forwards or backwards, and save it as a film"),
            ),
            "action_solutions": (
                self.tr("Are they two solutions?"),
                self.tr(
                    "Measure the loss on the straight line between two runs, also with their neurons matched"
                ),
            ),
            "action_unrolling": (
                self.tr("From dense to convolutional"),
                self.tr("Watch a dense layer being cut and tied until it is a convolution; train all three"),
            ),
            "action_live": (self.tr("Live"), self.tr("Back to the newest update")),
            "action_branch": (
                branch_text(self._branches),
                self.tr("Begin a run of its own from the update that is shown; the old one is kept"),
            ),
            "action_step_epoch": (
                self.tr("To the end of the epoch"),
                self.tr("Train to the end of this epoch, then pause"),
            ),
            "action_rewind": (self.tr("Rewind"), self.tr("Go back to the same initial weights")),
            "action_new_weights": (self.tr("New weights"), self.tr("Begin again from other initial weights")),
            "action_full_speed": (
                self.tr("Full speed"),
                self.tr("From any speed to the fastest that this machine can, and back; a walkthrough ends"),
            ),
            "action_slower": (self.tr("Slower"), self.tr("Fewer updates a second")),
            "action_faster": (self.tr("Faster"), self.tr("More updates a second")),
            "action_lecture_setting": (
                self.tr("The lecture's setting"),
                self.tr("Plain gradient descent with batches of one example"),
            ),
            "action_waves": (self.tr("Waves"), self.tr("Show the signal and the gradient as they travel")),
            "action_reduced_motion": (
                self.tr("Reduced motion"),
                self.tr("Only numbers change; nothing travels"),
            ),
            "action_show_steps": (self.tr("The three steps"), self.tr("Show or hide the three steps")),
            "action_steps": (self.tr("Go to the steps"), self.tr("Move the keyboard to the three steps")),
            "action_focus_network": (
                self.tr("Go to the network"),
                self.tr("Move the keyboard to the network"),
            ),
            "action_focus_draw": (self.tr("Go to Draw"), self.tr("Move the keyboard to the canvas")),
            "action_focus_inspect": (
                self.tr("Go to Inspect"),
                self.tr("Move the keyboard to the numbers of a neuron or connection"),
            ),
            "action_focus_loss": (self.tr("Go to the loss"), self.tr("Move the keyboard to the plot of L")),
            "action_focus_runs": (
                self.tr("Go to the runs"),
                self.tr("Move the keyboard to the list of all runs: rename, hide, delete, compare"),
            ),
            "action_next_digit": (
                self.tr("Next test example"),
                self.tr("Show the next example of the test set"),
            ),
            "action_previous_digit": (
                self.tr("Previous test example"),
                self.tr("Show the previous example of the test set"),
            ),
            "action_random_digit": (
                self.tr("Random test example"),
                self.tr("Show any example of the test set"),
            ),
            "action_wrong_digit": (
                self.tr("One it gets wrong"),
                self.tr("Show a test example that the network gets wrong now"),
            ),
            "action_release_digit": (
                self.tr("Back to training examples"),
                self.tr("Show the examples that the training works on again"),
            ),
            "action_larger": (self.tr("Larger"), self.tr("Larger type and lines")),
            "action_smaller": (self.tr("Smaller"), self.tr("Smaller type and lines")),
            "action_usual_size": (self.tr("Usual size"), self.tr("Type and lines at 100 %")),
            "action_watch": (self.tr("Watch"), self.tr("The network, L, and the canvas")),
            "action_examine": (self.tr("Examine"), self.tr("The network, L, and Inspect")),
            "action_projector": (self.tr("Projector"), self.tr("Only the network, its bars and L, larger")),
            "action_side": (
                self.tr("Side by side"),
                self.tr("Show another run, or another moment, as a second network beside this one"),
            ),
            "action_swap_sides": (
                self.tr("Swap A and B"),
                self.tr("The network beside becomes the one that is trained, and this one stands beside it"),
            ),
            "action_train_both": (
                self.tr("Train both"),
                self.tr("Train the network beside together with this one, on the same batches"),
            ),
            "action_unlock_panels": (
                self.tr("Unlock the panels"),
                self.tr("Let the panels be dragged to other places, or lock them"),
            ),
            "action_whats_this": (
                self.tr("What's this?"),
                self.tr(
                    "Click anything to have it explained; called twice, it explains what has the keyboard"
                ),
            ),
            "action_help": (
                self.tr("Help"),
                self.tr("What you see, the lecture's words, and what to try next, beside the picture"),
            ),
            "action_commands": (
                self.tr("All commands…"),
                self.tr("Find any command by its name, with its key"),
            ),
            "action_keys": (
                self.tr("Keys…"),
                self.tr("The key of every command, to be looked up or changed"),
            ),
            "action_copy_details": (
                self.tr("Copy details for a report"),
                self.tr("Put versions, settings and the end of the log onto the clipboard"),
            ),
            "action_preferences": (
                self.tr("Preferences…"),
                self.tr("Theme, language, size of type, motion and keys in one place"),
            ),
            "action_single_letters": (
                self.tr("Keys of one letter"),
                self.tr("Whether keys such as N or R act without Ctrl"),
            ),
            "action_marks": (
                self.tr("Marks and their numbers…"),
                self.tr("Which number each mark in the picture of the network shows"),
            ),
            "action_about": (
                self.tr("About Backlight"),
                self.tr("Version, licences, and where the digits come from"),
            ),
            **file_action_texts(),
            **example_action_texts(),
            **connection_action_texts(),
            "action_theme_system": (self.tr("As the system"), self.tr("Dark or light as the system is")),
            "action_theme_light": (self.tr("Light"), self.tr("Dark marks on a light ground")),
            "action_theme_dark": (self.tr("Dark"), self.tr("Light marks on a dark ground")),
            "action_language_system": (
                self.tr("System language"),
                self.tr("The system's language, where it is there"),
            ),
            # A language is always named in its own words.
            "action_language_en": ("English", "English"),
            "action_language_zh_CN": ("简体中文", "简体中文"),
            "action_language_zh_TW": ("繁體中文", "繁體中文"),
            "action_weight": (
                self.tr("One weight of a kernel"),
                self.tr("All places that share it, what each adds to ∂C/∂w, and how that is collected"),
            ),
            "action_same_scale": (
                self.tr("One scale for all gaps"),
                self.tr("Full colour stands for the same number between all layers"),
            ),
            "action_lock_scale": (
                self.tr("Lock the scales"),
                self.tr("Full colour goes on standing for the same numbers: for before and after"),
            ),
            "action_zoom_in": (self.tr("Nearer"), self.tr("Enlarge the network; so does the wheel")),
            "action_zoom_out": (self.tr("Farther"), self.tr("Make the network smaller again")),
            "action_zoom_fit": (self.tr("The whole network"), self.tr("Fit the whole network into its view")),
            "action_unfold": (
                self.tr("Unfold wide layers"),
                self.tr("Show every neuron of every layer, however small"),
            ),
            "action_favourites": (
                self.tr("Favourite classes"),
                self.tr("Write into each neuron for which class it is strongest over the test set"),
            ),
            "action_tiles_of_example": (
                self.tr("Weights × this example"),
                self.tr("Large neurons of the first layer show x·w in place of their weights"),
            ),
            "action_tidy": (
                self.tr("Tidy"),
                self.tr(
                    "Put hidden neurons in the order of the class they fire most for; the function stays the same"
                ),
            ),
            "action_filter": (
                self.tr("Everything this filter can say"),
                self.tr(
                    "All patterns that the chosen filter can be shown, or the windows that excite it most"
                ),
            ),
        }
        return texts
