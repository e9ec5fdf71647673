"""The film of the training: played in the window, from the states that the engine has at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from core.engine.commands import Film, Pause
from core.engine.messages import FilmFrame, PastProgress, PastShown, Recovered, RunInfo
from gui.app.app_state import AppState
from gui.app.settings import Settings
from gui.film.film_plan import FilmPlan
from gui.film.film_player import FilmPlayer
from gui.presenters.empty_picture import explain_empty_picture
from gui.presenters.film_save_presenter import FilmSavePresenter
from gui.timeline.moment import Moment, with_progress
from gui.widgets.announcement import announce

if TYPE_CHECKING:
    from gui.presenters.wiring import Composition

USUAL_S = 10.0


class FilmPresenter(QObject):
    """One concern: the film on screen; made after the presenters that it shows pictures by.

    Attributes
    ----------
    player : FilmPlayer
    saving : FilmSavePresenter
    """

    def __init__(self, root: Composition, settings: Settings) -> None:
        super().__init__(root)
        self._root, self._window = root, root.window
        self._bar = root.window.network_area.film_bar
        self._run = -1
        # Whether it ends where the run ends, however far that is trained.
        self._ends_live = True
        # The update of the picture that was shown last; whether the engine was sent there since it was elsewhere.
        self._update = -1
        self._is_looked_at = True
        # The picture in the view that is not seen yet, unless somebody goes elsewhere meanwhile.
        self._covered: PastShown | None = None
        # The picture that it played at when the engine ended.
        self._ended_at: int | None = None
        self.player = FilmPlayer(root.window.network_view, root.clock, self)
        self.player.update_wanted.connect(self._ask)
        self.player.picture_ready.connect(self._show)
        self.player.revealed.connect(self._name)
        self.player.changed.connect(self._show_place)
        self.player.ended.connect(self._on_ended)
        self.saving = FilmSavePresenter(root, settings, self._ask, self)
        self._bar.play_wanted.connect(self._toggle)
        self._bar.picture_wanted.connect(self.player.seek)
        self._bar.plan_wanted.connect(self._set_plan)
        self._bar.save_wanted.connect(self._save)
        self._bar.close_wanted.connect(self.close)
        root.window.key_bindings.changed.connect(self._show_key)
        self._show_key()
        root.engine.film_frame.connect(self._take)
        root.engine.run_changed.connect(self._on_run_changed)
        root.engine.running_changed.connect(self._on_running_changed)
        root.engine.failed.connect(lambda _: self.player.stop())
        root.engine.recovered.connect(self._on_recovered)
        root.engine.past_progress.connect(self._show_progress)
        root.engine.lost.connect(lambda _: self._on_lost())
        root.time.moment_changed.connect(self._on_moment_changed)
        root.network.displayed_snapshot_changed.connect(lambda _: self._stand_at_picture())
        root.network.player.changed.connect(self._on_walkthrough_changed)
        root.store.changed.connect(self._on_state_changed)

    @property
    def is_open(self) -> bool:
        """Whether the film's bar is there."""
        return not self._bar.isHidden()

    def show(self) -> None:
        """Open the film, over the whole training, which rests; play or pause it where it is open."""
        if self.is_open:
            self._toggle()
            return
        live = self._live
        if not live:
            self._window.message_bar.show_message(
                lambda: self.tr("There is no film yet: train first. Space starts the training.")
            )
            return
        if self._root.store.state.running:
            self._root.engine.send(Pause())
        self._root.network.leave_walkthrough()
        self._uncover()
        self._ends_live = True
        seconds = self.player.plan.seconds if self._run >= 0 else USUAL_S
        self._run = self._root.runs.info.run if self._root.runs.info is not None else -1
        self._bar.show()
        self._take_plan(FilmPlan(0, live, seconds))
        # Whatever has the keyboard: here Run's keys play the film, and pause it.
        self._window.key_bindings.lend("action_run", "action_film")
        self._bar.take_keyboard()

    def close(self) -> None:
        """Put the film away; the update that it shows stays on screen."""
        self.player.stop()
        self._look_at_rest()
        if self.is_open:
            self._window.key_bindings.end_loan()
            focused = self._window.focusWidget()
            had_keyboard = focused is None or self._bar.isAncestorOf(focused)
            self._bar.hide()
            if had_keyboard:
                self._window.network_area.take_keyboard(Qt.FocusReason.OtherFocusReason)
            # The bar is gone: what it was over says so.
            announce(self._window.network_area, self.tr("the film is closed"))

    def stop(self) -> bool:
        """The window closes. False when a thread still runs."""
        self.player.stop()
        return self.saving.stop()

    def play_on(self, recovered: Recovered) -> None:
        """Another engine goes on, and all know from which update: what was played is played on, as far as there is."""
        picture, self._ended_at = self._ended_at, None
        if picture is None or recovered.run != self._run or not self.is_open:
            return
        plan, live = self.player.plan, recovered.update
        self.player.stand_at(plan.update_at(picture))
        if max(plan.first, plan.last) > live:
            self._take_plan(FilmPlan(min(plan.first, live), min(plan.last, live), plan.seconds))
        if self.player.picture < self.player.plan.count - 1:
            self.player.play()

    # --- what the user wants

    def _toggle(self) -> None:
        if self.player.is_playing:
            self.player.pause()
            # At which update is told as of any other that is come to.
            announce(self._bar, self.tr("the film is paused"))
            return
        self._uncover()
        self._follow_run()
        self.player.play()
        announce(self._bar, self.tr("the film plays"))

    def _set_plan(self, plan: FilmPlan) -> None:
        self._ends_live = self._live in (plan.first, plan.last)
        self._take_plan(plan)

    def _save(self) -> None:
        self.player.pause()
        self._follow_run()
        self.saving.save(self.player.plan)

    # --- parts

    def _uncover(self) -> None:
        """A page that no picture of the film would reach makes room: a film that plays behind it is seen by nobody."""
        area = self._window.network_area
        if area.page is not None and not area.page.follows_film:
            area.show_over(None)

    @property
    def _live(self) -> int:
        """The newest update of the run: its picture may come before its loss."""
        displayed = self._root.network.displayed
        return max(self._root.loss.updates, 0 if displayed is None else displayed.update)

    def _follow_run(self) -> None:
        """Go to the end of a run that was trained on meanwhile."""
        plan, live = self.player.plan, self._live
        if self._ends_live and live > max(plan.first, plan.last):
            forwards = plan.last >= plan.first
            first, last = (plan.first, live) if forwards else (live, plan.last)
            self._take_plan(FilmPlan(first, last, plan.seconds))

    def _take_plan(self, plan: FilmPlan) -> None:
        self.player.set_plan(plan)
        self._bar.show_film(plan, self._live)
        # Another film has this update elsewhere.
        self._update = -1
        self._stand_at_picture()
        self._show_place()

    def _stand_at_picture(self) -> None:
        """What is on screen may come from elsewhere: the past, the present. The film's place is that of the picture."""
        displayed = self._root.network.displayed
        if displayed is None or not (self.is_open and self.player.is_at_rest) or self.saving.is_painting:
            return
        self._follow_run()
        if displayed.update != self._update:
            self._update = displayed.update
            self.player.stand_at(displayed.update)

    def _show_place(self) -> None:
        plan, displayed = self.player.plan, self._root.network.displayed
        ends = sorted((plan.first, plan.last))
        is_in_film = displayed is None or ends[0] <= displayed.update <= ends[1] or not self.player.is_at_rest
        self._bar.show_picture(self.player.picture, self.player.is_playing, is_in_film)
        self._look_at_rest()

    def _look_at_rest(self) -> None:
        """Where the film rests, its update is looked at as any other: its L is measured, its checksum is met.

        The engine may be at another one, which was asked for ahead.
        """
        if self._is_looked_at or self.saving.is_painting or not self.player.is_at_rest:
            return
        self._is_looked_at = True
        self._root.time.ask_again()

    def _ask(self, update: int) -> None:
        self._is_looked_at = False
        info = self._root.runs.info
        if info is not None:
            self._root.engine.send(Film(info.run, (update,)))

    def _show_key(self) -> None:
        self._bar.show_key(self._window.key_bindings.all_words("action_film"))

    def _take(self, frame: FilmFrame) -> None:
        if self.saving.is_painting:
            self.saving.take(frame)
        else:
            self.player.take(frame)
            self._is_looked_at = False
            self._look_at_rest()

    def _show(self, shown: PastShown) -> None:
        self._covered = shown
        self._root.time.show_frame(shown)
        explain_empty_picture(self._window.network_view, shown.snapshot, rests=True)

    def _name(self) -> None:
        """All that is said of the picture is said as it is uncovered."""
        shown, self._covered = self._covered, None
        on_screen = self._root.network.on_screen
        if shown is not None and shown.snapshot is on_screen.given:
            self._update = shown.update
            self._root.time.name_frame(shown)
        on_screen.tell_if_next()

    def _on_ended(self) -> None:
        announce(self._bar, self.tr("the film has ended"))
        # The last picture of the whole training is the present.
        if self._update >= self._root.loss.updates:
            self._root.time.return_to_live()

    def _on_moment_changed(self, moment: Moment | None) -> None:
        # Somebody goes elsewhere in time: along the timeline, by keys, back to the present.
        if moment is None or moment.update != self._update:
            # Whoever goes there sends the engine along.
            self._is_looked_at, self._covered = True, None
            self.player.stop()

    def _on_running_changed(self, is_running: bool) -> None:
        if is_running:
            self.close()

    def _on_walkthrough_changed(self) -> None:
        # One update is told: Run's keys hold it, and let it go on.
        if self._root.network.player.is_wanted:
            self.close()

    def _on_state_changed(self, before: AppState, now: AppState) -> None:
        # Run's keys are to train both networks.
        if now.trains_both and not before.trains_both:
            self.close()

    def _on_run_changed(self, info: RunInfo) -> None:
        if info.run != self._run:
            self._leave()

    def _show_progress(self, progress: PastProgress) -> None:
        """The picture that the film waits for takes long: it is made again from far away."""
        displayed = self._root.network.displayed
        if (
            displayed is None
            or progress.run != self._run
            or self.player.is_at_rest
            or self.saving.is_painting
        ):
            return
        moment = Moment(progress.update, self._live, on_screen=displayed.update)
        words = with_progress(moment, progress).state_words
        self._bar.show_progress(progress.done / max(1, progress.total), words)

    def _on_recovered(self, recovered: Recovered) -> None:
        # Who hears of it after this goes to the present, which ends the playing.
        was_playing = self.player.is_playing
        self.player.stop()
        self._ended_at = self.player.picture if was_playing else None
        self.saving.go_on(recovered)

    def _on_lost(self) -> None:
        self.saving.show_lost()
        self.close()

    def _leave(self) -> None:
        """Its run is no longer on screen."""
        self.saving.give_up()
        self.close()
