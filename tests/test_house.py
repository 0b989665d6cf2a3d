"""The house keeps its promises: claims and not people, no telemetry, no trace of a machine."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from scripts import house_rules

from haidang.accounts.models import User

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "haidang"


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of a field that would say who said something, or follow, judge or locate a person.
ABOUT_PEOPLE = words(
    """
    account alias author avatar birth birthday blogger cccd citizen claimant cmnd commenter complainant
    email ethnicity follower followers gender handle individual influencer ip nickname offender party
    passport penalty people person phone police poster profile religion removal sanction sentiment
    speaker suspect takedown uploader username violator
    """
)
TABLES_ABOUT_PEOPLE = words(
    """
    author citizen claimant follower handle individual offender people person profile speaker suspect
    """
)
# Every place outside accounts that points at a member of staff, and the act of office that it records.
# A new one is added here with its act, or not at all: none may mean "who said it".
ACTS_OF_STAFF = {
    "screen.Match.decided_by": "confirmed or refused a suggested match",
    "verify.Case.assignee": "works on the case",
    "verify.CaseChange.by": "changed the case",
    "verify.Evidence.added_by": "added the evidence",
    "verify.ReviewHand.user": "wrote, read or signed the review",
}
READS = words(
    """
    aggregate annotate defer distinct exclude filter get get_or_create group_by only order_by search
    update_or_create values values_list
    """
)
REPORTS_HOME = {
    "DO_NOT_TRACK": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}


def our_models(*, with_accounts: bool = False) -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        ours = model.__module__.startswith("haidang.")
        if ours and (with_accounts or model._meta.app_label != "accounts"):
            yield model


def our_fields() -> Iterator[tuple[str, models.Field]]:
    for model in our_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.Field):
                yield f"{model._meta.app_label}.{model.__name__}.{field.name}", field


def test_there_is_no_table_of_persons():
    named_after_people = [
        model._meta.label
        for model in our_models(with_accounts=True)
        if {word for word in TABLES_ABOUT_PEOPLE if word in model.__name__.lower()}
    ]
    assert named_after_people == []


def test_no_field_says_who_said_something():
    about_people = [name for name, field in our_fields() if ABOUT_PEOPLE & set(field.name.lower().split("_"))]
    assert about_people == []


def test_every_link_to_a_person_is_an_act_of_staff():
    links = {name for name, field in our_fields() if field.is_relation and field.related_model is User}
    assert links == set(ACTS_OF_STAFF)


def test_no_row_can_point_at_anything_at_all():
    loose = [
        f.name
        for model in our_models()
        for f in model._meta.private_fields
        if isinstance(f, GenericForeignKey)
    ]
    assert loose == []


def test_a_byline_is_plain_text_that_no_index_knows():
    bylines = [(name, field) for name, field in our_fields() if "byline" in field.name]
    assert [name for name, _ in bylines] == ["collect.Revision.byline_as_printed"]
    for _, field in bylines:
        assert type(field) is models.TextField
        assert not field.db_index
        assert not field.unique
        assert not field.is_relation
    for model in our_models():
        for rule in [*model._meta.indexes, *model._meta.constraints]:
            assert "byline" not in repr(rule.deconstruct())


def test_no_query_reads_by_byline():
    asked: list[str] = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            words = [k.arg or "" for k in node.keywords]
            words += [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if node.func.attr in READS and any("byline_as_printed" in word for word in words):
                asked.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert asked == []


def test_no_address_of_the_site_asks_for_an_author():
    named = [
        f"{path.relative_to(ROOT)}: {node.value}"
        for path in SOURCE.glob("web/**/urls.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and {"author", "authors", "person", "people", "byline"} & set(node.value.replace("-", "/").split("/"))
    ]
    assert named == []


def in_a_fresh_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in REPORTS_HOME and not k.startswith("COVERAGE_")}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**clean, **environment},
    )


TELEMETRY_IS_OFF_WHEN_FIRST_NEEDED = """
import importlib.abc, os, sys
expected = {expected!r}
class Watch(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {{"daft", "ray", "huggingface_hub", "transformers", "granian", "allauth"}}:
            on = {{k: os.environ.get(k) for k in expected if os.environ.get(k) != expected[k]}}
            assert not on, (name, on)
        return None
sys.meta_path.insert(0, Watch())
import {entry}
assert {{k: os.environ.get(k) for k in expected}} == expected
"""


@pytest.mark.parametrize("entry", ["haidang.settings.base", "haidang.commands"])
def test_telemetry_is_switched_off_before_anything_that_has_it_is_imported(entry: str, tmp_path: Path):
    code = TELEMETRY_IS_OFF_WHEN_FIRST_NEEDED.format(expected=REPORTS_HOME, entry=entry)
    done = in_a_fresh_python(code, HAIDANG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr


IMPORT_EVERYTHING = """
import importlib, pkgutil, socket, sys
def refused(self, address):
    raise AssertionError(f"a connection to {address} while importing")
socket.socket.connect = refused
socket.socket.connect_ex = refused
socket.getaddrinfo = lambda *a, **k: refused(None, a)
import django
django.setup()
import haidang
for module in pkgutil.walk_packages(haidang.__path__, "haidang."):
    if ".migrations" not in module.name and not module.name.endswith((".production", ".__main__")):
        importlib.import_module(module.name)
"""


def test_importing_every_module_opens_no_connection(tmp_path: Path):
    done = in_a_fresh_python(
        IMPORT_EVERYTHING, HAIDANG_HOME=str(tmp_path), DJANGO_SETTINGS_MODULE="haidang.settings.test"
    )
    assert done.returncode == 0, done.stderr


def test_the_repository_names_no_registry_and_no_machine():
    assert list(house_rules.problems(ROOT)) == []


@pytest.mark.parametrize(
    ("lock", "says"),
    [
        ("django==5.2.1 \\\n    --hash=sha256:ab\n", ""),
        ("django==5.2.1\n", "without a hash"),
        ("django>=5.2 --hash=sha256:ab\n", "pins nothing"),
        ("--index-url https://example.org/simple\ndjango==5.2.1 --hash=sha256:ab\n", "names an address"),
        ("django @ file:///srv/django.whl --hash=sha256:ab\n", "names an address"),
    ],
)
def test_a_careless_lock_file_is_refused(lock: str, says: str):
    found = " ".join(house_rules.lock_problems("requirements.lock", lock))
    assert (says in found) if says else (found == "")


@pytest.mark.parametrize("trace", ["/home/someone/haidang", "/root/.cache", "https://pypi.org/simple"])
def test_a_trace_of_a_machine_in_a_text_is_found(trace: str):
    assert list(house_rules.text_problems("docs/page.md", f"see {trace} for more"))


def test_ordinary_system_paths_are_no_trace():
    assert (
        list(house_rules.text_problems("docs/page.md", "see /usr/bin/chromium and docs/work/plan.md")) == []
    )
