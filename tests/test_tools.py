"""The tools behind `make check` and `make test` see what they are there to see."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from scripts import (
    bare_machine,
    coverage_gate,
    messages,
    module_facts,
    run_tests,
    small_png,
    tree_size,
    with_postgres,
)

from haidang.web.messages import compiled


def write_tree(root: Path, files: dict[str, str]) -> list[module_facts.ModuleFacts]:
    for name, text in files.items():
        path = root / "src" / "haidang" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tree_size.read_tree(root / "src")


def unmet(modules: list[module_facts.ModuleFacts], root: Path) -> dict[str, tuple[str, ...]]:
    return {goal.name: goal.culprits for goal in tree_size.goals(modules, root / "tests") if not goal.met}


def test_a_ring_of_imports_is_found_even_when_it_is_lazy(tmp_path: Path):
    modules = write_tree(
        tmp_path,
        {
            "a.py": '"""A."""\nfrom haidang import b\n',
            "b.py": '"""B."""\ndef later() -> None:\n    from haidang.c import name\n',
            "c.py": '"""C."""\nimport haidang.a\n',
        },
    )
    assert unmet(modules, tmp_path)["import cycles between modules"] == (
        "haidang.a <-> haidang.b <-> haidang.c",
    )


def test_an_import_for_type_checking_makes_no_ring(tmp_path: Path):
    guarded = '"""B."""\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from haidang.a import A\n'
    modules = write_tree(tmp_path, {"a.py": '"""A."""\nimport haidang.b\n', "b.py": guarded})
    assert unmet(modules, tmp_path) == {}


def test_relative_imports_are_followed(tmp_path: Path):
    modules = write_tree(
        tmp_path,
        {
            "p/__init__.py": '"""P."""\n',
            "p/a.py": '"""A."""\nfrom .b import name\n',
            "p/b.py": '"""B."""\nfrom . import a\n',
        },
    )
    assert unmet(modules, tmp_path)["import cycles between modules"] == ("haidang.p.a <-> haidang.p.b",)


def test_a_ring_between_parts_is_found_without_a_ring_of_modules(tmp_path: Path):
    modules = write_tree(
        tmp_path,
        {
            "web/a.py": '"""A."""\nimport haidang.base.b\n',
            "base/b.py": '"""B."""\n',
            "base/c.py": '"""C."""\nimport haidang.web.d\n',
            "web/d.py": '"""D."""\n',
        },
    )
    assert list(unmet(modules, tmp_path)) == ["import cycles between parts"]


def test_a_long_function_an_untyped_one_and_a_silent_module_are_named(tmp_path: Path):
    body = "".join(f"    x = {n}\n" for n in range(90))
    modules = write_tree(tmp_path, {"a.py": f"def long():\n{body}"})
    found = unmet(modules, tmp_path)
    assert found["function lines, longest"] == ("haidang.a:1 long (91)",)
    assert found["functions without a typed return"] == ("haidang.a:1 long",)
    assert found["modules that do not say what they are for"] == ("haidang.a",)


def test_a_table_of_data_may_be_long_and_needs_no_test_of_its_own(tmp_path: Path):
    rows = "".join(f'    "{n}",\n' for n in range(900))
    modules = write_tree(tmp_path, {"words.py": f'"""Words."""\nWORDS = (\n{rows})\n'})
    assert unmet(modules, tmp_path) == {}


def test_a_module_without_a_test_of_its_path_is_named(tmp_path: Path):
    text = '"""A."""\n' + "def f() -> int:\n    return 1\n" * 12
    modules = write_tree(
        tmp_path, {"base/net/fetch.py": text, "base/net/_guard.py": text, "base/lease.py": text}
    )
    (tmp_path / "tests/base/net").mkdir(parents=True)
    (tmp_path / "tests/base/net/test_fetch.py").touch()
    (tmp_path / "tests/base/net/test_guard_spellings.py").touch()
    assert unmet(modules, tmp_path)["modules mirrored by a test"] == ("haidang.base.lease",)


def test_nine_in_ten_do_not_exceed_the_p90():
    assert tree_size.p90(list(range(1, 101))) == 90
    assert tree_size.p90([7]) == 7
    assert tree_size.p90([]) == 0


def test_branches_are_counted_below_one_folder_only():
    def entry(branches: int, taken: int) -> dict[str, dict[str, int]]:
        counts = {
            "num_branches": branches,
            "covered_branches": taken,
            "num_statements": 10,
            "covered_lines": 5,
        }
        return {"summary": counts}

    files = {
        "src/haidang/base/a.py": entry(10, 9),
        "src/haidang/base/b.py": entry(30, 27),
        "src/x.py": entry(9, 0),
    }
    assert coverage_gate.branch_share(files, "src/haidang/base/") == (90.0, 50.0)
    assert (
        coverage_gate.weakest(files, "src/haidang/base/")[0] == "src/haidang/base/b.py: 3 branches not taken"
    )


def test_an_old_python_is_told_what_to_do():
    assert "Python 3.11 or newer and found 3.9" in bare_machine.missing((3, 9), lambda name: True)


def test_a_python_without_environments_is_told_which_package_is_missing():
    assert "apt-get install -y python3-venv" in bare_machine.missing(
        (3, 11), lambda name: name != "ensurepip"
    )


def test_a_complete_machine_is_told_nothing():
    assert bare_machine.missing((3, 13), lambda name: True) == ""


def test_a_skip_is_an_error_in_ci_only(monkeypatch):
    monkeypatch.setenv("HAIDANG_CI", "1")
    assert run_tests.must_run_all()
    monkeypatch.delenv("HAIDANG_CI")
    assert not run_tests.must_run_all()


def test_a_screenshot_keeps_its_colours_when_it_is_made_small():
    rows = np.random.default_rng(7).integers(0, 4, size=(20, 30, 3), dtype=np.uint8) * 80
    assert (small_png.read_pixels(png_of(rows)) == rows).all()
    assert len(small_png.write_palette(rows)) < rows.size


def png_of(rows: np.ndarray) -> bytes:
    """A true-colour PNG that uses each of the five line filters in turn."""
    height, width, _ = rows.shape
    lines = bytearray()
    for row in range(height):
        kind = row % 5
        left = np.vstack([np.zeros((1, 3), np.int64), rows[row, :-1].astype(np.int64)])
        above = rows[row - 1].astype(np.int64) if row else np.zeros((width, 3), np.int64)
        corner = np.vstack([np.zeros((1, 3), np.int64), above[:-1]])
        paeth = [
            [small_png._paeth(*three) for three in zip(a, b, c, strict=True)]
            for a, b, c in zip(left.tolist(), above.tolist(), corner.tolist(), strict=True)
        ]
        guess = [0, left, above, (left + above) // 2, np.array(paeth)][kind]
        lines += bytes([kind]) + ((rows[row].astype(np.int64) - guess) % 256).astype(np.uint8).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(lines))), (b"IEND", b"")]
    return small_png.SIGNATURE + b"".join(small_png._chunk(kind, data) for kind, data in chunks)


CATALOGUE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Queue"
msgstr "Hàng chờ"

msgid "Sign"
msgstr "{sign}"
"""


def catalogue_in(folder: Path, *, sign: str) -> Path:
    path = folder / "vi" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE.format(sign=sign))
    return path


def test_a_complete_catalogue_has_no_problem(tmp_path):
    path = catalogue_in(tmp_path, sign="Ký")
    path.with_suffix(".mo").write_bytes(compiled(path))
    assert list(messages.not_whole(path)) == []
    assert messages.texts(path) == {"Queue": "Hàng chờ", "Sign": "Ký"}


def test_a_text_without_vietnamese_is_named(tmp_path):
    (said,) = messages.not_whole(catalogue_in(tmp_path, sign=""))
    assert "'Sign'" in said


def test_a_stale_compiled_catalogue_is_noticed(tmp_path):
    (said,) = messages.not_whole(catalogue_in(tmp_path, sign="Ký"))
    assert "run 'make messages'" in said


def test_a_machine_without_postgresql_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(with_postgres, "INSTALLED", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(with_postgres.NoPostgres, match="apt-get install -y postgresql-15"):
        with_postgres.find_programs()


def test_the_newest_postgresql_is_taken(tmp_path, monkeypatch):
    for version in ("9.6", "14", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(with_postgres, "INSTALLED", tmp_path)
    assert with_postgres.find_programs() == tmp_path / "17" / "bin"
