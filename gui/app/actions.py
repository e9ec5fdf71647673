"""Every action of the window: its name, key, icon and words, in one table."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from core.engine.commands import ReleaseSample, ShowTestSample, TrainEpoch
from gui.app import commands as c
from gui.app.app_state import AppState
from gui.app.file_action_texts import file_action_texts
from gui.app.speed_slider import SPEED_STEP
from gui.theme.icons import icon
from gui.theme.tokens import Theme
from gui.widgets.buttons import with_key

# object name: (keys, icon, command). An action without a key of its own is reached through its menu; one without a
# command only moves the keyboard, or shows and hides panels: the window's own concern. "Larger" is on the same key as
# "=", and people press it without Shift.
ACTIONS: dict[str, tuple[str, str, object]] = {
    "action_run": ("Space", "run", c.ToggleRunning()),
    "action_step": (".", "step", c.MakeUpdate()),
    "action_next_phase": ("PgDown", "", c.NextPhase()),
    "action_previous_phase": ("PgUp", "", c.PreviousPhase()),
    "action_step_epoch": ("Shift+.", "epoch", TrainEpoch()),
    "action_rewind": ("R", "rewind", c.Rewind()),
    "action_new_weights": ("Shift+R", "new_weights", c.DrawNewWeights()),
    "action_full_speed": ("F", "full_speed", c.ToggleFullSpeed()),
    "action_slower": ("[", "", c.ChangeSpeed(-SPEED_STEP)),
    "action_faster": ("]", "", c.ChangeSpeed(SPEED_STEP)),
    "action_lecture_setting": ("", "", c.UseLectureSetting()),
    "action_waves": ("W", "waves", c.Toggle("waves")),
    "action_reduced_motion": ("", "", c.Toggle("reduced_motion")),
    "action_show_steps": ("", "menu", None),
    "action_steps": ("Ctrl+1", "", None),
    "action_focus_network": ("Ctrl+2", "", None),
    "action_focus_draw": ("Ctrl+3", "", None),
    "action_focus_inspect": ("Ctrl+4", "", None),
    "action_focus_loss": ("Ctrl+5", "", None),
    "action_next_digit": ("N", "next", ShowTestSample("next")),
    "action_previous_digit": ("P", "previous", ShowTestSample("previous")),
    "action_random_digit": ("D", "random", ShowTestSample("random")),
    "action_wrong_digit": ("X", "wrong", ShowTestSample("wrong")),
    "action_release_digit": ("T", "", ReleaseSample()),
    "action_larger": ("Ctrl++; Ctrl+=", "", c.ChangeScale(1)),
    "action_smaller": ("Ctrl+-", "", c.ChangeScale(-1)),
    "action_usual_size": ("Ctrl+0", "", c.Choose("scale", 1.0)),
    "action_watch": ("", "", c.Choose("layout", "watch")),
    "action_examine": ("", "", c.Choose("layout", "examine")),
    "action_projector": ("F11", "projector", c.ToggleProjector()),
    "action_unlock_panels": ("", "", None),
    "action_whats_this": ("Shift+F1", "info", None),
    "action_help": ("F1", "", None),
    "action_commands": ("Ctrl+Shift+P", "", None),
    "action_keys": ("", "", None),
    "action_copy_details": ("", "", None),
    "action_preferences": ("Ctrl+,", "", None),
    "action_single_letters": ("", "", c.Toggle("single_letters")),
    "action_marks": ("", "", None),
    "action_about": ("", "", None),
    "action_same_scale": ("S", "", c.Toggle("same_scale")),
    "action_lock_scale": ("L", "", c.Toggle("scales_locked")),
    "action_zoom_in": ("Z", "", c.Zoom("in")),
    "action_zoom_out": ("Shift+Z", "", c.Zoom("out")),
    "action_zoom_fit": ("0", "", c.Zoom("fit")),
    "action_unfold": ("U", "", c.Toggle("expanded")),
    "action_favourites": ("K", "", c.Toggle("preferred_classes")),
    "action_tiles_of_example": ("M", "", c.Toggle("tiles_of_example")),
    "action_tidy": ("O", "", c.SortNeurons()),
    "action_new": ("Ctrl+N", "", c.BeginSession()),
    "action_open": ("Ctrl+O", "", c.OpenFile()),
    "action_save": ("Ctrl+S", "", c.SaveFile()),
    "action_save_as": ("Ctrl+Shift+S", "", c.SaveFileAs()),
    "action_data_in_file": ("", "", c.Toggle("data_in_session")),
    "action_left_work": ("", "", c.FindLeftWork()),
    "action_data": ("Ctrl+D", "", c.ChooseData()),
    "action_open_data": ("Ctrl+Shift+O", "", c.ChooseData(own=True)),
    "action_open_weights": ("", "", c.OpenWeights()),
    "action_export_weights": ("", "", c.ExportWeights()),
    "action_copy_pytorch": ("", "", c.CopyCode("pytorch")),
    "action_copy_keras": ("", "", c.CopyCode("keras")),
    "action_export_picture": ("Ctrl+E", "", c.ExportPicture()),
    "action_copy_picture": ("Ctrl+Shift+C", "", c.CopyPicture()),
    "action_export_step": ("Ctrl+Shift+E", "", c.ExportStep()),
    "action_quit": ("Ctrl+Q", "", None),
}
_ALSO_CHECKABLE = ("action_unlock_panels", "action_full_speed", "action_projector")
# What only an engine can do: not to be had while there is none. Run starts another one then.
_OF_TRAINING = (
    *("action_step", "action_next_phase", "action_previous_phase", "action_step_epoch"),
    *("action_rewind", "action_new_weights", "action_lecture_setting", "action_data", "action_open_data"),
    "action_open_weights",
    *("action_next_digit", "action_previous_digit", "action_random_digit", "action_wrong_digit"),
    *("action_release_digit", "action_tidy", "action_export_step"),
    *("action_new", "action_open", "action_save", "action_save_as", "action_left_work"),
)
# group: (field of the state, its values). The pictures are changed while one looks: each has its number as key.
_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "theme": ("theme", ("system", "light", "dark")),
    "language": ("language", ("system", "en", "zh_CN", "zh_TW")),
    "edges": ("edge_budget", ("4", "8", "16", "24", "48", "all")),
    "picture": ("edge_value", ("weight", "signal", "gradient", "mean_gradient", "change")),
}


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
            action.setCheckable(isinstance(command, c.Toggle) or name in _ALSO_CHECKABLE)
        self.groups: dict[str, QActionGroup] = {}
        for group_name, (field, values) in _CHOICES.items():
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
        self._running = self._is_lost = False
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the table."""
        return tuple(self._actions.values())

    def show_state(self, _before: AppState, now: AppState) -> None:
        """Mark what is in force."""
        for group, (field, _) in _CHOICES.items():
            self._actions[f"action_{group}_{getattr(now, field)}"].setChecked(True)
        for name, (_, _, command) in ACTIONS.items():
            if isinstance(command, c.Toggle):
                self._actions[name].setChecked(getattr(now, command.name))
        self._actions["action_full_speed"].setChecked(now.is_full_speed)
        self._actions["action_projector"].setChecked(now.layout == "projector")
        for name in _OF_TRAINING:
            self._actions[name].setEnabled(not now.is_lost)
        if now.is_lost != self._is_lost:
            self._is_lost = now.is_lost
            self.retranslate()
        moves = now.running or now.playing
        if moves != self._running:
            self.show_running(moves)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in this theme's text colour."""
        self._theme = theme
        for name, (_, picture, _) in ACTIONS.items():
            if picture:
                self._actions[name].setIcon(icon(picture, theme))
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
        for name, (text, tip) in self._texts().items():
            action = self._actions[name]
            action.setText(text)
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(with_key(tip, key))
            action.setWhatsThis(tip)
        self.show_running(self._running)

    def _texts(self) -> dict[str, tuple[str, str]]:
        run = self.tr("Run or pause the training")
        if self._is_lost:
            run = self.tr("Start the training’s process again, from what was saved last")
        texts = {
            "action_run": (self.tr("Run"), run),
            "action_step": (
                self.tr("One update"),
                self.tr("Make one update, then pause; in slow motion step by step"),
            ),
            "action_next_phase": (
                self.tr("Next phase of the update"),
                self.tr("Show one update phase by phase: on to the next one, and hold it"),
            ),
            "action_previous_phase": (
                self.tr("Phase before"),
                self.tr("Back to the phase before; from the change of the weights on no further"),
            ),
            "action_step_epoch": (
                self.tr("To the end of the epoch"),
                self.tr("Train to the end of this epoch, then pause"),
            ),
            "action_rewind": (self.tr("Rewind"), self.tr("Go back to the same initial weights")),
            "action_new_weights": (self.tr("New weights"), self.tr("Begin again from other initial weights")),
            "action_full_speed": (
                self.tr("Full speed"),
                self.tr("Train as fast as this machine can, or as before"),
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
            "action_picture_weight": (self.tr("Weights"), self.tr("Colour each connection by its w")),
            "action_picture_signal": (
                self.tr("Signal"),
                self.tr("Colour each connection by a·w, what it carries for the shown example"),
            ),
            "action_picture_gradient": (
                self.tr("Gradient"),
                self.tr("Colour each connection by ∂C/∂w of the shown example"),
            ),
            "action_picture_mean_gradient": (
                self.tr("Mean gradient"),
                self.tr("Colour each connection by the gradient the last update followed, with L1 and L2"),
            ),
            "action_picture_change": (
                self.tr("Change"),
                self.tr("Colour each connection by ΔW, what the last update changed"),
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
            "action_edges_all": (self.tr("All"), self.tr("Every connection between the neurons shown")),
        }
        name, tip = (
            self.tr("{count} a neuron"),
            self.tr("Each neuron's {count} strongest connections for this example"),
        )
        for count in _CHOICES["edges"][1][:-1]:
            texts[f"action_edges_{count}"] = (name.format(count=count), tip.format(count=count))
        return texts
