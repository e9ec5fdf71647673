"""The engine's commands: frozen values, handled between two slices of the training.

Whatever a command has to name has a number: runs, and changes made by hand (edits, permutations), by which they can be
taken back and made again.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.arrays import Array
from core.data.dataset import Dataset
from core.data.dataset_spec import DatasetSpec
from core.editing.parameter_edits import ParameterLocation
from core.engine.example_commands import EXAMPLE_COMMANDS
from core.engine.example_commands import AskExamples as AskExamples
from core.engine.example_commands import ShowExample as ShowExample
from core.engine.example_commands import WatchExamples as WatchExamples
from core.engine.filter_commands import DropFilter as DropFilter
from core.engine.filter_commands import ReadFilter as ReadFilter
from core.engine.flip_commands import WatchFlips as WatchFlips
from core.engine.influence_commands import INFLUENCE_COMMANDS
from core.engine.layer_curve_commands import AskLayerCurves as AskLayerCurves
from core.engine.layer_curve_commands import WatchLayerCurves as WatchLayerCurves
from core.engine.own_set_commands import OWN_SET_COMMANDS
from core.engine.questions import Question
from core.engine.session_commands import CancelSession as CancelSession
from core.engine.session_commands import KeepWindow as KeepWindow
from core.engine.session_commands import NewSession as NewSession
from core.engine.session_commands import OpenAutosave as OpenAutosave
from core.engine.session_commands import OpenSession as OpenSession
from core.engine.session_commands import SaveSession as SaveSession
from core.engine.unrolling_commands import UnrollConvolution as UnrollConvolution
from core.engine.unrolling_commands import WatchShifted as WatchShifted
from core.nn.architecture import Architecture
from core.nn.initial_weights import InitialWeights
from core.training.config import TrainingConfig


@dataclass(frozen=True)
class Start:
    """Begin run 0 on the digits. `autosave` is the folder for what is saved meanwhile, "" for none.

    `history_bytes` is what all states together that are kept of runs may take, to look back at; None is the usual.
    """

    architecture: Architecture
    config: TrainingConfig
    autosave: str = ""
    history_bytes: int | None = None


@dataclass(frozen=True)
class Recover:
    """Instead of `Start`: go on from what another engine has saved in this folder, in the run that it showed."""

    autosave: str
    history_bytes: int | None = None


@dataclass(frozen=True)
class Train:
    """Train until `Pause`; or for so many updates, where they are given."""

    updates: int | None = None


@dataclass(frozen=True)
class TrainEpoch:
    """Train to the end of this epoch."""


@dataclass(frozen=True)
class Resume:
    """After `Recover`: train on to the same end, as if no engine had been ended."""

    last_update: int | None = None
    last_epoch: int | None = None


@dataclass(frozen=True)
class Pause:
    """Train no further; the exact loss of where it stands follows."""


@dataclass(frozen=True)
class SetRate:
    """Train at this many updates a second; None is as fast as possible, 0 leaves the pace to walkthroughs."""

    updates_per_second: float | None


@dataclass(frozen=True)
class Reconfigure:
    """Go on with other settings; nothing that was learned is lost."""

    config: TrainingConfig


@dataclass(frozen=True)
class ReconfigureSeveral:
    """Have each of these runs go on with its settings: those of a race, also such as are not on screen.

    Runs that are trained together stay so: a batch of another size is the next one of all. `RunReconfigured` follows
    for each that is not on screen. A run that is gone is left out.
    """

    runs: tuple[int, ...]
    configs: tuple[TrainingConfig, ...]


@dataclass(frozen=True)
class LoadData:
    """Load these examples, or take those of one's own that come along; `DataLoaded` or `DataRefused` follows."""

    choice: DatasetSpec
    own: Dataset | None = None


@dataclass(frozen=True)
class BeginRun:
    """Begin a new network under this number, on the examples of the present run, or on others that were loaded.

    Where a run has this number already nothing is done; so it is with `BranchRun`, too. The old run stays in memory
    until it is forgotten. `weights` are those of a file; `keeps_weights` is whether to begin with those that the
    present run began with, where they came from a file and fit. Unless it `is_shown` the present run stays on screen,
    and `RunBegun` follows.
    """

    run: int
    architecture: Architecture
    config: TrainingConfig
    choice: DatasetSpec | None = None
    weights: InitialWeights | None = None
    keeps_weights: bool = False
    is_shown: bool = True


@dataclass(frozen=True)
class ReturnToRun:
    """Show and train an earlier run again, as it was left."""

    run: int


@dataclass(frozen=True)
class ForgetRun:
    """Free a run that no undo can reach any more."""

    run: int


@dataclass(frozen=True)
class LookAt:
    """Show the run on screen as it stood after so many updates; `PastShown` follows.

    The training pauses, and the run stays as it is. Another example is traced by the past network. What changes or
    trains the run shows it first as it is, as `ReturnToLive` does.
    """

    update: int


@dataclass(frozen=True)
class Film:
    """Show a run on screen at each of these updates, one soon after the other; a `FilmFrame` each follows.

    As `LookAt`, but for the eye: see `core.engine.film`. Ask for more when these have come; `PastProgress` says how
    far one is that takes long. Of another run than the one on screen there are none.
    """

    run: int
    updates: tuple[int, ...]


@dataclass(frozen=True)
class ReturnToLive:
    """Show the run on screen as it is, after `LookAt`."""


@dataclass(frozen=True)
class BranchRun:
    """Begin run `run` as the run on screen stood after `update` updates, and show it.

    It has the same past, with its journal, and goes on with the same bits, unless other settings are given. Unless it
    `is_shown` what is on screen stays there, a training goes on, and `RunBegun` follows.
    """

    run: int
    update: int
    config: TrainingConfig | None = None
    is_shown: bool = True


@dataclass(frozen=True)
class TrainTogether:
    """Train these runs whenever the run on screen is trained: each update of it, then one of each, on the same batches.

    () ends it. `TogetherChanged` follows; and `TogetherRefused` for a run that does not stand at the same batch. When
    one of them is put on screen, it changes places with the one that was there; any other run on screen ends it.
    """

    runs: tuple[int, ...]


@dataclass(frozen=True)
class ShowBeside:
    """Show another run beside the one on screen, or any run as it stood after `update` updates; `BesideShown` follows.

    A run as it is now (None) is sent again with the snapshots of the run on screen, where it has changed; each is of
    the same example, where both runs are on the same examples. In place of what was shown beside it before.
    """

    run: int
    update: int | None = None


@dataclass(frozen=True)
class HideBeside:
    """Show nothing beside the run on screen."""


@dataclass(frozen=True)
class SetHistorySize:
    """What is kept of all runs may take so many bytes from now on; where it takes more, it is thinned at once."""

    history_bytes: int


@dataclass(frozen=True)
class AskQuestion:
    """Ask when something was so in the run on screen; `QuestionAnswered`, with the same number, follows.

    `effort` is how far to look (`core.engine.questions.EFFORTS`): "kept" is answered at once, the others take as long
    as that answer says. Where there is nothing of the kind, or no such effort, `QuestionRefused` follows.
    """

    ask: int
    question: Question
    effort: str = "kept"


@dataclass(frozen=True)
class DropQuestion:
    """Nobody waits for the answer to this question any more."""

    ask: int


@dataclass(frozen=True)
class CompareSolutions:
    """Measure the loss along the straight line between two runs as they stand now; `SolutionsCompared` follows.

    They go on training meanwhile. The answer to the example that is shown now is noted along the way.
    """

    run_a: int
    run_b: int


@dataclass(frozen=True)
class CancelComparison:
    """Compare no further."""


@dataclass(frozen=True)
class ShowTestSample:
    """Show an example of the test set: "previous", "next", "random" or "wrong", of one class or of any."""

    how: str
    label: int | None = None


@dataclass(frozen=True)
class ShowDrawing:
    """Show what was drawn; without a label there is no C and no gradient."""

    x: Array
    label: int | None


@dataclass(frozen=True)
class ReleaseSample:
    """Go back to the examples that the training works on."""


@dataclass(frozen=True)
class NextTrainingSample:
    """Show an example of the batch of the next update, unless the user has chosen one."""


@dataclass(frozen=True)
class ComputeGradient:
    """The first half of a step walkthrough: choose a batch and compute its gradient, but do not apply it yet."""


@dataclass(frozen=True)
class ApplyUpdate:
    """The second half: apply the update whose gradient was computed, at the rate that is set now."""


@dataclass(frozen=True)
class EditParameter:
    """Set a parameter by hand.

    `place` is named by the numbers that the neurons have after so many permutations; otherwise the edit is refused.
    """

    run: int
    edit_id: int
    place: ParameterLocation
    value: float
    permutations: int


@dataclass(frozen=True)
class SwitchEdit:
    """Set a parameter to what it was before this edit; or, where `is_on`, make an edit again that was taken back."""

    run: int
    edit_id: int
    is_on: bool


@dataclass(frozen=True)
class SortNeurons:
    """Put the hidden neurons into the order of their preferred classes."""

    run: int
    edit_id: int


@dataclass(frozen=True)
class SwitchSorting:
    """Put the neurons back to where they were before this sorting; or, where `is_on`, into its order again."""

    run: int
    edit_id: int
    is_on: bool


@dataclass(frozen=True)
class WatchUpdates:
    """Whether snapshots also hold the last update's gradient and change: a picture shows them."""

    watched: bool


@dataclass(frozen=True)
class AcknowledgeSnapshot:
    """The last snapshot is on screen: the next one may come."""


@dataclass(frozen=True)
class Close:
    """The window is closed in order: what was saved meanwhile is let go of."""


COMMANDS: tuple[type, ...] = (
    *(UnrollConvolution, WatchShifted, *INFLUENCE_COMMANDS),
    *OWN_SET_COMMANDS,
    *(ReadFilter, DropFilter, *EXAMPLE_COMMANDS, WatchFlips, WatchLayerCurves, AskLayerCurves),
    *(NewSession, SaveSession, OpenSession, CancelSession, OpenAutosave, KeepWindow),
    *(kind for kind in list(vars().values()) if isinstance(kind, type) and kind.__module__ == __name__),
)
"""All that are defined here, and those that others define."""
