"""A row keeps the sentence of its last failure; the code beside it is found again."""

from haidang.information.collect.models import Failure, Publication, Source
from haidang.web.desk.failures import codes_of_pages, codes_of_sources
from tests.cast import later
from tests.desk import Desk, a_revision
from tests.web.conftest import SignedIn


def a_source(name: str, *, reason: str = "") -> Source:
    return Source.objects.create(name=name, address=f"http://{name}.example/", last_reason=reason)


def fails(source: Source, code: str, reason: str, *, address: str = "", minutes: float = 0) -> None:
    Failure.objects.create(
        source=source, address=address or source.address, at=later(minutes), code=code, reason=reason
    )


def test_the_code_belongs_to_the_sentence_that_is_shown_not_to_the_newest_failure(desk: Desk) -> None:
    slow, well = a_source("slow", reason="Too slow."), a_source("well")
    fails(slow, "deadline", "Too slow.")
    fails(slow, "http_404", "Not there.", address="http://slow.example/a", minutes=5)
    fails(well, "dns", "No such name.")
    assert codes_of_sources([slow, well]) == {slow.pk: "deadline"}


def test_each_page_finds_its_own_code_and_an_unknown_sentence_none(desk: Desk) -> None:
    one, other = (
        a_revision(address=f"http://127.0.0.1:8801/tin/{n}", text=f"Tin {n}.").publication for n in (1, 2)
    )
    fails(one.source, "no_text", "Nothing to read.", address=one.address)
    fails(one.source, "robots", "Kept away.", address=other.address)
    one.last_reason, other.last_reason = "Nothing to read.", "Never recorded."
    assert codes_of_pages([one, other]) == {one.pk: "no_text"}


def test_lists_say_it_in_the_language_of_the_reader_and_keep_the_sentence(
    desk: Desk, signed_in: SignedIn
) -> None:
    sentence = "The server ubnd.example answered 503 Service Unavailable."
    publication = a_revision(address="http://127.0.0.1:8801/tin/1", text="Tin.").publication
    for row in (publication.source, publication):
        type(row).objects.filter(pk=row.pk).update(last_reason=sentence)
        fails(publication.source, "http_503", sentence, address=row.address)
    mai = signed_in(desk.cast.mai)
    Publication.objects.update(first_seen_at=Publication.objects.get().first_seen_at.now(tz=later(0).tzinfo))
    for path in ("/desk/sources/", f"/desk/sources/{publication.source.pk}/", "/desk/publications/"):
        page = mai.get(path).content.decode()
        assert "Máy chủ trả lời 503" in page, path
        assert sentence in page, path
    mai.cookies["django_language"] = "en"
    assert "The server answered 503<details" in mai.get("/desk/sources/").content.decode()
