"""Answers when something was so in the run on screen, and leads there."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.analysis.exact_losses import ExactLoss
from core.engine.commands import AskQuestion, DropQuestion, LookAt
from core.engine.messages import NeuronsPermuted, RunInfo
from core.engine.questions import LargestChange, Question, QuestionAnswered, QuestionProgress
from core.engine.snapshot import Snapshot
from gui.app.app_state import AppState
from gui.network.interaction.selection import SelectionItem
from gui.timeline.question_dialog import ASKED, QuestionDialog
from gui.timeline.question_subjects import Subject, example_subject, neuron_subjects, weight_subjects
from gui.timeline.questions import first_below, least_test_loss

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition

# The first number that is offered for L: so much of what it was when it was measured first.
HALF = 0.5
# Every update, or those where the answer lies, are looked at at once where that takes no longer.
AT_ONCE_S = 1.0


class QuestionPresenter(QObject):
    """One concern: questions about the past; made after the presenters that know what is on screen.

    Attributes
    ----------
    answers : dict
        The last answer to each question of `ASKED`.
    """

    def __init__(self, root: Composition) -> None:
        super().__init__(root)
        window, loss, network, engine = root.window, root.loss, root.network, root.engine
        self._window, self._loss, self._issue = window, loss, root.dispatcher.issue
        self._title_of, self._store = root.digits.title_of, root.store
        self._dialog: QuestionDialog | None = None
        self._snapshot: Snapshot | None = None
        self._running = False
        self._run = -1
        # Where it was branched off, if it is a branch.
        self._branched_at = 0
        # Where the run itself stands, after how many updates and changes by hand; and where each question was asked.
        self._live = -1, -1
        self._asked_at: dict[str, tuple[int, int]] = {}
        # The neuron and the connection that were pointed at last.
        self._pointed: dict[int, SelectionItem] = {}
        self._pins: tuple[SelectionItem, ...] = ()
        # What is offered for each question, and what is asked about.
        self._offered: dict[str, tuple[Subject, ...]] = {}
        self._subjects: dict[str, Subject] = {}
        # The searches that are under way, by their question; and the last answer to each.
        self._searches: dict[str, AskQuestion] = {}
        # Those of them that somebody has asked for.
        self._wanted: set[str] = set()
        self.answers: dict[str, QuestionAnswered] = {}
        self._ask_count = 0
        window.actions_["action_when"].triggered.connect(self.open)
        loss.exact_changed.connect(self._on_exact_changed)
        view = self._view = window.network_view
        view.neuron_hovered.connect(self._on_pointed)
        view.edge_hovered.connect(self._on_pointed)
        view.pins_changed.connect(self._on_pins_changed)
        network.displayed_snapshot_changed.connect(self._on_displayed)
        engine.run_changed.connect(self._on_run_changed)
        engine.running_changed.connect(self._on_running_changed)
        engine.snapshot_received.connect(self._on_snapshot)
        engine.update_applied.connect(lambda applied: self._on_snapshot(applied.snapshot))
        engine.parameter_edited.connect(lambda edited: self._on_snapshot(edited.snapshot))
        engine.neurons_permuted.connect(self._on_permuted)
        engine.question_answered.connect(self._on_answered)
        engine.question_progress.connect(self._on_progress)
        engine.question_refused.connect(lambda refused: self._name_of(refused.ask))
        engine.recovered.connect(lambda _: self._ask_anew())
        root.appearance.language_changed.connect(self._offer)
        root.store.changed.connect(self._on_state_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return bool(self._searches)

    def open(self) -> None:
        """Open the questions, or bring them to the front."""
        if self._dialog is None:
            dialog = self._dialog = QuestionDialog(self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.set_theme(self._window.theme)
            dialog.set_available(not self._store.state.is_lost)
            dialog.total_wanted.connect(lambda _: self._answer())
            dialog.update_wanted.connect(lambda update: self._issue(LookAt(update)))
            dialog.subject_chosen.connect(self._on_subject_chosen)
            dialog.closer_wanted.connect(self._look_closer)
            dialog.cancel_wanted.connect(self._cancel)
            dialog.finished.connect(self._forget)
            history = self._loss.history
            first = (
                2.0 if history is None or not history.exact_losses.count else history.exact_losses.totals[0]
            )
            dialog.total.show_value(_two_figures(HALF * float(first)))
            self._ask_anew()
        self._answer()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _forget(self) -> None:
        self._dialog = None
        for name in tuple(self._searches):
            self._drop(name)

    # --- what was measured

    def _on_exact_changed(self, _: ExactLoss | None, _is_before_edit: bool) -> None:
        if self._dialog is not None:
            self._answer()

    def _answer(self) -> None:
        dialog, history = self._dialog, self._loss.history
        if dialog is None or history is None:
            return
        exact = history.exact_losses
        dialog.show_answers(
            least_test_loss(exact),
            first_below(exact, float(dialog.total.value)),
            len(exact.of_now),
            least_test_loss(exact, self._branched_at),
            exact.has_edits,
        )

    # --- what can be asked about

    def _on_pointed(self, *item: int) -> None:
        self._note_pointed(item)
        self._offer()

    def _note_pointed(self, item: SelectionItem) -> None:
        self._pointed.pop(len(item), None)
        self._pointed[len(item)] = item

    def _on_pins_changed(self, pins: tuple[SelectionItem, ...]) -> None:
        more, self._pins = [pin for pin in pins if pin not in self._pins], pins
        if more:
            # What is pinned is asked about; what is only pointed at is offered.
            self._note_pointed(more[-1])
            self._subjects.pop("dead", None)
            if len(more[-1]) == 3:
                self._subjects.pop("sign", None)
        self._offer()

    def _on_permuted(self, permuted: NeuronsPermuted) -> None:
        # What is pinned follows by itself.
        self._pointed.clear()
        for name in ("dead", "sign"):
            self._subjects.pop(name, None)
        self._on_snapshot(permuted.snapshot)

    def _on_displayed(self, snapshot: Snapshot) -> None:
        before, self._snapshot = self._snapshot, snapshot
        if before is None or (before.run, before.sizes) != (snapshot.run, snapshot.sizes):
            self._pointed.clear()
            self._subjects.clear()
        self._offer()

    def _offer(self) -> None:
        """Offer what is shown, pointed at or pinned; what is asked about already stays."""
        snapshot = self._snapshot
        if self._dialog is None or snapshot is None:
            return
        # The latest first.
        items = [*reversed(self._pointed.values()), *reversed(self._view.pins)]
        self._offer_subjects("dead", neuron_subjects(snapshot, items))
        self._offer_subjects("sign", weight_subjects(snapshot, items))
        example = snapshot.example
        if not snapshot.data.class_names:
            self._offer_subjects("right", ())
        elif example.origin != "train" or not self._running or "right" not in self._subjects:
            # Training examples come and go while the training runs.
            shown, known = example_subject(snapshot, self._title_of(snapshot)), self._subjects.get("right")
            if known is not None and known.key != shown.key:
                del self._subjects["right"]
            self._offer_subjects("right", (shown,))

    def _offer_subjects(self, name: str, subjects: tuple[Subject, ...]) -> None:
        """Offer these, and what is asked about already."""
        assert self._dialog is not None
        known = self._subjects.get(name)
        if known is not None and all(subject.key != known.key for subject in subjects):
            # The pointer has gone on, perhaps only to the dialog.
            subjects = (*subjects, known)
        chosen = known or (subjects[0] if subjects else None)
        names = [(subject.key, subject.name) for subject in subjects]
        if names != [(subject.key, subject.name) for subject in self._offered.get(name, ())]:
            self._offered[name] = subjects
            self._dialog.show_subjects(name, subjects, "" if chosen is None else chosen.key)
        if chosen is not None and chosen is not known:
            self._choose(name, chosen)

    def _on_subject_chosen(self, name: str, key: str) -> None:
        for subject in self._offered.get(name, ()):
            if subject.key == key:
                self._choose(name, subject)

    def _choose(self, name: str, subject: Subject) -> None:
        self._subjects[name] = subject
        self.answers.pop(name, None)
        if self._dialog is not None:
            self._dialog.show_answer(name, None)
        self._ask(name)

    # --- asking

    def _ask_anew(self) -> None:
        """Ask everything of what is on screen now."""
        self._searches.clear()
        self._asked_at.clear()
        self._subjects.clear()
        self._offered.clear()
        self.answers.clear()
        self._offer()
        self._ask("largest")

    def _ask_again(self) -> None:
        """Ask about the run as it stands now, what was asked about it as it stood before.

        Where it has only come further, what is answered stays true of the updates that it names: it waits until the
        training rests, and a closer look that somebody has asked for goes on. What was set by hand after the very
        update that an answer names may have made it false.
        """
        for name in ASKED:
            if self._asked_at.get(name, self._live) == self._live:
                continue
            search, answer = self._searches.get(name), self.answers.get(name)
            is_wanted = search is not None and name in self._wanted
            named = self._asked_at[name][0], -1 if answer is None else answer.update
            if self._live[0] in named:
                self.answers.pop(name, None)
                if self._dialog is not None:
                    self._dialog.show_answer(name, None)
                if is_wanted and search is not None:
                    self._ask_closer(name, search.effort)
                else:
                    self._ask(name)
            elif not (self._running or is_wanted):
                self._ask(name)

    def _ask(self, name: str, effort: str = "kept") -> None:
        question: Question | None = LargestChange()
        if name != "largest":
            subject = self._subjects.get(name)
            question = None if subject is None else subject.question
        self._drop(name)
        if question is not None and self._dialog is not None and not self._store.state.is_lost:
            self._ask_count += 1
            self._asked_at[name] = self._live
            self._searches[name] = AskQuestion(self._ask_count, question, effort)
            self._issue(self._searches[name])

    def _drop(self, name: str) -> None:
        search = self._searches.pop(name, None)
        self._wanted.discard(name)
        if search is not None:
            self._issue(DropQuestion(search.ask))

    def _look_closer(self, name: str) -> None:
        answer = self.answers.get(name)
        if answer is None or self._dialog is None:
            return
        self._ask_closer(name, "every" if answer.seconds_between is None else "between")

    def _ask_closer(self, name: str, effort: str) -> None:
        self._ask(name, effort)
        self._wanted.add(name)
        if self._dialog is not None:
            self._dialog.show_progress(name, QuestionProgress(self._ask_count, 0, 0, None))

    def _cancel(self, name: str) -> None:
        self._drop(name)
        if self._dialog is not None:
            self._dialog.show_progress(name, None)

    # --- what comes of it

    def _name_of(self, ask: int, ends: bool = True) -> str | None:
        """The question that was asked under this number, if somebody still waits for it."""
        name = next((name for name, search in self._searches.items() if search.ask == ask), None)
        if name is not None and ends:
            del self._searches[name]
        return name

    def _on_answered(self, answer: QuestionAnswered) -> None:
        name = self._name_of(answer.ask)
        if name is None or self._dialog is None:
            return
        self.answers[name] = answer
        early, moment = self._dialog.early_of(name), self._store.state.moment
        self._dialog.show_answer(name, answer)
        target = self._dialog.target_of(name)
        # Somebody has gone to what was known so far, and is still there.
        is_waiting = early is not None and early == (self._live[0] if moment is None else moment)
        if is_waiting and target is not None:
            self._issue(LookAt(target))
        closer = _at_once(answer)
        if closer is not None:
            self._ask(name, closer)

    def _on_progress(self, progress: QuestionProgress) -> None:
        name = self._name_of(progress.ask, ends=False)
        if name is not None and self._dialog is not None:
            self._dialog.show_progress(name, progress)

    def _on_run_changed(self, info: RunInfo) -> None:
        self._branched_at = 0 if info.parent is None else info.branch_update
        if info.run != self._run:
            self._run = info.run
            # The engine has dropped them.
            self._searches.clear()
            if self._dialog is not None:
                self._ask_anew()

    def _on_state_changed(self, before: AppState, now: AppState) -> None:
        if before.is_lost != now.is_lost:
            # None of those that were asked is left; another engine is asked anew.
            self._searches.clear()
            if self._dialog is not None:
                self._dialog.set_available(not now.is_lost)

    def _on_running_changed(self, running: bool) -> None:
        self._running = running
        if self._dialog is not None:
            self._ask_again()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._live = snapshot.update, snapshot.edit_count
        if self._dialog is not None:
            self._ask_again()


def _at_once(answer: QuestionAnswered) -> str | None:
    """How far to look without being asked to: what takes no time; and around what was set by hand in any case."""
    if answer.seconds_every is not None and answer.seconds_every <= AT_ONCE_S:
        return "every"
    if answer.edits:
        return "edits"
    if answer.seconds_between is not None and answer.seconds_between <= AT_ONCE_S:
        return "between"
    return None


def _two_figures(value: float) -> float:
    """The number rounded to two figures that count."""
    return round(value, 1 - floor(log10(value))) if value > 0 else value
