"""The child's own steps, run here one by one."""

import io
import pickle
import queue
import resource
import signal
import sys

import pytest

from haidang.base.sandbox import child
from haidang.base.sandbox.messages import Call, Done, Failed, Prepare, packed, unpacked_plain
from tests.base.sandbox import work

WORK = "tests.base.sandbox.work"


@pytest.fixture(autouse=True)
def limits(monkeypatch: pytest.MonkeyPatch) -> dict[int, tuple[int, int]]:
    """The limits that would be set: we do not want them for ourselves."""
    noted: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", noted.__setitem__)
    return noted


def _answer(message: Prepare | Call) -> object:
    return unpacked_plain(child.answer(message)[8:])


def test_preparing_imports_and_answers_nothing() -> None:
    assert _answer(Prepare(WORK, "read", 1)) == Done(None)


def test_a_call_answers_the_value() -> None:
    assert _answer(Call(WORK, "read", 1, ("Đất Mũi",), {"number": "3"})) == Done(
        work.read("Đất Mũi", number="3")
    )


def test_a_name_that_is_no_function_is_a_failure() -> None:
    assert _answer(Prepare(WORK, "not_a_function", 1)) == Failed(
        "TypeError", "", f"{WORK}.not_a_function is not a function"
    )


def test_an_unknown_module_is_a_failure() -> None:
    answer = _answer(Prepare("tests.base.sandbox.nothing", "read", 1))
    assert isinstance(answer, Failed)
    assert answer.kind == "ModuleNotFoundError"


def test_memory_is_a_failure_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise MemoryError

    monkeypatch.setattr(work, "process_id", full)
    assert _answer(Call(WORK, "process_id", 1, (), {})) == Failed("MemoryError", "memory", "")


def test_listening_ends_with_the_parent() -> None:
    message = Prepare(WORK, "read", 1)
    whole = packed(message)
    for cut in (len(whole), len(whole) + 3, len(whole) + 9):
        messages: queue.SimpleQueue[Prepare | Call] = queue.SimpleQueue()
        child.listen(io.BytesIO((whole + whole)[:cut]), messages)
        assert messages.get_nowait() == message
        assert messages.empty()


def test_reaching_out_is_refused_and_reading_is_not() -> None:
    child.refuse_to_reach_out("open", ())
    with pytest.raises(PermissionError, match=r"socket\.connect"):
        child.refuse_to_reach_out("socket.connect", ())


def test_a_broken_pickle_is_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="broken answer"):
        unpacked_plain(b"\x80\x05garbage")


def test_each_call_has_its_own_processor_time(limits: dict[int, tuple[int, int]]) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    _answer(Call(WORK, "read", 7, ("x",), {}))
    soft, hard = limits[resource.RLIMIT_CPU]
    assert soft >= int(used.ru_utime + used.ru_stime) + 7
    assert hard == resource.RLIM_INFINITY


def test_the_process_is_limited_once(
    monkeypatch: pytest.MonkeyPatch, limits: dict[int, tuple[int, int]]
) -> None:
    hooks: list[object] = []
    signals: list[tuple[object, ...]] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    monkeypatch.setattr(signal, "signal", lambda *what: signals.append(what))
    child.limit_process(64)
    assert limits == {
        resource.RLIMIT_AS: (2**26, 2**26),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_FSIZE: (0, limits[resource.RLIMIT_FSIZE][1]),
    }
    assert hooks == [child.refuse_to_reach_out]
    assert signals == [(signal.SIGINT, signal.SIG_IGN)]
