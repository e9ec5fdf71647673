"""The table of all actions: name, keys, icon and command; and those of which one is chosen."""

from __future__ import annotations

from core.engine.commands import ReleaseSample, ReturnToLive, ShowTestSample, TrainEpoch
from gui.app import commands as c
from gui.app.app_state import SIGNS
from gui.app.engine_commands import needs_engine
from gui.app.speed_slider import SPEED_STEP

# object name: (keys, icon, command). An action without a key of its own is reached through its menu; one without a
# command only moves the keyboard, or shows and hides panels: the window's own concern. "Larger" is on the same key as
# "=", and people press it without Shift.
ACTIONS: dict[str, tuple[str, str, object]] = {
    "action_run": ("Space", "run", c.ToggleRunning()),
    "action_step": (".", "step", c.MakeUpdate()),
    "action_back": (",", "back", c.StepBack()),
    "action_epoch_back": ("Ctrl+Left", "", c.StepEpochs(-1)),
    "action_epoch_on": ("Ctrl+Right", "", c.StepEpochs(1)),
    "action_next_phase": ("PgDown", "", c.NextPhase()),
    "action_previous_phase": ("PgUp", "", c.PreviousPhase()),
    "action_step_epoch": ("Shift+.", "epoch", TrainEpoch()),
    "action_film": ("Y", "", c.ShowFilm()),
    "action_when": ("Q", "", None),
    "action_solutions": ("Shift+Q", "", c.CompareRuns()),
    "action_unrolling": ("G", "", c.ShowUnrolling()),
    "action_live": ("End", "", ReturnToLive()),
    "action_branch": ("B", "", c.BranchHere()),
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
    "action_focus_runs": ("Ctrl+6", "", None),
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
    "action_side": ("C", "", c.ToggleSide()),
    "action_swap_sides": ("Shift+C", "", c.SwapSides()),
    "action_train_both": ("", "", c.TrainBoth()),
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
    "action_weight": ("I", "", c.ShowWeight()),
    "action_tidy": ("O", "", c.SortNeurons()),
    "action_filter": ("E", "", c.ShowFilter()),
    "action_ledger": ("Shift+L", "", c.ShowLedger()),
    "action_influence": ("A", "", c.ShowInfluence()),
    "action_flips": ("V", "", c.ShowFlips()),
    "action_keep_drawing": ("Ctrl+K", "", c.KeepDrawing()),
    "action_own_set": ("Shift+K", "", c.ShowOwnSet()),
    "action_findings": ("", "", c.ShowFindings()),
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
    "action_save_figure": ("", "", c.SaveFigure()),
    "action_copy_figure": ("Ctrl+C", "", c.CopyFigure()),
    "action_print_figure": ("Ctrl+P", "", c.PrintFigure()),
    "action_export_step": ("Ctrl+Shift+E", "", c.ExportStep()),
    "action_quit": ("Ctrl+Q", "", None),
}
ALSO_CHECKABLE = (
    *("action_unlock_panels", "action_full_speed", "action_projector", "action_side", "action_train_both"),
)
# What only an engine can do: not to be had while there is none. Run starts another one then.
# These four are not to be had elsewhere either: they look at more than that.
OF_SOME_MOMENTS = "action_live", "action_branch", "action_swap_sides", "action_train_both"
OF_TRAINING = tuple(
    name for name, (_, _, command) in ACTIONS.items() if needs_engine(command) and name not in OF_SOME_MOMENTS
)
# group: (field of the state, its values). The pictures are changed while one looks: each has its number as key.
CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "theme": ("theme", ("system", "light", "dark")),
    "language": ("language", ("system", "en", "zh_CN", "zh_TW")),
    "edges": ("edge_budget", ("4", "8", "16", "24", "48", "all")),
    "picture": ("edge_value", ("weight", "signal", "gradient", "mean_gradient", "change")),
    "sign": ("edge_sign", tuple(SIGNS)),
}
