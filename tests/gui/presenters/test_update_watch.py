from gui.presenters.update_watch import UpdateWatch
from gui.training_thread import TrainingCommands


def test_the_training_is_asked_once_and_let_off_when_nobody_wants_it(qapp) -> None:
    commands, told = TrainingCommands(), []
    commands.watch_updates.connect(told.append)
    watch = UpdateWatch(commands)
    watch.ask("picture", True)
    watch.ask("details", True)
    watch.ask("picture", False)
    assert told == [True]
    watch.ask("details", False)
    watch.ask("details", False)
    assert told == [True, False]
