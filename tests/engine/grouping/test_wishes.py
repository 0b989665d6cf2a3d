"""What people decided about items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haidang.engine.grouping.wishes import Wishes, WishesConflict


def test_items_are_held_together_through_others() -> None:
    wishes = Wishes()
    wishes.together(1, 2)
    wishes.together(2, 3)
    assert wishes.held_with(3) == {1, 2, 3}
    assert wishes.held_with(9) == {9}


def test_what_one_is_kept_from_the_others_are_too() -> None:
    wishes = Wishes()
    wishes.together(1, 2)
    wishes.apart(2, 5)
    assert wishes.kept_from(1) == {5}
    assert wishes.kept_from(5) == {2}


def test_the_newer_wish_about_a_pair_holds() -> None:
    wishes = Wishes()
    wishes.together(1, 2)
    wishes.apart(2, 1)
    assert wishes.held_with(1) == {1}
    wishes.together(1, 2)
    assert wishes.kept_from(1) == set()


def test_two_that_others_hold_together_cannot_be_kept_apart() -> None:
    wishes = Wishes()
    wishes.together(1, 2)
    wishes.together(2, 3)
    wishes.together(1, 3)
    with pytest.raises(WishesConflict, match="held together through others"):
        wishes.apart(1, 3)
    assert wishes.held_with(1) == {1, 2, 3}
    assert wishes.kept_from(1) == set()


@given(
    st.lists(
        st.tuples(st.sampled_from(["together", "apart"]), st.integers(0, 5), st.integers(0, 5)), max_size=20
    )
)
def test_forgetting_every_item_leaves_nothing(steps: list[tuple[str, int, int]]) -> None:
    wishes = Wishes()
    for act, one, other in steps:
        try:
            wishes.together(one, other) if act == "together" else wishes.apart(one, other)
        except WishesConflict:
            continue
    for key in range(6):
        wishes.forget(key)
    assert wishes._together == wishes._apart == {}
