"""The questions and their answers, as they cross to the engine and back."""

from __future__ import annotations

import numpy as np

from core.editing.parameter_edits import ParameterLocation
from core.engine import commands as c
from core.engine.protocol import Envelope, command_of, frame_of, message_of
from core.engine.questions import (
    LargestChange,
    NeuronDied,
    QuestionAnswered,
    RightForGood,
    SignChanged,
)


def test_each_question_arrives_as_the_one_that_was_asked() -> None:
    for question in (
        NeuronDied(1, 4, 2),
        SignChanged(ParameterLocation(0, 3, None)),
        SignChanged(ParameterLocation(2, 1, 5, 1), 3),
        LargestChange(),
    ):
        command = command_of(frame_of(Envelope(c.AskQuestion(3, question, "every"), 1))).content
        assert command == c.AskQuestion(3, question, "every")
    asked = command_of(frame_of(Envelope(c.AskQuestion(3, RightForGood(np.ones(6, np.float32), 2)), 1)))
    question = asked.content.question
    assert isinstance(question, RightForGood) and question.label == 2 and question.x.tolist() == [1.0] * 6


def test_an_answer_arrives_with_its_spans() -> None:
    answer = QuestionAnswered(
        ask=3,
        run=1,
        update=900,
        effort="kept",
        outcome="changes",
        spans=np.array([[0, 512], [640, 641]]),
        signs=np.array([-1, 1]),
        seconds_every=4.5,
    )
    found = message_of(frame_of(Envelope(answer, 1, 1))).content
    assert isinstance(found, QuestionAnswered) and found.seconds_between is None
    assert (found.spans.tolist(), found.signs.tolist()) == ([[0, 512], [640, 641]], [-1, 1])
    assert found.seconds_every == 4.5
