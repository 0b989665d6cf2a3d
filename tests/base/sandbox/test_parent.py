"""The child does the work, or says in one sentence why not; and the next page is read all the same."""

import os
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from haidang.base.sandbox import ParseFailed, Sandbox
from haidang.base.sandbox.parent import NotImportable
from tests.base.sandbox import work


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(wall_s=20, cpu_s=10, memory_mb=512) as made:
        yield made


def test_plain_values_come_back(sandbox: Sandbox) -> None:
    assert sandbox.call(work.read, "Cầu Năm Căn", number="2,5".replace(",", ".")) == work.read(
        "Cầu Năm Căn", number="2.5"
    )


def test_sets_and_bytes_come_back(sandbox: Sandbox) -> None:
    value = {"a": [1, {2, 3}, frozenset({4}), b"\xff"], "b": None}
    assert sandbox.call(work.echo, value) == value


def test_a_page_of_five_megabytes_goes_in_and_comes_out(sandbox: Sandbox) -> None:
    page = b"x" * 5_000_000
    assert sandbox.call(work.length, page) == 5_000_000
    assert sandbox.call(work.echo, page) == page


def test_the_child_stays_for_the_next_call(sandbox: Sandbox) -> None:
    first = sandbox.call(work.process_id)
    assert sandbox.call(work.process_id) == first
    assert first != os.getpid()


def test_an_exception_becomes_a_reason_and_the_child_stays(sandbox: Sandbox) -> None:
    child = sandbox.call(work.process_id)
    with pytest.raises(ParseFailed, match=r"KeyError.*tiêu đề") as failed:
        sandbox.call(work.raise_plainly)
    assert failed.value.code == "failed"
    assert sandbox.call(work.process_id) == child


def test_an_exception_without_words_says_so(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed, match="ValueError: no reason given"):
        sandbox.call(work.raise_without_words)


def test_a_reason_with_a_code_keeps_it(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed) as failed:
        sandbox.call(work.raise_with_a_code)
    assert (failed.value.code, str(failed.value)) == ("no_feed", "There is no feed in this page.")


def test_what_the_parser_prints_is_not_taken_for_an_answer(sandbox: Sandbox) -> None:
    assert sandbox.call(work.print_a_lot) == "printed"


@pytest.mark.parametrize("function", [work.call_home, work.start_a_program])
def test_the_child_neither_calls_out_nor_starts_programs(
    sandbox: Sandbox, function: Callable[[], object]
) -> None:
    with pytest.raises(ParseFailed, match="not allowed where strangers' pages are read"):
        sandbox.call(function)


def test_the_child_writes_no_files(sandbox: Sandbox, tmp_path: Path) -> None:
    with pytest.raises(ParseFailed, match="OSError"):
        sandbox.call(work.write_a_file, str(tmp_path / "x"))


def test_the_child_knows_no_secrets(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAIDANG_DATABASE", "postgresql://secret")
    with Sandbox() as fresh:
        assert not [name for name in fresh.call(work.environment) if name.startswith(("HAIDANG", "DJANGO"))]


def test_a_value_that_is_not_plain_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed, match=r"NotAValue, which is no plain value") as failed:
        sandbox.call(work.return_an_object)
    assert failed.value.code == "not_plain"


def test_an_answer_that_would_call_something_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed, match=r"system, which is no plain value"):
        sandbox.call(work.return_a_call)


def test_a_value_that_cannot_travel_is_a_reason(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed, match="cannot pickle"):
        sandbox.call(work.return_a_lock)


def test_an_answer_that_nobody_asked_for_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed) as failed:
        sandbox.call(work.say_something_nobody_asked)
    assert failed.value.code == "not_plain"
    assert sandbox.call(work.echo, 1) == 1


def test_a_huge_answer_is_not_waited_for(sandbox: Sandbox) -> None:
    with pytest.raises(ParseFailed, match="bytes") as failed:
        sandbox.call(work.claim_a_huge_answer)
    assert failed.value.code == "not_plain"


def test_a_hung_child_is_killed_and_the_next_page_is_read() -> None:
    with Sandbox(wall_s=0.3) as sandbox:
        child = sandbox.call(work.process_id)
        with pytest.raises(ParseFailed, match=r"longer than 0\.3 seconds") as failed:
            sandbox.call(work.sleep_for_ever)
        assert failed.value.code == "deadline"
        assert not psutil.pid_exists(child)
        assert sandbox.call(work.process_id) != child


def test_processor_time_is_limited_for_each_call() -> None:
    with Sandbox(wall_s=30, cpu_s=0) as sandbox, pytest.raises(ParseFailed, match="processor time") as failed:
        sandbox.call(work.burn)
    assert failed.value.code == "cpu"


def test_memory_is_limited_and_the_next_page_is_read() -> None:
    with Sandbox(memory_mb=256) as sandbox:
        child = sandbox.call(work.process_id)
        with pytest.raises(ParseFailed, match="more memory than allowed") as failed:
            sandbox.call(work.take_memory)
        assert failed.value.code == "memory"
        assert sandbox.call(work.process_id) != child


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (work.crash, "signal 11"),
        (work.die, "signal 9"),
        (work.leave, "ended without an answer"),
        (work.hang_up_and_stay, "ended without an answer"),
    ],
)
def test_a_crash_is_a_reason_and_the_next_page_is_read(
    sandbox: Sandbox, function: Callable[[], object], words: str
) -> None:
    with pytest.raises(ParseFailed, match=words) as failed:
        sandbox.call(function)
    assert failed.value.code == "crash"
    assert sandbox.call(work.echo, "next") == "next"


def test_a_child_that_died_while_idle_is_replaced(sandbox: Sandbox) -> None:
    child = sandbox.call(work.process_id)
    os.kill(child, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(child)] if psutil.pid_exists(child) else [], timeout=5)
    assert sandbox.call(work.process_id) != child


def test_a_function_that_has_no_name_outside_is_refused_at_once(sandbox: Sandbox) -> None:
    with pytest.raises(NotImportable, match="top of a module"):
        sandbox.call(lambda: None)


def test_many_threads_share_one_child(sandbox: Sandbox) -> None:
    answers: list[object] = []

    def ask(number: int) -> None:
        answers.append(sandbox.call(work.echo, number))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) == set(range(12))


def test_a_forked_process_takes_a_child_of_its_own(sandbox: Sandbox) -> None:
    ours = sandbox.call(work.process_id)
    reading, writing = os.pipe()
    with warnings.catch_warnings():  # Python 3.12 warns where threads run
        warnings.simplefilter("ignore", DeprecationWarning)
        forked = os.fork()
    if forked == 0:
        theirs = sandbox.call(work.process_id)
        sandbox.close()
        os.write(writing, str(theirs).encode())
        os._exit(0)
    os.close(writing)
    answer = os.read(reading, 20)
    os.close(reading)
    os.waitpid(forked, 0)
    assert int(answer) != ours
    assert sandbox.call(work.process_id) == ours


def test_closing_ends_the_child_and_a_later_call_starts_another() -> None:
    sandbox = Sandbox()
    child = sandbox.call(work.process_id)
    sandbox.close()
    sandbox.close()
    assert not psutil.pid_exists(child)
    assert sandbox.call(work.echo, 1) == 1
    sandbox.close()


def _program(*lines: str) -> "subprocess.Popen[str]":
    """A program of its own that has a sandbox, prints the child's id, and goes on."""
    opening = [
        "from haidang.base.sandbox import Sandbox",
        "from tests.base.sandbox import work",
        "sandbox = Sandbox(wall_s=60, cpu_s=60)",
        "print(sandbox.call(work.process_id), flush=True)",
    ]
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-c", "\n".join([*opening, *lines])]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=root
    )


def _gone(child: int) -> bool:
    for _ in range(500):
        if not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.02)
    return False


def test_the_program_ends_without_waiting_and_without_warnings() -> None:
    program = _program()
    output, errors = program.communicate(timeout=60)
    assert (program.returncode, errors) == (0, "")
    assert _gone(int(output))


@pytest.mark.parametrize("busy", ["", "sandbox.call(work.sleep_for_ever)", "sandbox.call(work.burn)"])
def test_a_child_whose_parent_was_killed_ends_by_itself(busy: str) -> None:
    program = _program(busy, "input()")
    assert program.stdout is not None
    child = int(program.stdout.readline())
    program.kill()
    program.communicate()
    assert _gone(child)
