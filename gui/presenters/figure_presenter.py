"""Any plot or table as a file, on the clipboard, or on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMenuBar, QWidget

from gui.app import commands as c
from gui.app.background_task import BackgroundTask
from gui.app.settings import Settings
from gui.export.captions import last_update, other_moments, other_stem
from gui.export.file_writer import write_file
from gui.export.page_rendering import PageRendering
from gui.export.png import png_bytes
from gui.figures.figure_menu import FigureMenu
from gui.figures.figure_words import figure_line
from gui.figures.frozen_figure import FrozenFigure
from gui.loss.loss_reading import nearest_exact
from gui.network.painting.detached_render import DetachedRender
from gui.presenters.export_presenter import export_folder
from gui.theme.worn_sheet import wear
from gui.widgets.figure import Figure
from gui.widgets.file_names import short_path
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from gui.figures.figure_dialog import FigureDialog
    from gui.figures.printing import FigurePrinting
    from gui.presenters.wiring import Composition


class Plot(Protocol):
    """A widget that can be kept."""

    def figure(self) -> Figure | None:
        """What it shows now; None where there is nothing yet."""


def plots_within(part: QWidget) -> Iterator[QWidget]:
    """The plots and tables of a part of the window, itself among them."""
    for widget in (part, *part.findChildren(QWidget)):
        figure = getattr(type(widget), "figure", None)
        if figure is not None and figure is not Painted.figure:
            yield widget


def _has_keys_within(plot: QWidget) -> bool:
    """Whether a part of it takes the keyboard: then the menu's key reaches it from there."""
    return any(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in plot.findChildren(QWidget))


class FigurePresenter(QObject):
    """One concern: keeping what a plot or table shows at one moment."""

    def __init__(self, root: Composition, settings: Settings) -> None:
        super().__init__(root)
        self._root, self._window, self._settings = root, root.window, settings
        # Each, and what says of what it is.
        self._plots: dict[QWidget, Callable[[], str]] = {}
        # Which of them has the keyboard, or had it when a menu took it.
        self._current: QWidget | None = None
        self._frozen: FrozenFigure | None = None
        self._to_file, self._to_clipboard = PageRendering(self), PageRendering(self)
        self._to_file.drawn.connect(self._write)
        self._to_clipboard.drawn.connect(self._on_copied)
        # What is on its way to the clipboard.
        self._copied: tuple[FrozenFigure, list[str]] | None = None
        self.writer = BackgroundTask("figure", self)
        self.writer.succeeded.connect(self._on_written)
        self.writer.refused.connect(lambda sentence: self._dialog.show_error(sentence))
        self.writer.cancelled.connect(lambda: self._dialog.show_busy(False))
        self.handlers: dict[type, Callable[[Any], object]] = {
            c.SaveFigure: lambda _: self._do_current("save"),
            c.CopyFigure: lambda _: self._copy_current(),
            c.PrintFigure: lambda _: self._do_current("print"),
        }
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        window = root.window
        self.offer(window.plots)
        self._offer_of_neuron(window.inspector)
        window.inspector.plot_made.connect(self._offer_of_neuron)

    def offer(self, *parts: QWidget, subject: Callable[[], str] = str) -> None:
        """Let all plots and tables in these parts of the window be kept: by their menus, and by the window's keys.

        Parameters
        ----------
        subject : callable
            Of what they are, as of which neuron, in words; "" where their own names say it.
        """
        for plot in chain.from_iterable(map(plots_within, parts)):
            if plot in self._plots:
                continue
            self._plots[plot] = subject
            plot.destroyed.connect(lambda _=None, plot=plot: self._on_gone(plot))
            if plot.focusPolicy() == Qt.FocusPolicy.NoFocus and not _has_keys_within(plot):
                # So that the menu's key reaches it. A click still leaves the keyboard where it is.
                plot.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                if isinstance(plot, Painted):
                    plot.frames_focus = True
            own = getattr(plot, "menu", None)
            FigureMenu(plot, self._freeze, self._do, own if isinstance(own, QMenu) else None)

    def _on_gone(self, plot: QWidget) -> None:
        del self._plots[plot]
        if self._current is plot:
            self._current = None

    def _offer_of_neuron(self, part: QWidget) -> None:
        self.offer(part, subject=lambda: self._window.inspector.subject)

    def stop(self) -> bool:
        """The window closes: nothing more is drawn or written. False when a thread still runs."""
        self._to_file.stop()
        self._to_clipboard.stop()
        self._frozen = self._copied = None
        return self.writer.stop()

    # --- which one

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or isinstance(now, (QMenu, QMenuBar)):
            return
        part: QWidget | None = now
        while part is not None and part not in self._plots:
            part = part.parentWidget()
        if part is not None or not isinstance(now.window(), QDialog):
            self._current = part

    def _freeze(self, plot: QWidget) -> FrozenFigure | None:
        figure = cast(Plot, plot).figure()
        return None if figure is None else self._with_moment(figure, self._plots[plot]())

    def _with_moment(
        self, figure: Figure, subject: str = "", render: DetachedRender | None = None
    ) -> FrozenFigure | None:
        displayed = self._root.network.displayed
        if not figure.is_of_run:
            return FrozenFigure(figure, "", None, figure_line(figure, "", None, None, subject))
        if displayed is None:
            return None
        run = displayed.run if figure.run is None else figure.run
        update = displayed.update if figure.update is None else figure.update
        record = self._root.loss.history_of(run)
        exact = None if record is None else nearest_exact(record, update)
        is_before_edit = exact is not None and self._root.loss.is_before_edit(run, exact.update)
        last = update if render is None else max(update, last_update(render))
        words, name = self._root.words_of_run(run, last), self._root.name_of_run(run)
        place = words.index(name)
        others = (*(() if render is None else other_moments(render)), *words[:place])
        name = "  ·  ".join(words[place:])
        line = figure_line(figure, name, update, exact, subject, is_before_edit, others)
        return FrozenFigure(figure, name, update, line, "" if render is None else other_stem(render))

    def _network(self) -> FrozenFigure | None:
        from gui.figures.network_figure import network_figure

        view = self._window.network_view
        render = view.detached_render() if view.isVisible() else None
        if render is None:
            return None
        figure = network_figure(view.accessibleName(), render)
        return self._with_moment(figure, render=render)

    # --- what is wanted

    def _copy_current(self) -> None:
        label = QApplication.focusWidget()
        if isinstance(label, QLabel) and label.hasSelectedText():
            # Words that somebody has selected; the key would else be the label's.
            QGuiApplication.clipboard().setText(label.selectedText())
        else:
            self._do_current("copy")

    def _do_current(self, deed: str) -> None:
        plot = self._current if self._current is not None and self._current.isVisible() else None
        if plot is None and deed == "save" and self._window.network_view.isVisible():
            self._root.exports.export_picture()
            return
        frozen = self._network() if plot is None else self._freeze(plot)
        if frozen is not None:
            self._do(deed, frozen)
        elif plot is None:
            self._window.message_bar.show_message(
                lambda: self.tr(
                    "Choose a plot or a table first: press Tab until it has a frame. A right click on any of them"
                    " offers the same."
                )
            )
        else:
            what = plot.accessibleName()
            self._window.message_bar.show_message(
                lambda: self.tr("{what}: there is nothing to copy or to save yet.").format(what=what)
            )

    def _do(self, deed: str, frozen: FrozenFigure) -> None:
        if deed == "copy":
            self._copied = frozen, []
            self._to_clipboard.start(frozen.copy_steps(self._copied[1]))
        elif deed == "print":
            self.printing.ask(frozen)
            if self.printing.dialog is not None:
                wear(self.printing.dialog, self._window.theme)
        elif not self._dialog.isVisible():
            self._save(frozen)

    # --- on paper

    @cached_property
    def printing(self) -> FigurePrinting:
        """Who asks for the printer."""
        # Made when it is first asked for: it would add to the start of the app.
        from gui.figures.printing import FigurePrinting

        printing, messages = (
            FigurePrinting(self._window, lambda: export_folder(self._settings), self),
            self._window.message_bar,
        )
        printing.refused.connect(lambda sentence: messages.show_message(sentence, "error"))
        printing.printed.connect(self._show_printed)
        return printing

    def _show_printed(self, path: str) -> None:
        if path:
            self._show_saved(path)
        else:
            self._window.message_bar.show_message(lambda: self.tr("It is on its way to the printer."))

    # --- on the clipboard

    def _on_copied(self, image: QImage) -> None:
        assert self._copied is not None
        (frozen, text), self._copied = self._copied, None
        data = QMimeData()
        image.setDevicePixelRatio(1.0)
        data.setImageData(image)
        if text:
            data.setText("".join(text))
        QGuiApplication.clipboard().setMimeData(data)
        what, width, height = frozen.figure.what, f"{image.width():,}", f"{image.height():,}"
        rows = f"{frozen.table(0).count:,}" if frozen.figure.numbers else ""

        def words() -> str:
            if text:
                said = self.tr(
                    "{what} is on the clipboard: a picture of {width} × {height} px, and its numbers (rows: {rows})."
                )
            elif rows:
                said = self.tr(
                    "{what} is on the clipboard as a picture of {width} × {height} px; its {rows} rows are too many:"
                    " save them as CSV."
                )
            else:
                said = self.tr("{what} is on the clipboard: a picture of {width} × {height} px.")
            return said.format(what=what, width=width, height=height, rows=rows)

        self._window.message_bar.show_message(words)

    # --- into a file

    @cached_property
    def _dialog(self) -> FigureDialog:
        # Made when it is first asked for: it would add to the start of the app.
        from gui.figures.figure_dialog import FigureDialog

        dialog = FigureDialog(self._window)
        dialog.export_wanted.connect(self._on_save_wanted)
        dialog.cancel_wanted.connect(self._on_cancel_wanted)
        dialog.finished.connect(lambda _: self._forget())
        dialog.kind.currentIndexChanged.connect(lambda _: self._name_file())
        return dialog

    def _save(self, frozen: FrozenFigure) -> None:
        dialog, self._frozen = self._dialog, frozen
        dialog.set_theme(self._window.theme)
        dialog.show_figure(frozen.figure, frozen.page(False).size(), frozen.page(True).size(), frozen.rows)
        dialog.suggest(export_folder(self._settings), self._stem())
        dialog.open()

    def _stem(self) -> str:
        assert self._frozen is not None
        return self._frozen.stem(self._dialog.number if self._dialog.suffix == ".csv" else None)

    def _name_file(self) -> None:
        if self._frozen is not None and self._dialog.isVisible():
            self._dialog.suggest_anew(self._stem())

    def _on_save_wanted(self) -> None:
        dialog, frozen = self._dialog, self._frozen
        assert frozen is not None
        dialog.show_busy(True)
        if dialog.suffix == ".csv":
            self._to_file.start(frozen.csv_steps(dialog.number, dialog.show_progress))
        else:
            self._to_file.start(
                frozen.picture_steps(dialog.suffix[1:], dialog.number, dialog.line.isChecked())
            )

    def _write(self, made: QImage | bytes) -> None:
        frozen, path = self._frozen, self._dialog.path
        assert frozen is not None
        if isinstance(made, bytes):
            self.writer.start(partial(write_file, lambda _stop: made, path))
            return
        texts = {"Software": "Backlight", "Title": frozen.figure.what, "Description": frozen.line}
        self.writer.start(partial(write_file, lambda _stop: png_bytes(made, texts), path))

    def _on_written(self, path: str) -> None:
        self._settings.export_folder = str(Path(path).parent)
        self._dialog.show_busy(False)
        self._dialog.accept()
        self._show_saved(path)

    def _show_saved(self, path: str) -> None:
        self._window.message_bar.show_message(lambda: self.tr("Saved: {path}").format(path=short_path(path)))

    def _on_cancel_wanted(self) -> None:
        if self._to_file.is_drawing:
            self._to_file.stop()
            self._dialog.show_busy(False)
        else:
            self.writer.cancel()

    def _forget(self) -> None:
        # It may hold a million numbers.
        self._frozen = None
