"""Reads every number of the panels: the card, the inspector, L and accuracy, the plot's last dot, the status bar."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from gui.network.interaction.neuron_values import EdgeValues, NeuronValues
from tests.audit.number_reading import numbers_in
from tests.audit.picture_readings import Truth
from tests.audit.reference import Reference, value_and_slope
from tests.audit.report import Report

_TAG = re.compile("<[^>]+>")
# Of so many updates the batch's mean is computed again.
LATEST = 8


def read_panels(truth: Truth, report: Report) -> None:
    """Everything beside the picture: of what is seen, while the picture is given another one that is not yet."""
    seen = truth.desk.network.on_screen.seen
    if seen is not None and seen is not truth.snapshot:
        found = truth.desk.truth_of(seen, truth.at_rest)
        report.read["seen before the picture"] += 1
        if found is None:
            return
        truth = Truth(truth.desk, seen, *found, truth.at_rest)
    read_card(truth, report)
    read_inspector(truth, report)
    read_pins(truth, report)
    read_details(truth, report)
    read_class_means(truth, report)
    read_losses(truth, report)
    read_status(truth, report)


# --- one neuron, one connection


def numbers_of(truth: Truth, what: tuple[int, ...]) -> dict[str, tuple[float, float]]:
    """Each number of a neuron (layer, index) or an edge (group, source, target), with the largest it is made of."""
    passed, reference = truth.passed, truth.reference
    if len(what) == 2:
        layer, index = what
        sent = truth.sent[layer]
        size = float(np.abs(sent * reference.W[layer][:, index]).max(initial=0))
        size = max(size, abs(float(reference.b[layer][index])))
        found = {
            "z": (float(passed.z[layer][0][index]), size),
            "a": (float(passed.a[layer][0][index]), size),
            "b": (float(reference.b[layer][index]), 0.0),
        }
        if layer < truth.layers - 1 and reference.shape.skips[layer]:
            found["added"] = (float(sent[index]), float(np.abs(sent).max()))
        if truth.has_gradient:
            found["δ"] = (float(passed.delta[layer][0][index]), float(np.abs(passed.delta[layer]).max()))
        return found
    group, source, target = what
    w, a = float(reference.W[group][source, target]), float(truth.sent[group][source])
    size = float(np.abs(truth.sent[group]).max())
    found = {"w": (w, 0.0), "a": (a, size), "a·w": (a * w, size * abs(w))}
    if truth.has_gradient:
        delta, largest = float(passed.delta[group][0][target]), float(np.abs(passed.delta[group]).max())
        found["∂C/∂w"] = (a * delta, max(abs(a), size) * largest)
        if group > 0:
            found["w·δ"] = (w * delta, abs(w) * largest)
    return found


def _read_rows(truth: Truth, report: Report, kind: str, rows: dict[str, str], what: tuple[int, ...]) -> None:
    wanted = numbers_of(truth, what)
    report.is_so(kind, set(rows) == set(wanted), f"{what}: {sorted(rows)}, not {sorted(wanted)}")
    for symbol, text in rows.items():
        if symbol in wanted and not (symbol in ("δ", "∂C/∂w", "w·δ") and truth.is_delicate):
            value, largest = wanted[symbol]
            report.text(f"{kind} {symbol}", text, value, largest, str(what))


def read_card(truth: Truth, report: Report) -> None:
    """The card beside what is pointed at; while the picture stays as it was, beside what stands out in it."""
    view = truth.desk.view
    card, selection = view._callout, view._selection
    values = card._values
    if card.isHidden() or not card._rows:
        return
    assert isinstance(values, NeuronValues | EdgeValues)
    what: tuple[int, ...] = (values.layer, values.index) if isinstance(values, NeuronValues) else values.edge
    if not view.preparation.is_held:
        selected = selection.edge or selection.highlighted
        report.is_so("card of", what == selected, f"{what}, not {selected}")
    names = {"y": "a"} if len(what) == 2 else {}
    rows = {names.get(row.symbol, row.symbol): row.value for row in card._rows}
    if len(what) == 2:
        for symbol in [s for s in rows if s == "x" or (s[0] == "a" and len(s) > 1)]:
            rows["added"] = rows.pop(symbol)
    else:
        rows.setdefault("a", f"{numbers_of(truth, what)['a'][0]!r}")
    _read_rows(truth, report, "card", rows, what)


def read_inspector(truth: Truth, report: Report) -> None:
    """The inspector's numbers, the update it names, and the field of the parameter."""
    inspector = truth.desk.window.inspector
    values = inspector._values
    if values is None:
        return
    texts = [value.text() for _, value in inspector._rows if not value.isHidden()]
    if isinstance(values, NeuronValues):
        what: tuple[int, ...] = values.layer, values.index
        names = ["z", *(["added"] if values.added is not None else []), "a", "b", "δ"]
    else:
        what = values.edge
        names = ["w", "a", "a·w", "∂C/∂w", "w·δ"]
    _read_rows(truth, report, "inspector", dict(zip(names, texts, strict=False)), what)
    told = {n.value for n in numbers_in(inspector._hint.text())}
    report.is_so("inspector update", truth.snapshot.update in told, inspector._hint.text())
    if inspector.parameter.place is not None and not inspector.parameter._is_busy():
        symbol = "b" if len(what) == 2 else "w"
        value = inspector.parameter.line.value
        report.array("field", [value], [numbers_of(truth, what)[symbol][0]], str(what))


def read_pins(truth: Truth, report: Report) -> None:
    """The cards of what else is pinned."""
    pins = truth.desk.window.inspector.pins
    for (what, _), card in zip(pins._shown, pins._cards, strict=False):
        pairs = [pair.split("\u00a0=\u00a0") for pair in card.numbers.text().split("   ")]
        rows = {"a" if name == "y" else name: text for name, text in pairs}
        wanted = numbers_of(truth, what)
        for missing in ("added", *(["a"] if len(what) == 3 else [])):
            if missing in wanted:
                rows.setdefault(missing, f"{wanted[missing][0]!r}")
        _read_rows(truth, report, "pin", rows, what)


def read_details(truth: Truth, report: Report) -> None:
    """The terms of z and δ, and the chosen connection's numbers."""
    details = truth.desk.window.inspector.details
    if not details.is_open or details.isHidden() or details._values is None or truth.snapshot.trace.masks:
        return
    layer, index = details._values.layer, details._values.index
    terms = truth.sent[layer] * truth.reference.W[layer][:, index]
    largest = float(np.abs(terms).max(initial=0))
    listed = [item for item in details._list.items if not item.isHidden()]
    ordered = np.sort(np.abs(terms))[::-1][: len(listed)]
    for item, size in zip(listed, ordered, strict=True):
        (told,) = numbers_in(item.text(2))
        slack = 1e-3 * size + 2e-5 * largest
        report.is_so(
            "term", told.agrees(np.sign(told.value) * size, slack), f"{item.text(2)}, not ±{size:.6g}"
        )
    lines = details._rest.text().splitlines()
    signed_sum = sum(numbers_in(item.text(2))[0].value for item in listed)
    halves = sum(numbers_in(item.text(2))[0].half for item in listed)
    told_z = numbers_in(lines[-1])[-1]
    z = float(truth.passed.z[layer][0][index])
    report.is_so("sum of z", told_z.agrees(z, 1e-3 * abs(z) + 2e-5 * largest), f"{lines[-1]!r}, not {z:.6g}")
    others = terms.size - len(listed)
    # Where all are listed there is no line of others, whose first number is how many they are; the bias has its own.
    is_told = len(lines) == 2 + (details._values.b is not None)
    is_right = is_told is (others > 0) and (not is_told or numbers_in(lines[0])[0].value == others)
    report.is_so("other terms", is_right, f"{lines}: {others}")
    if others and is_told:
        told_rest, rest = numbers_in(lines[0])[-1], float(terms.sum()) - signed_sum
        report.is_so(
            "other terms", told_rest.agrees(rest, halves + 1e-3 * largest), f"{lines[0]!r}, not {rest:.6g}"
        )
    if truth.has_gradient and layer < truth.layers - 1 and not truth.is_delicate:
        _read_delta_terms(truth, report, layer, index)
    if details._edge is not None and truth.has_gradient and not truth.is_delicate:
        _read_chosen(truth, report, details)


def _read_delta_terms(truth: Truth, report: Report, layer: int, index: int) -> None:
    details = truth.desk.window.inspector.details
    lines = [line for line in details._back.text().splitlines() if "w·δ" in line or line[0] in "×="]
    handed = truth.passed.delta[layer + 1][0] * truth.reference.W[layer + 1][index]
    largest = float(np.abs(handed).max(initial=0))
    slope = float(
        value_and_slope(truth.reference.shape.activations[layer], truth.passed.z[layer][0])[1][index]
    )
    delta = float(truth.passed.delta[layer][0][index])
    listed = [item for item in details._back_list.items if not item.isHidden()]
    for item, size in zip(listed, np.sort(np.abs(handed))[::-1][: len(listed)], strict=True):
        (told,) = numbers_in(item.text(2))
        report.is_so(
            "term of δ",
            told.agrees(np.sign(told.value) * size, 1e-3 * size + 2e-5 * largest),
            f"{item.text(2)}, not ±{size:.6g}",
        )
    for line, wanted in ((lines[0], float(handed.sum())), (lines[-2], slope), (lines[-1], delta)):
        report.text(
            "terms of δ", line.rpartition("=")[2], wanted, 10 * largest if wanted is not slope else 1.0, line
        )


def _read_chosen(truth: Truth, report: Report, details: Any) -> None:
    edge: EdgeValues = details._edge
    numbers = numbers_of(truth, edge.edge)
    config = truth.desk.composition.runs.info.config
    w, a = numbers["w"][0], truth.sent[edge.group][edge.source]
    slope = a * float(truth.passed.delta[edge.group][0][edge.target])
    numbers["−η·∂C/∂w"] = (
        -rate_at(config, truth.snapshot.update) * slope,
        numbers["∂C/∂w"][1] * config.learning_rate,
    )
    for pair in details._edge_words.text().partition("\n")[2].split("   "):
        name, _, text = pair.replace("\u00a0", " ").replace("\u2060", "").partition(" = ")
        if name in numbers:
            report.text(f"chosen {name}", text, *numbers[name], str(edge.edge))
    shown = details._loss_slice._loss_slice
    if not details._loss_slice.isHidden() and shown is not None:
        _read_slice(truth, report, shown, edge, w)


def rate_at(config: Any, update: int) -> float:
    """η of the update after so many: the schedule's, written down once more."""
    since, rate = max(0, update - config.schedule_start), config.learning_rate
    if config.warm_up and since < config.warm_up:
        return float(rate * (since + 1) / config.warm_up)
    since -= config.warm_up
    if config.schedule == "step":
        rate *= config.schedule_factor ** (since // config.schedule_period)
    if config.schedule == "cosine":
        rate *= 0.5 * (1 + np.cos(np.pi * min(1.0, since / config.schedule_period)))
    return float(rate)


def _read_slice(truth: Truth, report: Report, shown: Any, edge: EdgeValues, w: float) -> None:
    target = truth.desk.target_of(truth.snapshot, truth.at_rest)
    fits = False
    for state in truth.desk.ledger.of(truth.snapshot.run, shown.update):
        reference = Reference(truth.reference.shape, state.theta)
        here = float(reference.W[edge.group][edge.source, edge.target])
        losses = []
        for weight in shown.weight[::20]:
            reference.W[edge.group][edge.source, edge.target] = weight
            losses.append(reference.run(truth.passed.x, target, truth.snapshot.loss).losses[0])  # type: ignore[index]
        fits |= bool(np.allclose(shown.loss[::20], losses, rtol=1e-6) and abs(shown.here[0] - here) < 1e-6)
    report.is_so("slice", fits, f"not C along {edge.edge} at update {shown.update}")


# --- the whole set


def read_class_means(truth: Truth, report: Report) -> None:
    """A neuron's mean output by class."""
    means = truth.desk.window.inspector._classes._means
    values = truth.desk.window.inspector._values
    if means is None or not isinstance(values, NeuronValues):
        return
    data, fits = truth.desk.dataset_of(truth.snapshot.run), False
    for state in truth.desk.ledger.of(truth.snapshot.run, means.update):
        a = Reference(truth.reference.shape, state.theta).run(data.X_test).a[values.layer][:, values.index]
        wanted = [
            a[data.y_test == label].mean() if (data.y_test == label).any() else 0.0
            for label in range(len(means.names))
        ]
        fits |= bool(np.allclose(means.mean, wanted, rtol=1e-3, atol=1e-4 * float(np.abs(a).max(initial=0))))
    report.is_so("class means", fits, f"{values.layer, values.index} at update {means.update}: {means.mean}")


def read_losses(truth: Truth, report: Report) -> None:
    """L, mean C and accuracy of both sets; the last exact dot of the plot."""
    desk, panel = truth.desk, truth.desk.window.goodness_panel
    exact = panel._exact
    if exact is None:
        report.is_so("L", not truth.at_rest, "L is not known at rest")
        return
    run = truth.snapshot.run
    report.is_so("L's run", exact.run == run or not truth.at_rest, f"{exact.run}, not {run}")
    if truth.at_rest:
        report.is_so("L's update", exact.update == truth.snapshot.update, f"{exact.update}")
    if exact.run != run:
        return
    updates = [n.value for n in numbers_in(panel._of_update.text())]
    report.is_so("L's update", updates == [exact.update], panel._of_update.text())
    trials = []
    for state in desk.ledger.of(run, exact.update)[: 1 if truth.at_rest else None]:
        trial = Report()
        total, right, count = desk.whole(run, state.theta, "train")
        test_total, test_right, test_count = desk.whole(run, state.theta, "test")
        trial.text("L", _TAG.sub("", panel._total.text()).partition("=")[2], total)
        table = (
            ("mean C", panel._values[0][0].text(), total / count, 0.0),
            ("mean C of the test", panel._values[0][1].text(), test_total / test_count, 0.0),
            ("accuracy", panel._values[1][0].text(), right, 1.01 / count),
            ("accuracy of the test", panel._values[1][1].text(), test_right, 1.01 / test_count),
        )
        for kind, text, wanted, few in table:
            # An example on the border may be right in single precision: one more, or one less.
            trial.text(kind, text, wanted, few / 2e-5)
        trials.append(trial)
    best = min(trials, key=lambda trial: len(trial.differences), default=None)
    if best is not None:
        report.read.update(best.read)
        report.differences += best.differences
    if truth.at_rest:
        _read_plot(truth, report)


def _read_plot(truth: Truth, report: Report) -> None:
    desk, plot = truth.desk, truth.desk.window.loss_plot
    record, n = plot._record, len(desk.dataset_of(truth.snapshot.run).y_train)
    theta = desk.ledger.of(truth.snapshot.run, truth.snapshot.update)[0].theta
    picture = plot._picture
    if picture is not None and not plot._dirty:
        shapes, place = picture.shapes, picture.geometry
        for kind, series, split in (("train", shapes.train, "train"), ("test", shapes.test, "test")):
            total, _, count = desk.whole(truth.snapshot.run, theta, split)
            height = np.log10(n * total / count) if plot._log else n * total / count
            wanted = [float(place.x(float(truth.snapshot.update))), float(place.y(height))]
            if len(series.dots):
                # In px: half of one cannot be seen.
                report.array(f"last dot of {kind}", series.dots[-1], wanted, within=0.5)
    report.is_so("N", record.train_count == n, f"{record.train_count}, not {n}")
    for update in range(max(1, truth.snapshot.update - LATEST), truth.snapshot.update + 1):
        mean, own = record.mean_at(update), _batch_mean(truth, update)
        if mean is not None and own is not None:
            report.array("batch's mean", [mean], [own], f"update {update}")


def _batch_mean(truth: Truth, update: int) -> float | None:
    """The mean C of an update's batch, before it."""
    desk, run = truth.desk, truth.snapshot.run
    for state in desk.ledger.of(run, update):
        if state.rows is None or state.before is None or state.config is None or state.config.dropout:
            continue
        data = desk.dataset_of(run)
        reference = Reference(desk.shape(run), state.before)
        losses = reference.run(data.X_train[state.rows], data.y_train[state.rows], state.config.loss).losses
        assert losses is not None
        return float(losses.mean())
    return None


def read_status(truth: Truth, report: Report) -> None:
    """The status bar's updates are those of the picture; at rest there is but one."""
    text = truth.desk.window.status_label.whole
    parts = [[n.value for n in numbers_in(part)] for part in text.split("  ·  ")]
    if not truth.at_rest:
        report.is_so("status", bool(parts[0]), "it names no update")
        return
    report.is_so("status update", parts[0] == [truth.snapshot.update], text)
    report.is_so("status epoch", parts[1:2] == [[truth.desk.trainer.epoch]], text)
    statistics = truth.desk.frame.look.statistics
    marked = [] if statistics is None else [statistics.update]
    # Words without a number are of no update.
    report.is_so("status marks", all(part == marked for part in parts[2:] if part), text)
