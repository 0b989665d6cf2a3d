"""Our labelled Vietnamese sentences: counts, labels, halves and agreement as the datasheet says."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from bench.sentences_vi.__main__ import checkthat
from bench.sentences_vi.labels import (
    HERE,
    REASONS,
    STYLES,
    TONES,
    BadLabel,
    Label,
    agreement,
    read_second_pass,
    read_sentences,
)

SENTENCES = read_sentences()
DATASHEET = (HERE / "datasheet.md").read_text(encoding="utf-8")


def bare(text: str) -> str:
    loose = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return re.sub(r"\W+", " ", "".join(c for c in loose if not unicodedata.combining(c))).strip()


def said(row: str) -> list[int]:
    """The counts that the datasheet's row of this name gives."""
    found = re.search(rf"^\| {re.escape(row)} \| ([\d /]+) \|$", DATASHEET, re.MULTILINE)
    assert found is not None, row
    return [int(number) for number in found[1].split(" / ")]


def test_there_are_enough_and_about_half_are_checkable() -> None:
    assert len(SENTENCES) >= 420
    assert f"{len(SENTENCES)} Vietnamese sentences" in DATASHEET
    assert 0.45 <= sum(one.gold.checkable for one in SENTENCES) / len(SENTENCES) <= 0.55
    assert 0.18 <= sum(one.tones.endswith("untoned") for one in SENTENCES) / len(SENTENCES) <= 0.25


def test_the_counts_are_those_of_the_datasheet() -> None:
    halves, styles = (Counter(getattr(one, name) for one in SENTENCES) for name in ("half", "style"))
    tones = Counter(one.tones for one in SENTENCES)
    labels = Counter(one.gold.reason or one.gold.priority for one in SENTENCES)
    assert said("dev / test") == [halves["dev"], halves["test"]]
    assert said("news / page / post") == [styles[name] for name in STYLES]
    assert said("toned / untoned") + said("teencode toned / untoned") == [tones[name] for name in TONES]
    assert said("checkable, priority 1 / 2 / 3") == [labels[1], labels[2], labels[3]]
    rows = (
        "opinion / criticism",
        "question / wish",
        "prediction / advertisement",
        "experience / satire / too_vague",
    )
    assert [count for row in rows for count in said(row)] == [labels[reason] for reason in REASONS]


def test_agreement_recomputed_is_that_of_the_datasheet() -> None:
    for name, measured in agreement(SENTENCES).items():
        row = f"| {name} | {measured.sentences} | {measured.equal:.3f} | {measured.kappa:.3f} |"
        assert row in DATASHEET


def test_the_second_pass_is_kept_as_it_was_written_down() -> None:
    second = read_second_pass()
    assert {one.id: one.second for one in SENTENCES} == second
    assert list(second) != sorted(second)


def test_gold_is_what_a_pass_said() -> None:
    for one in SENTENCES:
        assert one.gold in (one.first, one.second)
    differing = sum(one.first != one.second for one in SENTENCES)
    assert f"where the passes differ ({differing} sentences)" in DATASHEET


def test_no_sentence_stands_twice_also_without_tone_marks() -> None:
    texts = [bare(one.text) for one in SENTENCES]
    assert len(set(texts)) == len(texts)


def test_untoned_sentences_have_no_tone_marks_and_toned_ones_do() -> None:
    for one in SENTENCES:
        assert one.text.isascii() == one.tones.endswith("untoned"), one.id


def test_both_halves_have_every_label() -> None:
    for half in ("dev", "test"):
        assert {one.gold.reason for one in SENTENCES if one.half == half} == {"", *REASONS}


@pytest.mark.parametrize("printed", ["checkable", "checkable:4", "opinion:2", "", "lời đồn"])
def test_a_label_outside_the_scheme_is_refused(printed: str) -> None:
    with pytest.raises(BadLabel, match="not in the scheme"):
        Label.read(printed)


def test_the_export_has_the_layout_of_checkthat(tmp_path: Path) -> None:
    header, *lines = checkthat(SENTENCES[:5]).splitlines()
    assert header.split("\t") == ["topic", "tweet_id", "tweet_url", "tweet_text", "class_label"]
    assert [line.split("\t")[3:] for line in lines] == [
        [one.text, str(int(one.gold.checkable))] for one in SENTENCES[:5]
    ]
