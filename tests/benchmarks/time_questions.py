"""How long questions about the past of a run take; a part of `tests.benchmarks.time_machine`."""

from __future__ import annotations

import random
from time import perf_counter, process_time
from typing import Any

import numpy as np

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.questions import (
    LargestChange,
    NeuronDied,
    Question,
    QuestionAnswered,
    RightForGood,
    SignChanged,
)


def measure_questions(bench: Any, count: int) -> None:
    """Ask `count` times each what the kept states answer, and print how long that takes; then the exact updates.

    `bench` is a `tests.benchmarks.time_machine.Bench` that has trained.
    """
    trainer = bench.engine.current.trainer
    data, sizes = trainer.dataset, trainer.network.sizes
    chosen = random.Random(0)
    rows = [chosen.randrange(len(data.y_test)) for _ in range(count)]
    hidden = [(layer, neuron) for layer in range(len(sizes) - 2) for neuron in range(sizes[layer + 1])]
    asked: dict[str, list[Question]] = {
        "right for good": [
            RightForGood(data.X_test[row].astype(np.float32), int(data.y_test[row])) for row in rows
        ],
        "neuron died": [NeuronDied(*place) for place in chosen.sample(hidden, min(count, len(hidden)))],
        "sign changed": [
            SignChanged(ParameterLocation(0, chosen.randrange(sizes[1]), chosen.randrange(sizes[0])))
            for _ in range(count)
        ],
        "largest change": [LargestChange()] * count,
    }
    for name, questions in asked.items():
        times, answers = [], []
        begun = process_time()
        for question in questions:
            seconds, answer = _answered(bench, question, "kept")
            times.append(seconds * 1000)
            answers.append(answer)
        # Where the machine has other work, the time of this process is what there would be without.
        own = (process_time() - begun) / len(questions) * 1000
        outcomes = sorted({answer.outcome for answer in answers})
        p50, p95 = np.percentile(times, [50, 95])
        print(
            f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, longest {max(times):.0f} ms,"
            f" {own:.0f} ms of this process ({', '.join(outcomes)})"
        )
        between = [n for n, answer in enumerate(answers) if answer.seconds_between is not None]
        if between:
            question, estimate = questions[between[0]], answers[between[0]].seconds_between
            seconds, answer = _answered(bench, question, "between")
            print(f"  exact after {seconds:.2f} s, estimated {estimate:.2f} s: {answer.spans[-1].tolist()}")
        every = [answer.seconds_every for answer in answers if answer.seconds_every is not None]
        if every:
            print(f"  every update: estimated {min(every):.0f} to {max(every):.0f} s")


def _answered(bench: Any, question: Question, effort: str) -> tuple[float, QuestionAnswered]:
    begun = perf_counter()
    bench.send(c.AskQuestion(1, question, effort))
    answer = bench.until(QuestionAnswered)
    return perf_counter() - begun, answer
