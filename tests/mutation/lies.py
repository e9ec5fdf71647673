"""Lies that somebody might tell by mistake, each with the tests that have to notice it.

Each replaces one piece of source text. Kinds: a neighbour's index, the other sign, before for after, something stale,
a scale, a unit, a rounding, a label, a count.
"""

from __future__ import annotations

from dataclasses import dataclass

_USE = "tests/audit/test_random_use.py::"
PICTURES = _USE + "test_each_picture_after_some_updates_is_the_networks_own"
PINS = _USE + "test_what_is_pinned_and_its_details_are_the_neurons_own"
WALKTHROUGH = _USE + "test_a_walkthrough_tells_its_own_update_from_its_beginning_to_its_end"
RESIDUAL = _USE + "test_a_residual_network_with_dead_neurons_on_other_examples"
PLANE = _USE + "test_a_function_that_can_be_seen_whole[plane]"
LINE = _USE + "test_a_function_that_can_be_seen_whole[line]"
_CATALOG = (
    "tests/gui/network/marks/test_mark_catalog.py::test_every_mark_is_the_number_that_the_engine_computed"
)
MARKS = _CATALOG + "[relu]"
DROPOUT = _CATALOG + "[light, dropout]"
FOLDED = _CATALOG + "[folded]"
NUMBERS = _CATALOG + "[numbers as inputs]"
RENEWED = (
    "tests/gui/network/test_picture.py::test_another_update_of_the_same_example_renews_neurons_bars_and_c"
)
TEXTS = "tests/gui/widgets/test_number_text.py"
TIMELINE = "tests/gui/network/animation/test_timeline.py"
HISTORY = "tests/core/analysis/test_parameter_history.py"
ARCS = "tests/gui/network/marks/test_arc_marks.py"
CHOICES = "tests/gui/network/marks/test_edge_choice.py"
RIBBONS = "tests/gui/network/marks/test_ribbon_marks.py"
MAPS_AND_EDGES = "tests/gui/network/test_maps_and_edges.py"
MAPS_AUDITED = "tests/audit/test_map_update_readings.py::"
MOMENTS = "tests/gui/network/marks/test_map_moments.py"
WEIGHTS = "tests/core/analysis/test_weight_places.py"
CELLS = "tests/gui/network/interaction/test_values_of_cells.py"
STATUS = "tests/gui/presenters/test_status_presenter.py"
CAUSES = "tests/core/engine/test_divergence_cause.py"
TRIALS = "tests/core/engine/test_divergence_trials.py"
LANGUAGES = "tests/gui/app/test_language_turns.py"
PRESENTER = "tests/gui/presenters/test_network_presenter.py"
BAR = "tests/gui/ledger/test_cut_bar.py"
BANDS = "tests/gui/ledger/test_band_names.py"
MINUS = "tests/gui/presenters/test_subtraction_presenter.py"
MINUS_BOX = "tests/gui/ledger/test_other_run_box.py"
OTHER_RUN = "tests/gui/presenters/test_other_run_presenter.py"
ROWS = "tests/gui/presenters/test_run_rows.py"
ROWS_IN_STEPS = "tests/gui/presenters/test_rows_in_steps.py"
MORE_RUNS = "tests/gui/timeline/test_more_runs_button.py"
TRAINER = "tests/core/training/test_trainer.py"

_MARKS, _PRESENTERS = "gui/network/marks/", "gui/presenters/"


@dataclass(frozen=True)
class Lie:
    """One false statement.

    Attributes
    ----------
    kind : str
    file : str
    old, new : str
        `old` stands in the file exactly once.
    tests : tuple of str
        Those that should notice it.
    """

    kind: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    @property
    def name(self) -> str:
        """It in one line."""
        return f"{self.kind}: {self.file}: {' '.join(self.new.split())}"


def _lie(kind: str, file: str, old: str, new: str, *tests: str) -> Lie:
    return Lie(kind, file, old, new, tests)


_VALUES, _EDGES, _NEURONS = (_MARKS + name + ".py" for name in ("edge_values", "edge_marks", "neuron_marks"))
_CHOICE, _LEGEND, _TEXTS = (_MARKS + name + ".py" for name in ("edge_choice", "edge_legend", "text_marks"))
_SCALES, _PULSES, _MAP = (_MARKS + name + ".py" for name in ("scales", "pulse_marks", "input_map"))
_RIBBON = _MARKS + "ribbon_marks.py"
_HEADS, _MOMENTS = _MARKS + "column_heads.py", _MARKS + "map_moments.py"
_COVERAGE = _MARKS + "coverage_text.py"
_CAPTIONS = "gui/network/animation/walkthrough_captions.py"
_CARD, _ONE = "gui/network/interaction/callout.py", "gui/network/interaction/neuron_values.py"
_INSPECT, _DETAILS = _PRESENTERS + "inspect_presenter.py", "gui/inspector/neuron_details.py"

# Nine that once went through all tests.
THE_NINE = (
    _lie(
        "neighbour",
        _NEURONS,
        'label=tuple(_beyond(value, scale, unit) if known else "" for value in y),',
        'label=tuple(_beyond(value, scale, unit) if known else "" for value in np.roll(y, -1)),',
        MARKS,
    ),
    _lie(
        "stale",
        "gui/network/painting/node_layers.py",
        "            id(snapshot),\n            animation.revealed,",
        "            (snapshot.run, snapshot.example.index),\n            animation.revealed,",
        RENEWED,
    ),
    _lie(
        "count",
        "core/engine/snapshots.py",
        "epoch=trainer.epoch,",
        "epoch=trainer.epoch + 1,",
        PICTURES,
    ),
    _lie(
        "before for after",
        _CAPTIONS,
        "old, new = change_text(before, after)",
        "old, new = change_text(after, before)",
        WALKTHROUGH,
    ),
    _lie(
        "before for after",
        _CAPTIONS,
        "change_text(walkthrough.batch_mean, applied.batch_mean)",
        "change_text(walkthrough.batch_mean, walkthrough.batch_mean)",
        WALKTHROUGH,
    ),
    _lie(
        "neighbour",
        _HEADS,
        "states = statistics.states(layer)",
        "states = statistics.states((layer + 1) % len(statistics.flat))",
        RESIDUAL,
    ),
    _lie(
        "label",
        _INSPECT,
        "loss_slice(*of, edge.parameter, reach, snapshot.update, snapshot.trace.masks)",
        "loss_slice(*of, edge.parameter, reach, snapshot.update + 1, snapshot.trace.masks)",
        PINS,
    ),
    _lie(
        "scale",
        _INSPECT,
        "rate = config_at(info.config, info.changes, snapshot.update).rate_at(snapshot.update)",
        "rate = info.config.learning_rate",
        PINS,
    ),
    _lie("label", _CARD, 'rows = [Row("z", signed(values.z)', 'rows = [Row("z", signed(values.a)', PINS),
)

OF_EDGES = (
    _lie(
        "label",
        _VALUES,
        "(snapshot.trace.x, *snapshot.trace.a))",
        "(snapshot.trace.x, *snapshot.trace.z))",
        MARKS,
    ),
    _lie(
        "other sign",
        _VALUES,
        "return None if vector is None else ConnectionValues(of.connections, vector)",
        "return None if vector is None else ConnectionValues(of.connections, -vector)",
        MARKS,
    ),
    _lie(
        "label",
        _VALUES,
        'newest.mean_gradient if picture == "mean_gradient" else newest.change',
        "newest.mean_gradient",
        MARKS,
    ),
    _lie("neighbour", _EDGES, "value=value[own],", "value=np.roll(value[own], 1),", MARKS),
    _lie(
        "neighbour",
        _EDGES,
        "layout.ends((from_layer, source[own]), (to_layer, target[own]))",
        "layout.ends((from_layer, source[own]), (to_layer, target[own][::-1]))",
        MARKS,
    ),
    _lie(
        "scale",
        _EDGES,
        "np.clip(np.abs(value) / scale, 0, 1)",
        "np.clip(np.abs(value) / (2 * scale), 0, 1)",
        MARKS,
    ),
    _lie(
        "other sign",
        _EDGES,
        "* np.where(value < 0, -1, 1)",
        "* np.where(value > 0, -1, 1)",
        MARKS,
    ),
    _lie("scale", _EDGES, "WIDE_FROM, WIDE_PX = 0.6, 1.4", "WIDE_FROM, WIDE_PX = 0.3, 1.4", MARKS),
    _lie(
        "other sign",
        _EDGES,
        '    "gradient": ("grad_plus", "grad_minus"),',
        '    "gradient": ("grad_minus", "grad_plus"),',
        MARKS,
    ),
    _lie("scale", _SCALES, "\nPERCENTILE = 99.0", "\nPERCENTILE = 95.0", MARKS),
    _lie(
        "neighbour",
        _SCALES,
        "return self._values[kind]",
        "return self._values[kind][::-1]",
        MARKS,
    ),
    _lie(
        "scale",
        _SCALES,
        "times = max(1.0, largest_error / outputs)",
        "times = largest_error / outputs / 2",
        MARKS,
    ),
    _lie(
        "count",
        _COVERAGE,
        'numbers = {"drawn": f"{choice.drawn:,}", "total"',
        'numbers = {"drawn": f"{choice.total:,}", "total"',
        MARKS,
    ),
    _lie("scale", _CHOICE, "return sum(known) / len(known)", "return known[-1]", MARKS),
    _lie(
        "stale",
        _CHOICE,
        "return replace(choice, parts=parts, sums=sums)",
        "return replace(choice, sums=sums)",
        CHOICES,
    ),
    _lie(
        "neighbour",
        _COVERAGE,
        "groups = choice.groups_into.get(gap + 1, [])",
        "groups = choice.groups_into.get(gap or 1, [])",
        MARKS,
    ),
    _lie(
        "neighbour",
        _LEGEND,
        "return {(group.source_layer, group.target_layer): group.scale for group in in_order if",
        "return {(group.source_layer, group.target_layer): in_order[-1].scale for group in in_order if",
        MARKS,
    ),
    _lie(
        "label",
        _CHOICE,
        "finite(np.abs(measured.at(group, edges)))",
        "finite(np.abs(values.at(group, edges)))",
        CHOICES,
    ),
    _lie(
        "count",
        "gui/network/painting/highlighted_edges.py",
        "total = sum(edges_of(snapshot, *neuron) for neuron in self.neurons)",
        "total = sum(edges_of(snapshot, *neuron) for neuron in self.neurons) // 2",
        PINS,
    ),
    _lie(
        "stale",
        _PRESENTERS + "displayed_weights.py",
        "self._view.show_weights(snapshot)",
        "self._view.show_weights(self._shown or snapshot)",
        PICTURES,
    ),
    _lie(
        "other sign",
        "core/engine/last_update.py",
        "return read_only(trainer.network.parameters - self._before)",
        "return read_only(self._before - trainer.network.parameters)",
        PICTURES,
    ),
    _lie(
        "unit",
        "core/engine/walkthrough.py",
        "mean_gradient=read_only(trainer.network.gradients.copy()),",
        "mean_gradient=read_only(trainer.network.gradients * len(trainer.batch_rows)),",
        WALKTHROUGH,
    ),
)

OF_NEURONS = (
    _lie(
        "neighbour",
        _NEURONS,
        "_of_shown(trace.a, columns, any(arrived))",
        "_of_shown([np.roll(a, 1) for a in trace.a], columns, any(arrived))",
        MARKS,
    ),
    _lie(
        "label",
        _NEURONS,
        "_of_shown(trace.a, columns, any(arrived))",
        "_of_shown(trace.z, columns, any(arrived))",
        MARKS,
    ),
    _lie(
        "other sign",
        _NEURONS,
        "full = np.where((delta < 0)[:, None]",
        "full = np.where((delta > 0)[:, None]",
        MARKS,
    ),
    _lie(
        "neighbour",
        _NEURONS,
        "_of_shown(deltas_of, columns, any(ringed))",
        "_of_shown([delta[::-1] for delta in deltas_of], columns, any(ringed))",
        MARKS,
    ),
    _lie(
        "scale",
        _NEURONS,
        "not skip else scale\n",
        "not skip else scale_of_a[0]\n",
        MARKS,
    ),
    _lie(
        "scale",
        _NEURONS,
        "THINNEST_RING, WIDEST_RING = 1.0, 3.2",
        "THINNEST_RING, WIDEST_RING = 1.0, 2.6",
        MARKS,
    ),
    _lie(
        "neighbour",
        _NEURONS,
        "state=statistics.states(layer)[shown]",
        "state=np.roll(statistics.states(layer), 1)[shown]",
        RESIDUAL,
    ),
    _lie(
        "label",
        _NEURONS,
        "dropped=trace.masks[layer][shown] == 0",
        "dropped=trace.masks[layer][shown] != 0",
        DROPOUT,
    ),
    _lie(
        "label",
        "core/analysis/neuron_statistics.py",
        "return np.argmax(means, axis=0) if len(means) else None",
        "return np.argmin(means, axis=0) if len(means) else None",
        MARKS,
    ),
    _lie(
        "neighbour",
        _MARKS + "preferred_class_marks.py",
        "int(preferred_class[neuron])",
        "int(preferred_class[neuron - 1])",
        MARKS,
    ),
    _lie(
        "neighbour",
        _MARKS + "arc_marks.py",
        "carried, share, returns = flow.forward, flow.signal_share, False",
        "carried, share, returns = snapshot.trace.a[layer], flow.signal_share, False",
        RESIDUAL,
    ),
    _lie("other sign", _PULSES, "positive=value > 0,", "positive=value < 0,", WALKTHROUGH),
    _lie(
        "scale",
        _PULSES,
        "largest * np.sqrt(np.clip(share, 0, 1))",
        "largest * np.clip(share, 0, 1)",
        WALKTHROUGH,
    ),
    _lie(
        "neighbour",
        _MARKS + "weight_tiles.py",
        "edges.source] = w",
        "edges.source[::-1]] = w",
        MARKS,
    ),
)

OF_OUTPUTS_AND_WORDS = (
    _lie(
        "neighbour",
        _NEURONS,
        "length = np.clip(y / scale, least, 1)",
        "length = np.clip(np.roll(y, 1) / scale, least, 1)",
        MARKS,
    ),
    _lie(
        "label",
        "core/analysis/trace.py",
        "np.flatnonzero(z == z.max())",
        "np.flatnonzero(z == z.min())",
        "tests/core/analysis/test_trace.py",
    ),
    _lie(
        "other sign",
        _NEURONS,
        "np.clip(target.astype(np.float64) / scale",
        "np.clip(-target.astype(np.float64) / scale",
        MARKS,
    ),
    _lie(
        "rounding",
        "gui/widgets/number_text.py",
        "return LEAST_SHARE if value < 0.005",
        "return LEAST_SHARE if value < 0.05",
        MARKS,
        TEXTS,
    ),
    _lie(
        "rounding",
        "gui/widgets/number_text.py",
        "return percents(_half_up(100 * share, 0))",
        'return percents(f"{int(100 * share)}")',
        TEXTS,
    ),
    _lie(
        "label",
        _TEXTS,
        'words = QCoreApplication.translate("NetworkView", "says {said}, is {right}")',
        'words = QCoreApplication.translate("NetworkView", "says {right}, is {said}")',
        MARKS,
    ),
    _lie(
        "unit",
        _MARKS + "loss_marks.py",
        "number = loss_text(loss)",
        "number = loss_text(loss / 0.6931)",
        MARKS,
    ),
    _lie("label", _HEADS, "share=percent(share)", "share=percent(1 - share)", ARCS),
    _lie(
        "neighbour",
        _HEADS,
        'count = f"{snapshot.sizes[layer + 1]:,}"',
        'count = f"{snapshot.sizes[layer]:,}"',
        MARKS,
    ),
    _lie(
        "count",
        _TEXTS,
        'count = f"{column.size - column.shown.size:,}"',
        'count = f"{column.shown.size:,}"',
        FOLDED,
    ),
    _lie("neighbour", _TEXTS, "snapshot.trace.x.tolist()", "snapshot.trace.x[::-1].tolist()", NUMBERS),
    _lie(
        "label",
        _PRESENTERS + "digit_presenter.py",
        'index = f"{example.index:,}"',
        'index = f"{example.index + 1:,}"',
        PICTURES,
    ),
    _lie(
        "count",
        _PRESENTERS + "digit_presenter.py",
        'count=f"{self._train_count:,}"',
        'count=f"{self._train_count + 1:,}"',
        PICTURES,
    ),
    _lie(
        "other sign",
        "core/analysis/function_grid.py",
        "np.meshgrid(along[1][::-1], along[0],",
        "np.meshgrid(along[1], along[0],",
        PLANE,
    ),
    _lie(
        "other sign",
        _MAP,
        "points = np.stack([across(X[:, 0]), down(y[:, 0], height)], axis=1)",
        "points = np.stack([across(-X[:, 0]), down(y[:, 0], height)], axis=1)",
        MARKS,
    ),
    _lie("scale", _MAP, "SUREST = 0.45", "SUREST = 0.3", MARKS),
)

OF_PANELS_AND_MOMENTS = (
    _lie(
        "neighbour",
        _MARKS + "written_numbers.py",
        "words = [signed(float(value), 2) for value in values]",
        "words = [signed(float(value), 2) for value in np.roll(values, 1)]",
        LINE,
    ),
    _lie(
        "rounding",
        _MARKS + "written_numbers.py",
        "words = value_text(float(a))",
        "words = value_text(float(int(100 * a) / 100))",
        LINE,
    ),
    _lie("other sign", _CARD, 'Row("δ", signed(values.delta)', 'Row("δ", signed(-values.delta)', PINS),
    _lie(
        "label",
        "gui/inspector/inspector_panel.py",
        'rows.append((self.tr("bias") + " <i>b</i>", detailed(values.b)))',
        'rows.append((self.tr("bias") + " <i>b</i>", detailed(values.z)))',
        PINS,
    ),
    _lie(
        "neighbour",
        "gui/network/interaction/cell_values.py",
        "topology.bias_index(layer, index)",
        "topology.bias_index(layer, index - 1)",
        PINS,
    ),
    _lie(
        "label",
        _ONE,
        "w * float(trace.delta[target_layer - 1][target])",
        "a * float(trace.delta[target_layer - 1][target])",
        PINS,
    ),
    _lie(
        "neighbour",
        _ONE,
        "mean = statistics.class_mean[layer][:, index].tolist()",
        "mean = statistics.class_mean[layer][:, index - 1].tolist()",
        PINS,
    ),
    _lie(
        "label",
        "gui/inspector/pin_cards.py",
        'numbers = [("z", values.z), ("b", values.b)',
        'numbers = [("z", values.b), ("b", values.z)',
        PINS,
    ),
    _lie(
        "other sign",
        "core/analysis/sum_terms.py",
        "rest=float(terms[rest].sum()),",
        "rest=float(abs(terms[rest]).sum()),",
        PINS,
    ),
    _lie(
        "label",
        "gui/inspector/term_list.py",
        "signed(float(terms.term[place]))",
        "signed(float(terms.weight[place]))",
        PINS,
    ),
    _lie(
        "label",
        "gui/loss/loss_panel.py",
        "(percent_to_tenths(exact.train_accuracy), percent_to_tenths(exact.test_accuracy)),",
        "(percent_to_tenths(exact.test_accuracy), percent_to_tenths(exact.train_accuracy)),",
        PICTURES,
    ),
    _lie(
        "unit",
        "core/analysis/exact_losses.py",
        "return self.train_total / self.train_count",
        "return self.train_total / self.test_count",
        PICTURES,
    ),
    _lie(
        "count",
        "gui/loss/loss_panel.py",
        "of_update_words(exact.update, is_before_edit)",
        "of_update_words(exact.update + 1, is_before_edit)",
        PICTURES,
    ),
    _lie(
        "label",
        "gui/loss/loss_curves.py",
        "train=series(exact.totals),",
        "train=series(n * exact.test_means),",
        PICTURES,
    ),
    _lie(
        "stale",
        _PRESENTERS + "loss_presenter.py",
        "record.add_batch_means(added.first, added.losses)",
        "record.add_batch_means(added.first, added.losses[::-1])",
        PICTURES,
    ),
    _lie(
        "count",
        _PRESENTERS + "status_presenter.py",
        'format(update=f"{self._last_update:,}")',
        'format(update=f"{self._last_update + 1:,}")',
        PICTURES,
    ),
    _lie(
        "label",
        "gui/loss/loss_readout.py",
        '"signal: update {update}").format(update=f"{signal:,}")',
        '"signal: update {update}").format(update=f"{weights:,}")',
        STATUS,
    ),
    _lie(
        "unit",
        "core/engine/walkthrough.py",
        "mean = float(np.mean(trainer.batch_losses, dtype=np.float64))",
        "mean = float(np.max(trainer.batch_losses))",
        WALKTHROUGH,
    ),
    _lie(
        "neighbour",
        "core/analysis/parameter_history.py",
        "return tuple(float(parameters[index]) for _, parameters in self._kept)",
        "return tuple(float(parameters[index - 1]) for _, parameters in self._kept)",
        HISTORY,
    ),
    _lie(
        "before for after",
        "gui/network/animation/timeline.py",
        "return phase.gap // together * together, False, ALL_LAYERS",
        "return (phase.gap + 1) // together * together, False, ALL_LAYERS",
        TIMELINE,
    ),
    _lie(
        "stale",
        "gui/network/animation/timeline.py",
        'ALL_LAYERS if is_walkthrough and phase.name == "rest" else 0',
        "0",
        TIMELINE,
    ),
    _lie(
        "before for after",
        "gui/network/painting/edge_layers.py",
        'changed = animation.phase == "change" and animation.progress > 0.5\n        if changed or',
        'changed = animation.phase == "change"\n        if changed or',
        "tests/gui/network/painting/test_edge_layers.py",
        WALKTHROUGH,
    ),
)

OF_FEATURE_MAPS = (
    _lie("sign", _RIBBON, "np.bincount(pair, of, size)", "np.bincount(pair, -of, size)", RIBBONS),
    _lie(
        "neighbour",
        _RIBBON,
        "edges.source % sources * targets + edges.target % targets",
        "edges.source % sources * targets + (edges.target + 1) % targets",
        RIBBONS,
    ),
    _lie("scale", _RIBBON, "px = min(limits)", "px = max(limits)", RIBBONS),
    _lie(
        "before for after",
        _RIBBON,
        '"gradient" if group.source_layer >= animation.gradient_from',
        '"gradient" if group.target_layer >= animation.gradient_from',
        RIBBONS,
    ),
    _lie(
        "neighbour",
        "gui/network/painting/map_painter.py",
        "image_of(pixels[:, :, number])",
        "image_of(pixels[:, :, number - 1])",
        "tests/gui/network/painting/test_map_painter.py",
    ),
    _lie(
        "neighbour",
        "gui/network/painting/map_painter.py",
        "sheet[top : top + high] = own",
        "sheet[top : top + high] = drawn[0]",
        "tests/gui/network/painting/test_map_painter.py",
    ),
    _lie(
        "stale",
        "gui/network/painting/ribbon_layer.py",
        "is_same = old is not None and old[0] is snapshot",
        "is_same = old is not None",
        "tests/gui/network/painting/test_ribbon_layer.py",
    ),
    _lie(
        "sign",
        "core/analysis/weight_places.py",
        "return None if self.delta is None else self.a * self.delta",
        "return None if self.delta is None else self.a * abs(self.delta)",
        WEIGHTS,
    ),
    _lie(
        "neighbour",
        "core/analysis/weight_places.py",
        "shift = weight.row - windows.padding, weight.column - windows.padding",
        "shift = weight.column - windows.padding, weight.row - windows.padding",
        WEIGHTS,
    ),
    _lie(
        "count",
        "core/analysis/weight_places.py",
        "return self.meets.size - self.sharing",
        "return self.meets.size - self.sharing + 1",
        WEIGHTS,
    ),
    _lie(
        "label",
        "gui/kernel_page/weight_words.py",
        "{int(scene.places.kinds[kind].sum()):,}",
        "{int(scene.places.meets.sum()):,}",
        "tests/gui/kernel_page/test_weight_words.py",
    ),
    _lie(
        "stale",
        "gui/kernel_page/weight_canvas.py",
        "self._shown[0] is not snapshot or self._shown[1:] != shown[1:]",
        "self._shown[1:] != shown[1:]",
        "tests/gui/kernel_page/test_weight_canvas.py",
    ),
    _lie(
        "count",
        "gui/network/interaction/shared_weight.py",
        "return len(sharing_edges(connections, frozenset([parameter])))",
        "return len(connections.every)",
        CELLS,
    ),
    _lie(
        "label",
        "gui/network/interaction/cell_values.py",
        "spec.winners(topology.in_shapes[layer], x)[index]",
        "spec.winners(topology.in_shapes[layer], -x)[index]",
        CELLS,
    ),
    _lie(
        "label",
        "gui/network/interaction/unit_names.py",
        "row, column = divmod(cell, columns)",
        "column, row = divmod(cell, columns)",
        "tests/gui/network/interaction/test_unit_names.py",
    ),
    _lie(
        "neighbour",
        _MARKS + "window_frames.py",
        "in_shapes[layer])[index]",
        "in_shapes[layer])[index - 1]",
        "tests/gui/network/marks/test_window_frames.py",
    ),
    _lie(
        "unit",
        _VALUES,
        "alone = ConnectionValues(snapshot.connections, ones, (trace.x, *trace.a), trace.delta)",
        "alone = ConnectionValues(snapshot.connections, trace.gradient)",
        RIBBONS,
    ),
    _lie(
        "stale",
        _RIBBON,
        "    numbers = numbers or own_numbers(snapshot, picture)",
        "    numbers = own_numbers(snapshot, picture)",
        RIBBONS,
    ),
    # The weights, drawn as the change of an update that nobody knows.
    _lie(
        "label",
        "gui/network/painting/edge_contents.py",
        "on_screen.kind in OF_UPDATE and on_screen.choice.known",
        "on_screen.kind in OF_UPDATE",
        MAPS_AND_EDGES,
        MAPS_AUDITED + "test_before_an_update_after_it_after_an_edit_and_after_undo",
    ),
    # The displayed example's weights, drawn as the newest.
    _lie(
        "stale",
        _MARKS + "kernel_marks.py",
        "return snapshot.parameters if numbers.weights is None else numbers.weights",
        "return snapshot.parameters",
        MAPS_AND_EDGES,
        MAPS_AUDITED + "test_while_it_trains[weight]",
    ),
    _lie(
        "stale",
        "gui/network/painting/ribbon_layer.py",
        "has_same_weights = is_same and shown is not None and shown.weights is numbers.weights",
        "has_same_weights = is_same",
        MAPS_AND_EDGES,
    ),
    _lie(
        "stale",
        "gui/network/painting/edge_layers.py",
        "self._weights_stale |= has_kernels_of_w or self.picture not in OF_SNAPSHOT",
        "self._weights_stale |= self.picture not in OF_SNAPSHOT",
        MAPS_AND_EDGES,
    ),
    _lie(
        "neighbour",
        _RIBBON,
        "return column.x - wide / 2, column.y - high / 2,",
        "return column.x - wide / 2, np.roll(column.y, 1) - high / 2,",
        RIBBONS,
    ),
    _lie("count", _RIBBON, "~shown & is_seen & (total > 0)", "~shown & (total > 0)", RIBBONS),
    _lie(
        "before for after",
        _MOMENTS,
        "known[places[:visited]] = True",
        "known[places[visited:]] = True",
        MOMENTS,
    ),
    _lie("label", _MOMENTS, "known |= ~has_signal", "known |= has_signal", MOMENTS),
    _lie("label", _MOMENTS, "lost = np.ones(", "lost = np.zeros(", MOMENTS),
    _lie(
        "neighbour",
        _MOMENTS,
        "trace.delta[layer] if kind ==",
        "trace.delta[layer - 1] if kind ==",
        MOMENTS,
    ),
    _lie("sign", _MOMENTS, "np.where(known < 0,", "np.where(known > 0,", MOMENTS),
    _lie(
        "neighbour",
        "core/analysis/window_signal.py",
        "np.append(sends, False)",
        "np.append(sends, True)",
        "tests/core/analysis/test_window_signal.py",
    ),
    _lie(
        "count",
        "gui/network/animation/picture_captions.py",
        "blank = flags.size - seeing",
        "blank = flags.size",
        "tests/gui/network/animation/test_picture_captions.py",
    ),
    _lie(
        "count",
        "gui/network/animation/picture_captions.py",
        "trace.delta[gap - 1][winners]",
        "trace.a[gap - 1][winners]",
        "tests/gui/network/animation/test_picture_captions.py",
    ),
    _lie(
        "label",
        "core/analysis/neuron_statistics.py",
        "np.all(by_map == by_map[0], axis=0)",
        "np.any(by_map[1:] == by_map[0], axis=0)",
        "tests/core/analysis/test_neuron_statistics.py",
    ),
    _lie(
        "neighbour",
        _MARKS + "map_arcs.py",
        "own.tiles[number]",
        "own.tiles[number - 1]",
        "tests/gui/network/marks/test_map_arcs.py",
    ),
    _lie(
        "neighbour",
        "gui/network/accessible_maps.py",
        "self._layer][self.number ::",
        "self._layer][self.number - 1 ::",
        "tests/gui/network/test_accessible_maps.py",
    ),
)

OF_FILTERS = (
    _lie(
        "neighbour",
        "core/analysis/patterns.py",
        "codes += met << np.uint16(bit)",
        "codes += met << np.uint16(windows.kernel**2 - 1 - bit)",
        "tests/core/analysis/test_patterns.py",
    ),
    _lie(
        "unit",
        "gui/filters/answers.py",
        "(int(r) * step - before, int(c) * step - before)",
        "(int(r) * step, int(c) * step)",
        "tests/gui/filters/test_answers.py",
    ),
    _lie(
        "scale",
        "gui/filters/pattern_painter.py",
        "share / marks.top",
        "share / marks.bars.max()",
        "tests/gui/filters/test_pattern_painter.py",
    ),
    _lie(
        "label",
        "gui/filters/found_windows.py",
        "unit=cell * maps + found.map",
        "unit=cell + found.map",
        "tests/gui/filters/test_found_windows.py",
    ),
)

# Why a training ended, batches' means, and the list of runs.
OF_RUNS = (
    _lie(
        "label",
        "gui/presenters/run_words.py",
        'diverged.culprit == "edits":',
        'diverged.culprit == "rate":',
        "tests/gui/presenters/test_run_words.py",
    ),
    _lie(
        "label",
        "core/engine/divergence_cause.py",
        'yield Cause("edit"), update',
        'yield Cause("rate"), update',
        CAUSES,
    ),
    _lie(
        "stale",
        "core/engine/divergence_cause.py",
        "return run.journal[: run.changes_at_end]",
        "return run.journal",
        CAUSES,
    ),
    _lie(
        "label",
        "core/engine/divergence_cause.py",
        '        yield Cause("rate", least, 0.0, since)',
        '        yield Cause("rate", largest, 0.0, since)',
        TRIALS,
    ),
    _lie(
        "label",
        "core/engine/divergence_cause.py",
        'yield Cause("rate", least, 0.0, since), more, LeftOut(held_rate(LEAST_RATE))',
        'yield Cause("rate", least, 0.0, since), more, LeftOut(held_rate(least))',
        TRIALS,
    ),
    _lie(
        "before for after",
        "core/engine/divergence_cause.py",
        "(in_force if had_part else in_force[:-1])",
        "in_force",
        TRIALS,
    ),
    _lie(
        "before for after",
        "core/engine/divergence_cause.py",
        "LeftOut(held_rate(LEAST_RATE), 0))) == end:",
        "LeftOut(held_rate(LEAST_RATE), 0))):",
        CAUSES,
    ),
    _lie(
        "label",
        "core/engine/made_again.py",
        'trainer.learning_rate, "l1"',
        'config.learning_rate, "l1"',
        TRIALS,
    ),
    _lie(
        "before for after",
        "core/engine/made_again.py",
        "entry.update >= self.edits_from",
        "entry.update > self.edits_from",
        CAUSES,
    ),
    _lie(
        "rounding",
        "core/engine/walkthrough.py",
        "np.mean(trainer.batch_losses, dtype=np.float64)",
        "np.mean(trainer.batch_losses)",
        "tests/core/engine/test_walkthrough.py",
    ),
    _lie(
        "rounding",
        "core/training/batch_gradient.py",
        "self.losses.mean(dtype=np.float64)",
        "self.losses.mean()",
        TRAINER,
    ),
    _lie(
        "unit",
        "core/training/batch_gradient.py",
        "self.losses.mean(dtype=np.float64)",
        "self.losses.sum(dtype=np.float64)",
        TRAINER,
    ),
    _lie(
        "rounding",
        "core/analysis/neuron_statistics.py",
        "sums = belongs.astype(np.float64) @ propagation.a[i].astype(np.float64)",
        "sums = np.nan_to_num(sums)",
        "tests/core/analysis/test_neuron_statistics.py",
    ),
    _lie(
        "count",
        "gui/timeline/timeline.py",
        "len(self._rows) - len(runs)",
        "len(self._rows)",
        MORE_RUNS,
    ),
    _lie(
        "neighbour",
        "gui/timeline/timeline.py",
        "runs.index(self._shown_run) * lane",
        "(runs.index(self._shown_run) - 1) * lane",
        MORE_RUNS,
    ),
    _lie(
        "neighbour",
        "gui/timeline/run_tree.py",
        "cells.write(self._items[row.run],",
        "cells.write(list(self._items.values())[self._rows.index(row) - 1],",
        "tests/gui/timeline/test_run_tree.py",
    ),
    _lie(
        "stale",
        "gui/timeline/run_cells.py",
        "other is not None and self == other and",
        "other is not None and self.row.run == other.row.run and",
        "tests/gui/timeline/test_run_cells.py",
    ),
    _lie(
        "stale",
        "gui/presenters/rows_in_steps.py",
        "return run_now != run or any(gone)",
        "return any(gone)",
        ROWS_IN_STEPS,
    ),
    _lie(
        "stale",
        "gui/presenters/rows_in_steps.py",
        "return run_now != run or any(gone)",
        "return run_now != run",
        ROWS_IN_STEPS,
    ),
    _lie(
        "neighbour",
        "gui/presenters/run_rows.py",
        "name=names[run],",
        "name=names[shown_run],",
        ROWS,
    ),
    _lie(
        "neighbour",
        "gui/presenters/run_rows.py",
        "self._loss.history_of(info.run)\n        first",
        "self._loss.history_of(max(self.infos))\n        first",
        ROWS,
    ),
    _lie(
        "stale",
        "gui/presenters/run_rows.py",
        "if row is None or run == shown_run:",
        "if row is None:",
        ROWS,
    ),
)

# What L is made of, the wall, and what is subtracted.
OF_EXAMPLES = (
    _lie(
        "neighbour",
        "gui/ledger/cut_bar.py",
        "zip(texts, places, widths, parts, strict=True)",
        "zip(texts[::-1], places, widths, parts, strict=True)",
        BAR,
    ),
    _lie(
        "neighbour",
        "gui/ledger/cut_bar.py",
        "percent_to_tenths(float(share))))",
        "percent_to_tenths(float(marks.shares[which - 1]))))",
        BAR,
    ),
    _lie(
        "neighbour",
        "gui/ledger/cut_bar.py",
        "part_words(which, float(share)",
        "part_words(which, float(marks.shares[which - 1])",
        BAR,
    ),
    _lie(
        "neighbour",
        "gui/ledger/cut_bar.py",
        "_paint_below(painter, unsaid[::-1],",
        "_paint_below(painter, unsaid,",
        BAR,
    ),
    _lie(
        "neighbour",
        "gui/ledger/band_names.py",
        "names[band.c]",
        "names[band.c - 1]",
        BANDS,
    ),
    _lie(
        "neighbour",
        "gui/ledger/band_names.py",
        "own = of == c\n",
        "own = of == (c + 1) % classes\n",
        BANDS,
    ),
    _lie(
        "stale",
        "gui/ledger/wall_painter.py",
        "ends = wall.class_ends if is_by_class else None",
        "ends = None",
        "tests/gui/ledger/test_wall_painter.py",
    ),
    _lie(
        "stale",
        "gui/presenters/subtraction_presenter.py",
        "        self.moments.moment_changed.connect(self._show_moment)\n",
        "",
        MINUS,
    ),
    _lie(
        "stale",
        "gui/presenters/subtraction_presenter.py",
        "        self._show_moment()\n        return",
        "        return",
        MINUS,
    ),
    _lie(
        "stale",
        "gui/presenters/confusions_presenter.py",
        "before = None if found is None or moment is None else Subtracted(found, moment)",
        "before = None if found is None or moment is None else Subtracted(found, self.moment or moment)",
        "tests/gui/presenters/test_confusions_presenter.py",
    ),
    _lie(
        "neighbour",
        "gui/ledger/other_run_box.py",
        'format(update=f"{self._moment:,}")',
        'format(update=f"{self._moment + 1:,}")',
        MINUS_BOX,
    ),
    _lie(
        "stale",
        "gui/ledger/other_run_box.py",
        "        if update != self._moment:\n",
        "        if update is None or self._moment is None:\n",
        MINUS_BOX,
    ),
    _lie(
        "label",
        "gui/presenters/other_run_presenter.py",
        "Subtracted(confusion, counted.update, self",
        "Subtracted(confusion, losses.update, self",
        OTHER_RUN,
    ),
    _lie(
        "label",
        "gui/ledger/other_run_words.py",
        'update=f"{update:,}", name=before.name, other=f"{before.update:,}"',
        'update=f"{before.update:,}", name=before.name, other=f"{update:,}"',
        OTHER_RUN,
    ),
)

# Edges that settle, places, and what takes turns.
OF_TURNS = (
    _lie(
        "stale",
        "gui/presenters/network_presenter.py",
        "if self._needs_paint and not self._settling.is_under_way:",
        "if self._needs_paint:",
        PRESENTER,
    ),
    _lie(
        "stale",
        "gui/presenters/network_presenter.py",
        "        if is_newer:\n            self._settling.begin()",
        "        if not is_newer:\n            self._settling.begin()",
        PRESENTER,
    ),
    _lie(
        "stale",
        "gui/presenters/network_presenter.py",
        "self.weights.refresh(latest, perf_counter(), at_once=True)",
        "self.weights.refresh(latest, perf_counter())",
        PRESENTER,
    ),
    _lie(
        "stale",
        "gui/presenters/network_presenter.py",
        "            if not self._running and self._view.updatesEnabled():\n                self._settling.begin()\n",
        "",
        PRESENTER,
    ),
    _lie(
        "label",
        "gui/network/painting/edge_layers.py",
        "return -1 if content is None else content.update",
        "return -1 if content is None or self._newest is None else self._newest.update",
        "tests/gui/network/painting/test_edge_layers.py",
    ),
    _lie(
        "place",
        "gui/network/geometry/loss_place.py",
        "max(tile.y + tile.height for tile",
        "min(tile.y + tile.height for tile",
        "tests/gui/network/geometry/test_loss_place.py",
    ),
    _lie(
        "stale",
        "gui/app/language_turns.py",
        "(part is watched or part.isAncestorOf(watched))",
        "part is watched",
        LANGUAGES,
    ),
    _lie(
        "stale",
        "gui/app/language_turns.py",
        "kind == QEvent.Type.Show and",
        "kind == QEvent.Type.Hide and",
        LANGUAGES,
    ),
    _lie(
        "stale",
        "gui/app/language_turns.py",
        "        self._unseen = _turns_of(self._untold)\n        self._timer.start()",
        "        self._unseen = _turns_of(self._untold)",
        LANGUAGES,
    ),
    _lie(
        "stale",
        "gui/app/frame_clock.py",
        "        self._wanted = True\n        if self._is_held:",
        "        if self._is_held:",
        "tests/gui/app/test_frame_clock.py",
    ),
)

LIES = (
    *(THE_NINE + OF_EDGES + OF_NEURONS + OF_OUTPUTS_AND_WORDS),
    *(OF_PANELS_AND_MOMENTS + OF_FEATURE_MAPS + OF_FILTERS),
    *(OF_RUNS + OF_EXAMPLES + OF_TURNS),
)

# Noticed by tests that need some seconds only: of these the suite draws a few.
FAST_TESTS = (RENEWED, TEXTS, TIMELINE, HISTORY, STATUS, MARKS, NUMBERS, DROPOUT)
