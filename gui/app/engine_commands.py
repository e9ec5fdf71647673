"""Which commands only an engine can do: while there is none for good, none of these is begun."""

from __future__ import annotations

from core.engine.commands import COMMANDS, AskQuestion, DropQuestion, SetHistorySize
from gui.app import commands as c

# The window's own that come to the engine in the end.
_OF_WINDOW = (
    *(c.MakeUpdate, c.NextPhase, c.PreviousPhase, c.StepBack, c.StepEpochs, c.ShowFilm, c.ExportStep),
    *(c.BranchHere, c.ShowRun, c.DeleteRun, c.CompareRuns, c.ShowUnrolling),
    *(c.ToggleSide, c.ShowAs, c.SwapSides, c.TrainBoth),
    *(c.SetArchitecture, c.SetConfig, c.UseSuitedSettings, c.UseLectureSetting),
    *(c.Rewind, c.DrawNewWeights, c.SortNeurons, c.ChooseData, c.OpenWeights, c.KeepDrawing),
    *(c.BeginSession, c.OpenFile, c.SaveFile, c.SaveFileAs, c.FindLeftWork),
)
# Nobody's wish for the moment: the next engine is told, or nothing is lost.
_CAN_WAIT = AskQuestion, DropQuestion, SetHistorySize
NEEDING_ENGINE: tuple[type, ...] = (*(kind for kind in COMMANDS if kind not in _CAN_WAIT), *_OF_WINDOW)


def needs_engine(command: object) -> bool:
    """Whether nothing would come of this command without an engine."""
    return isinstance(command, NEEDING_ENGINE)
