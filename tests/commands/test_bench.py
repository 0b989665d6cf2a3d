"""`haidang bench NAME`: a figure as one line of JSON, and one sentence when it cannot be measured."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bench import registry
from haidang import commands
from haidang.commands import bench

ACCENTED = {"name": "Cà Mau", "share": 0.5}


@pytest.fixture(autouse=True)
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A figure "lamps" whose script answers with the arguments that it got; "dark" has no script."""
    module = ModuleType("bench.lamps_of_a_test")
    module.main = lambda argv: {"asked": argv, **ACCENTED}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    scripts = {"lamps": module.__name__, "dark": "bench.there_is_no_such_script"}
    monkeypatch.setattr(registry, "SCRIPTS", scripts)
    monkeypatch.setattr(sys, "path", [*sys.path])
    return module


def measured(*argv: str) -> int:
    return commands.main(["bench", *argv])


def test_a_figure_is_the_last_line_and_one_json_object(
    script: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    def main(argv: list[str]) -> dict[str, object]:
        sys.stdout.write("measuring …\n")
        return ACCENTED

    script.main = main  # type: ignore[attr-defined]
    assert measured("lamps") == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert json.loads(last) == ACCENTED
    assert "Cà Mau" in last


def test_what_follows_the_name_goes_to_the_script_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert measured("lamps", "--pages", "p.tar.xz", "--out", "o.json", "more") == 0
    asked = json.loads(capsys.readouterr().out)["asked"]
    assert asked == ["--pages", "p.tar.xz", "--out", "o.json", "more"]


def refusal(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.strip()


def test_an_unknown_figure_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert measured("moons") == commands.BAD_INPUT
    assert refusal(capsys) == "There is no figure 'moons'; choose one of: dark, lamps."


def test_a_figure_whose_tools_are_missing_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    assert measured("dark") == commands.BAD_INPUT
    said = refusal(capsys)
    assert said.startswith("The figure 'dark' cannot be measured here")
    assert "there_is_no_such_script" in said


def test_a_file_that_is_not_there_is_named(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script.main = lambda argv: {"size": len(Path(argv[0]).read_bytes())}  # type: ignore[attr-defined]
    missing = tmp_path / "nowhere.jsonl"
    assert measured("lamps", str(missing)) == commands.BAD_INPUT
    said = refusal(capsys)
    assert said.startswith(f"{missing} cannot be read")
    assert said.endswith("name an existing file.")


def test_outside_a_checkout_there_is_nothing_to_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "CHECKOUT", tmp_path)
    assert measured("lamps") == commands.BAD_INPUT
    assert "runs from a checkout" in refusal(capsys)


def test_the_figures_of_this_checkout_are_the_ones_that_are_known() -> None:
    assert (bench.CHECKOUT / "bench" / "registry.py").samefile(registry.__file__)
