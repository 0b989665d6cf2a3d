"""Articles found by questions."""

import pytest

from haidang.engine.retrieval.provisions import Provision, ProvisionIndex, clauses
from haidang.engine.retrieval.shipped import shipped_table

NOTICE = Provision(
    "Quy chế tin@5", "Quy chế thông tin", "Thời hạn trả lời",
    "1. Cơ quan được hỏi trả lời trong 5 ngày làm việc.\n\n2. Trường hợp phức tạp được gia hạn một lần.",
)  # fmt: skip
TICKET = Provision(
    "Quy chế khu@7", "Quy chế khu du lịch", "Vé tham quan",
    "1. Vé bán tại cổng.\n\n2. Trẻ em dưới 6 tuổi được miễn vé.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "key", "clause"),
    [
        (
            "Trường hợp phức tạp được gia hạn mấy lần?",
            NOTICE.key,
            "2. Trường hợp phức tạp được gia hạn một lần.",
        ),
        ("tre em duoi 6 tuoi phai mua ve, dung hay sai?", TICKET.key, "2. Trẻ em dưới 6 tuổi được miễn vé."),
    ],
)
def test_the_clause_that_answers_is_shown(question: str, key: str, clause: str) -> None:
    first = ProvisionIndex([NOTICE, TICKET]).search(question)[0]
    assert (first.key, first.clause) == (key, clause)


def test_an_article_can_be_replaced_and_removed() -> None:
    index = ProvisionIndex([NOTICE, TICKET])
    index.put(Provision(TICKET.key, TICKET.law, "Giờ mở cửa", "Mở cửa lúc 7 giờ."))
    assert index.search("miễn vé trẻ em") == []
    index.remove(TICKET.key)
    index.remove(TICKET.key)
    assert (len(index), index.search("mở cửa lúc mấy giờ")) == (1, [])
    assert index.search("") == []


def test_an_english_question_finds_the_vietnamese_article() -> None:
    first = ProvisionIndex([NOTICE, TICKET]).search_english(
        "Do children under 6 need a ticket?", shipped_table()
    )[0]
    assert first.key == TICKET.key


def test_an_article_is_cut_at_its_numbers() -> None:
    assert clauses("Mở đầu:\n1. Một.\n\n2. Hai 3. không cắt") == ["Mở đầu:", "1. Một.", "2. Hai 3. không cắt"]
