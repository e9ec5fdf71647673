"""What can be asked of the window: frozen values, issued by menus, keys, panels, the command line and tests alike.

What is asked of the engine has commands of its own (`core.engine.commands`), which are issued in the same way. Of these
the window itself takes `TrainEpoch`, at full pace, and `ShowTestSample`, of the class that is chosen in the Draw panel.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.data.dataset_spec import DatasetSpec
from core.nn.architecture import Architecture

# --- the training


@dataclass(frozen=True)
class ToggleRunning:
    """Run, or pause."""


@dataclass(frozen=True)
class MakeUpdate:
    """Make one update; in slow motion as a walkthrough."""


@dataclass(frozen=True)
class NextPhase:
    """On to the next phase of the walkthrough, held at its end; without one, into the first of the next update."""


@dataclass(frozen=True)
class PreviousPhase:
    """Back to the phase before; from the change on no further, as the old weights are gone."""


@dataclass(frozen=True)
class SetSpeed:
    """Take this position of the speed slider, 0 for slow motion to its maximum for full speed."""

    position: int


@dataclass(frozen=True)
class ChangeSpeed:
    """Move the speed slider by so much."""

    by: int


@dataclass(frozen=True)
class ToggleFullSpeed:
    """To full speed, and back to where it was."""


@dataclass(frozen=True)
class StepBack:
    """Look one update further back."""


@dataclass(frozen=True)
class StepEpochs:
    """Look so many epochs further on in what was trained, or back where it is negative."""

    by: int


@dataclass(frozen=True)
class BranchHere:
    """Begin a run of its own from the update that is on screen.

    Of two networks side by side, from that of `letter`: "A" or "B"; "" is the one whose picture was last clicked.
    """

    letter: str = ""


@dataclass(frozen=True)
class ShowRun:
    """Show another run, as it was left."""

    run: int


@dataclass(frozen=True)
class RenameRun:
    """Call a run so; "" for what differs in it."""

    run: int
    name: str


@dataclass(frozen=True)
class HideRun:
    """Take a run out of timeline and plot, or put it back."""

    run: int
    is_hidden: bool


@dataclass(frozen=True)
class DeleteRun:
    """Delete a run; Undo brings it back."""

    run: int


@dataclass(frozen=True)
class CompareRuns:
    """Ask whether the run on screen and this one are two solutions; None is the newest one that is like it."""

    run: int | None = None


@dataclass(frozen=True)
class ShowFilter:
    """Show everything that the chosen filter can say, in the picture's place; where that is shown, the picture again.

    With a `step` the filter that comes so many after it, where one is shown.
    """

    step: int = 0


@dataclass(frozen=True)
class ShowLedger:
    """Show what each example adds to L, in the picture's place; where that is shown, the picture again."""


@dataclass(frozen=True)
class ShowInfluence:
    """Show which training examples pulled the answer to the shown example, in the picture's place; or the picture."""


@dataclass(frozen=True)
class ShowFlips:
    """Show what each pixel of the example decides, in the picture's place; where that is shown, the picture again."""


@dataclass(frozen=True)
class KeepDrawing:
    """Keep the drawing in the own test set, as what it was meant to be; where that is not said, ask."""


@dataclass(frozen=True)
class ShowOwnSet:
    """Show the own test set in the picture's place; where that is shown, the picture again."""


@dataclass(frozen=True)
class ShowFindings:
    """Show what the numbers of the run say, behind a tab at the right; or take that away."""


@dataclass(frozen=True)
class ShowCurve:
    """Put a run's curve beside that of the run on screen, or take it away."""

    run: int
    is_shown: bool


@dataclass(frozen=True)
class ShowFilm:
    """Open the film of the training; while it is open, play or pause it."""


@dataclass(frozen=True)
class ShowUnrolling:
    """Show how a dense layer becomes a convolution, in the picture's place; or the picture again."""


# --- two networks


@dataclass(frozen=True)
class ToggleSide:
    """Show another network beside the one on screen, or no other any more."""


@dataclass(frozen=True)
class ShowAs:
    """Show this run as "A" or "B", after so many updates; None is its newest, from then on."""

    letter: str
    run: int
    update: int | None = None


@dataclass(frozen=True)
class SwapSides:
    """A becomes B, and B becomes A."""


@dataclass(frozen=True)
class TrainBoth:
    """Train B together with A, or no longer."""


# --- the run


@dataclass(frozen=True)
class SetArchitecture:
    """Begin a new network of this architecture."""

    architecture: Architecture


@dataclass(frozen=True)
class SetConfig:
    """Go on with another value of one field of `TrainingConfig`.

    With another ``loss`` it begins again, from the same initial weights; with another ``optimizer`` it goes on at a
    rate and with batches that suit it, "gradient_descent" being SGD on the whole training set.
    """

    name: str
    value: object


@dataclass(frozen=True)
class UseSuitedSettings:
    """Set what was tried with the network on screen, where it has a name."""


@dataclass(frozen=True)
class UseLectureSetting:
    """Go on with plain gradient descent, batch 1."""


@dataclass(frozen=True)
class Rewind:
    """Begin again from the same initial weights."""


@dataclass(frozen=True)
class DrawNewWeights:
    """Begin again from other initial weights."""


@dataclass(frozen=True)
class ChooseData:
    """Load these examples, and begin a run on them; without a choice the dialog is opened.

    With `own` it is opened at one's own data; with a `path`, at the file or folder there, and its labels where these
    are at `labels_path`.
    """

    choice: DatasetSpec | None = None
    own: bool = False
    path: str = ""
    labels_path: str = ""


@dataclass(frozen=True)
class SortNeurons:
    """Put the hidden neurons of the run on screen into the order of their preferred classes."""


# --- what is seen


@dataclass(frozen=True)
class Choose:
    """Take another value of one field of `gui.app.app_state.AppState`.

    ``theme``: "system", "light" or "dark"; ``language``: "system", "en", "zh_CN" or "zh_TW"; ``layout``: "watch",
    "examine" or "projector"; ``scale``: the size of type and spacing, 1 is usual, in the projector layout times what is
    usual there; ``projector_scale``: the size there; ``edge_value``: which number of a connection is drawn ("weight",
    "signal", "gradient", "mean_gradient" or "change"); ``edge_budget``: how many a neuron are, as text, or "all".
    """

    name: str
    value: object


@dataclass(frozen=True)
class ChooseSeveral:
    """Take other values of several fields, pairs of name and value, at once: what comes of them is done once."""

    values: tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class Toggle:
    """Switch something on or off: a field of `AppState` that is true or false, from ``waves`` on."""

    name: str


@dataclass(frozen=True)
class ShowWeight:
    """Open the page of one weight of a kernel: of what is selected, else the largest; close it where it is open."""


@dataclass(frozen=True)
class Zoom:
    """Enlarge the network ("in"), reduce it ("out"), or show the whole of it ("fit")."""

    how: str


@dataclass(frozen=True)
class ChangeScale:
    """Larger or smaller type, by so many steps of `gui.app.settings.SIZES`."""

    by: int


@dataclass(frozen=True)
class ToggleProjector:
    """Into the projector's layout, and back."""


# --- files


@dataclass(frozen=True)
class BeginSession:
    """Leave every run, and begin as the app does."""


@dataclass(frozen=True)
class OpenFile:
    """Open a session, or data of one's own; without a path it is asked for."""

    path: str = ""


@dataclass(frozen=True)
class SaveFile:
    """Save the session in its file, or in that of this path; where there is none it is asked for."""

    path: str = ""


@dataclass(frozen=True)
class SaveFileAs:
    """Ask where the session is to be saved."""


@dataclass(frozen=True)
class FindLeftWork:
    """Offer what another window has left that was killed."""


@dataclass(frozen=True)
class ExportPicture:
    """Ask where the network is to be saved as a picture."""


@dataclass(frozen=True)
class ExportWeights:
    """Save the weights on screen for others, as safetensors or NPZ; without a path it is asked where."""

    path: str = ""


@dataclass(frozen=True)
class CopyCode:
    """Put the network as code of "pytorch" or "keras" onto the clipboard."""

    framework: str


@dataclass(frozen=True)
class OpenWeights:
    """Begin a run with the weights of a file; without a path it is asked for.

    `activation` is what hidden layers have that the file does not name; None: it is asked.
    """

    path: str = ""
    activation: str | None = None


@dataclass(frozen=True)
class CopyPicture:
    """Put the network onto the clipboard."""


@dataclass(frozen=True)
class SaveFigure:
    """Ask where the plot or table that has the keyboard is to be saved."""


@dataclass(frozen=True)
class CopyFigure:
    """Put the plot or table that has the keyboard onto the clipboard."""


@dataclass(frozen=True)
class PrintFigure:
    """Print the plot or table that has the keyboard, or the network."""


@dataclass(frozen=True)
class ExportStep:
    """Ask where one update is to be saved as an animation."""
