"""`haidang VERB`: every verb has help, bad input gets one sentence and exit code 2."""

import pytest

from haidang import commands


@pytest.mark.parametrize("verb", sorted(commands.VERBS))
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main([verb, "--help"])
    assert ended.value.code == 0
    assert verb in capsys.readouterr().out


def test_an_unknown_verb_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(["lie-detector"])
    assert ended.value.code == commands.BAD_INPUT


def test_a_failed_verb_says_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["verify-evidence", "/nowhere/bundle.zip"]) == commands.BAD_INPUT
    said = capsys.readouterr().err
    assert said.startswith("/nowhere/bundle.zip cannot be read")
    assert said.count("\n") == 1
