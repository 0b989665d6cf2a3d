"""An order is learnt from the desk's decisions only when there are enough, and both orders are shown."""

import pytest

from haidang.engine.spotting.desk_learning import Decision, TooFewDecisions, learn_order

_KINDS = (
    ("Cầu ở xã {n} bị sập, {n} người bị thương", True),
    ("UBND tỉnh ban hành quyết định tăng giá nước {n}%", True),
    ("Hội thi nấu ăn xã {n} diễn ra vui vẻ", False),
    ("Đội bóng xã {n} thắng {n} trận giao hữu", False),
)


def _decisions(count: int) -> list[Decision]:
    """The points know nothing: all sentences have the same."""
    return [
        Decision(_KINDS[number % 4][0].format(n=number), 5.0, _KINDS[number % 4][1])
        for number in range(count)
    ]


def test_too_few_decisions_are_refused_in_a_sentence() -> None:
    with pytest.raises(TooFewDecisions, match="299 decisions are too few"):
        learn_order(_decisions(299))
    with pytest.raises(TooFewDecisions, match="At least 30"):
        learn_order([Decision(f"câu {number}", 1.0, False) for number in range(400)])
    late = sorted(_decisions(400), key=lambda one: one.taken_up)
    with pytest.raises(TooFewDecisions, match="all of one kind"):
        learn_order(late)


def test_the_new_order_is_shown_beside_the_old_one() -> None:
    ranker, shown = learn_order(_decisions(320))
    assert (shown.learnt_from, shown.compared_on) == (240, 80)
    assert shown.old.average_precision == pytest.approx(0.5)
    assert shown.new.average_precision > 0.95
    assert (shown.old.precision_at_10, shown.new.precision_at_10) == (0.5, 1.0)
    assert shown.better
    assert shown.moved
    assert all(one.old_place != one.new_place and one.reasons for one in shown.moved)
    bridge, fair = ranker.scores(
        ["Cầu ở xã An bị sập, 3 người bị thương", "Hội thi nấu ăn xã An diễn ra vui vẻ"]
    )
    assert bridge > ranker.threshold > fair
