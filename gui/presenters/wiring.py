"""The composition root: the engine's client, the frame clock and every presenter, connected to the window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.engine.commands import LookAt, ShowTestSample, Start, TrainEpoch
from core.nn.architecture import Architecture
from core.training.config import TrainingConfig
from gui.app import commands as c
from gui.app.app_state import StateStore
from gui.app.dispatcher import Dispatcher
from gui.app.frame_clock import FrameClock
from gui.app.settings import Settings
from gui.app.window_frame import WindowFrame
from gui.engine.client import EngineClient
from gui.presenters.announcement_presenter import AnnouncementPresenter
from gui.presenters.appearance_presenter import AppearancePresenter
from gui.presenters.curves_presenter import CurvesPresenter
from gui.presenters.data_presenter import DataPresenter
from gui.presenters.digit_presenter import DigitPresenter
from gui.presenters.edit_presenter import EditPresenter
from gui.presenters.engine_end_presenter import EngineEndPresenter
from gui.presenters.engine_wiring import EngineWiring
from gui.presenters.event_presenter import EventPresenter
from gui.presenters.export_presenter import ExportPresenter
from gui.presenters.figure_presenter import FigurePresenter
from gui.presenters.film_presenter import FilmPresenter
from gui.presenters.filter_presenter import FilterPresenter
from gui.presenters.findings_presenter import FindingsPresenter
from gui.presenters.flip_presenter import FlipPresenter
from gui.presenters.help_presenter import HelpPresenter
from gui.presenters.history_presenter import HistoryPresenter
from gui.presenters.idle_command_presenter import IdleCommandPresenter
from gui.presenters.influence_presenter import InfluencePresenter
from gui.presenters.inspect_presenter import InspectPresenter
from gui.presenters.ledger_presenter import LedgerPresenter
from gui.presenters.loss_presenter import LossPresenter
from gui.presenters.named_moment import NamedMoment
from gui.presenters.network_presenter import NetworkPresenter
from gui.presenters.neuron_sort_presenter import NeuronSortPresenter
from gui.presenters.opening_presenter import OpeningPresenter
from gui.presenters.own_presenter import OwnPresenter
from gui.presenters.phase_presenter import PhasePresenter
from gui.presenters.preferences_presenter import PreferencesPresenter
from gui.presenters.question_presenter import QuestionPresenter
from gui.presenters.report_presenter import ReportPresenter
from gui.presenters.run_presenter import RunPresenter
from gui.presenters.run_rows import RunRows
from gui.presenters.run_tree_presenter import RunTreePresenter
from gui.presenters.runs_aside import RunsAside
from gui.presenters.session_wiring import SessionWiring
from gui.presenters.side_wiring import SideWiring
from gui.presenters.solutions_presenter import SolutionsPresenter
from gui.presenters.status_presenter import StatusPresenter
from gui.presenters.step_export_presenter import StepExportPresenter
from gui.presenters.suited_settings_presenter import SuitedSettingsPresenter
from gui.presenters.time_presenter import TimePresenter
from gui.presenters.transport_presenter import TransportPresenter
from gui.presenters.unrolling_presenter import UnrollingPresenter
from gui.presenters.weight_page_presenter import WeightPagePresenter
from gui.presenters.weights_presenter import WeightsPresenter


class Composition(QObject):
    """Connects signals with slots, and does nothing else."""

    ready = Signal()
    """The first network is there; emitted once Qt's event loop runs."""

    def __init__(
        self, window: WindowFrame, settings: Settings, architecture: Architecture, engine: EngineClient
    ) -> None:
        super().__init__(window)
        self.window = window
        self.is_left_running = False
        """Whether, after `close`, a thread is still at work, for one reads from a drive that does not answer."""
        self.clock = FrameClock(self)
        window.turns.begun.connect(self.clock.hold)
        window.turns.done.connect(self.clock.release)
        self.store = StateStore(self)
        self.engine = engine
        messages = window.message_bar
        self.network = NetworkPresenter(window.network_view, engine, self.clock, self)
        self.loss = LossPresenter(window.loss_plot, window.goodness_panel, self.clock, self)
        view = window.network_view
        self.status = StatusPresenter(
            window.status_label, self.network, self.clock, lambda: view.marks_idle_neurons, self
        )
        self.transport = TransportPresenter(window.speed, self.network, engine, self.store, self)
        self.transport.walkthrough_left.connect(self.status.show_walkthrough_left)
        window.network_area.page_changed.connect(self.status.show_page)
        self.digits = DigitPresenter(window.draw_panel, window.network_view, messages, engine, self)
        self.inspect = InspectPresenter(window.network_view, window.inspector, self.network.flow, self)
        self.history = HistoryPresenter(window.inspector.details, self)
        panels = window.function_set_panel, window.goodness_panel, window.best_function_panel
        self.runs = RunPresenter(*panels, messages, engine, window.undo_stack, self)
        self.events = EventPresenter(messages, self)
        self.neuron_sort = NeuronSortPresenter(
            window, engine, self.network, self.inspect, self.clock, self.store, self
        )
        inspector = window.inspector
        self.edits = EditPresenter(
            (inspector.parameter, inspector.details.parameter),
            messages,
            self.network,
            self.loss,
            engine,
            window.undo_stack,
            self.clock,
            self,
        )
        rows, shown = RunRows(self.loss), (self.network, self.loss, self.runs)
        self.time = TimePresenter(window.timeline, rows, *shown, engine, self.store, self.clock, self)
        self.moments = NamedMoment(self.time, self.network, self)
        self.curves = CurvesPresenter(self)
        self.run_tree = RunTreePresenter(window, rows, self.time, self.loss, self.runs, self)
        self.edits.before_edit = self.time.on_own_run
        self.data = DataPresenter(window, self.runs, engine, lambda: self.store.state.is_lost, self)
        self.name_of_run, self.words_of_run = rows.name_of, rows.words_of
        self.exports = ExportPresenter(window, settings, rows.words_of, self)
        self.weights = WeightsPresenter(window, self.network.weights, self.runs, settings, self)
        self.steps = StepExportPresenter(
            window, settings, self.network, self.digits, engine, rows.words_of, self
        )
        self.appearance = AppearancePresenter(window, self.network, settings, self.store, self)
        self.figures = FigurePresenter(self, settings)
        EngineWiring(self)
        self.film = FilmPresenter(self, settings)
        self.sides = SideWiring(self, rows)
        self.filters = FilterPresenter(self)
        self.ledger, self.own = LedgerPresenter(self), OwnPresenter(self)
        self.influence, self.flips = InfluencePresenter(self), FlipPresenter(self)
        self.suited_settings = SuitedSettingsPresenter(window.best_function_panel, self.runs, engine, self)
        self.findings, self.weight_page = FindingsPresenter(self), WeightPagePresenter(self)
        self.ends = EngineEndPresenter(self, rows)
        self.opening = OpeningPresenter(messages, lambda: self.dispatcher.refuses(c.OpenFile()), self)
        self.sessions = SessionWiring(self, settings)
        self.phases = PhasePresenter(self)
        self.idle_commands = IdleCommandPresenter(self, rows)
        self.dispatcher = Dispatcher(self._handlers(), engine.send, self.idle_commands.refuses)
        window.undo_stack.refuses = self.dispatcher.refuses
        self._connect_commands()
        self.announcements = AnnouncementPresenter(
            window, self.store, self.network.player, rows.name_of, self
        )
        self.runs.run_returned.connect(self.announcements.tell_run)
        self.help = HelpPresenter(window, self.dispatcher.issue, self)
        self.report = ReportPresenter(window, self.store, self)
        self.questions = QuestionPresenter(self)
        self.solutions = SolutionsPresenter(self, rows)
        self.aside, self.unrolling = RunsAside(self, rows), UnrollingPresenter(self, rows)
        self.preferences = PreferencesPresenter(window, self.store, self.dispatcher.issue, self)
        window.closing.connect(self.close)
        engine.send(Start(architecture, TrainingConfig(seed=architecture.seed), engine.folder))
        self.appearance.restore()
        self.transport.set_speed(settings.speed)

    def close(self) -> None:
        """End the session: no more frames, no more training, everything remembered.

        A part that fails is reported, and all others are ended nevertheless.
        """
        for end in (
            self.appearance.remember,
            self.clock.stop,
            self.sessions.keep_window,
            lambda: self.engine.close(self.sessions.files.leaves_work),
            self.sessions.stop,
            self.history.stop,
            self.data.loader.stop,
            self.data.looker.stop,
            self.exports.stop,
            self.figures.stop,
            self.weights.stop,
            self.steps.stop,
            self.film.stop,
            self.own.files.stop,
        ):
            try:
                # What runs a thread answers with whether it has ended.
                has_ended = end() is not False
            except Exception:
                has_ended = False
                sys.excepthook(*sys.exc_info())
            self.is_left_running |= not has_ended

    def _handlers(self) -> dict[type, Callable[[Any], object]]:
        """Who does what is asked of the window, and takes what is asked of the engine."""
        transport, runs, look = self.transport, self.runs, self.appearance
        return {
            c.ToggleRunning: lambda _: self.ends.run_or_try_again(),
            c.MakeUpdate: lambda _: self.time.onwards(transport.step),
            c.NextPhase: lambda _: self.phases.lead(1),
            c.PreviousPhase: lambda _: self.phases.lead(-1),
            **self.time.handlers,
            **self.run_tree.handlers,
            c.ShowFilm: lambda _: self.film.show(),
            **self.sides.handlers,
            **self.filters.handlers,
            **self.ledger.handlers,
            **self.influence.handlers,
            **self.flips.handlers,
            **self.figures.handlers,
            **self.own.handlers,
            **self.findings.handlers,
            TrainEpoch: lambda _: transport.step_epoch(),
            c.SetSpeed: lambda command: transport.set_speed(command.position),
            c.ChangeSpeed: lambda command: transport.change_speed(command.by),
            c.ToggleFullSpeed: lambda _: transport.toggle_full_speed(),
            c.SetArchitecture: lambda command: runs.set_architecture(command.architecture),
            c.SetConfig: lambda command: runs.set_setting(command.name, command.value),
            c.UseLectureSetting: lambda _: runs.use_lecture_setting(),
            c.UseSuitedSettings: lambda _: self.suited_settings.use(),
            c.Rewind: lambda _: runs.rewind(),
            c.DrawNewWeights: lambda _: runs.draw_new_weights(),
            c.ChooseData: self.opening.in_turn(self.data.choose),
            c.CompareRuns: lambda command: self.solutions.open(command.run),
            c.ShowUnrolling: lambda _: self.unrolling.toggle(),
            c.SortNeurons: lambda _: self.time.on_own_run(self.neuron_sort.sort_neurons),
            ShowTestSample: self.digits.show_sample,
            c.Choose: lambda command: look.choose(command.name, command.value),
            c.ChooseSeveral: lambda command: look.choose_several(dict(command.values)),
            c.Toggle: lambda command: look.toggle(command.name),
            c.Zoom: lambda command: look.zoom(command.how),
            c.ShowWeight: lambda _: self.weight_page.toggle(),
            c.ChangeScale: lambda command: look.change_scale(command.by),
            c.ToggleProjector: lambda _: look.toggle_projector(),
            c.ExportPicture: lambda _: self.exports.export_picture(),
            c.CopyPicture: lambda _: self.exports.copy_picture(),
            c.ExportStep: lambda _: self.steps.export_step(),
            c.ExportWeights: self.weights.export,
            c.CopyCode: self.weights.copy_code,
            c.OpenWeights: self.opening.in_turn(self.weights.open),
            **self.sessions.handlers(),
        }

    def _connect_commands(self) -> None:
        """Whatever asks for something issues a command; whoever shows what is so hears of each change of the state."""
        window, issue = self.window, self.dispatcher.issue
        window.actions_.issued.connect(self.idle_commands.issue)
        window.speed.speed_wanted.connect(lambda position: issue(c.SetSpeed(position)))
        window.timeline.update_wanted.connect(lambda update: issue(LookAt(update)))
        window.timeline.branch_wanted.connect(lambda: issue(c.BranchHere("A")))
        self.run_tree.connect_commands(issue)
        window.network_area.past_bar.command_wanted.connect(issue)
        function_set, goodness = window.function_set_panel, window.goodness_panel
        best_function = window.best_function_panel
        function_set.architecture_wanted.connect(lambda architecture: issue(c.SetArchitecture(architecture)))
        function_set.new_weights_wanted.connect(lambda: issue(c.DrawNewWeights()))
        for panel in (goodness, best_function):
            panel.setting_wanted.connect(lambda name, value: issue(c.SetConfig(name, value)))
        goodness.data_wanted.connect(lambda: issue(c.ChooseData()))
        self.sessions.connect_commands(issue)
        best_function.lecture_setting_wanted.connect(lambda: issue(c.UseLectureSetting()))
        best_function.suited_settings_wanted.connect(lambda: issue(c.UseSuitedSettings()))
        self.store.changed.connect(window.actions_.show_state)
        self.store.changed.connect(self.status.show_state)
        self.store.changed.connect(lambda _, now: window.set_training_available(not now.is_lost))
        self.store.changed.connect(self._show_what_space_does)
        self.network.player.changed.connect(self._show_what_space_does)

    def _show_what_space_does(self, *_: object) -> None:
        # An update that is being told goes on with Space, held or not: the status bar says so.
        state, player = self.store.state, self.network.player
        is_told = player.is_wanted or player.walkthrough is not None
        self.loss.set_space_starts(not (state.running or state.is_lost or is_told))
