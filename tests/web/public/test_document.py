"""A notice as its page shows it is read from the signed document, in the language asked for."""

from haidang.information.verify.models import Review
from haidang.web.public.document import document_of, notice_of, words_of
from tests.desk import EN, VI, Desk


def test_each_language_has_its_words_and_the_same_proofs(desk: Desk) -> None:
    review = desk.published()
    vi, en = notice_of(review, "vi"), notice_of(review, "en")
    assert (vi.text["headline"], en.text["headline"]) == (VI.headline, EN.headline)
    assert [item["warc_sha256"] for item in vi.evidence] == [item["warc_sha256"] for item in en.evidence]
    assert vi.two_people
    assert not vi.retracted
    assert dict(words_of(vi))["facts"] == VI.facts


def test_how_long_it_took_counts_from_first_sight_to_the_first_version(desk: Desk) -> None:
    review = desk.published()
    took = notice_of(review, "vi").answer_took
    changed = desk.signed_change(review)
    again = Review.objects.select_related("case").get(pk=changed.pk)
    assert notice_of(again, "vi").answer_took == took


def test_a_language_that_is_missing_falls_back_and_says_so(desk: Desk) -> None:
    review = desk.published()
    document = document_of(review)
    assert set(document["texts"]) == {"vi", "en"}
    assert notice_of(review, "fr").pending
    assert notice_of(review, "fr").text_language == "vi"
