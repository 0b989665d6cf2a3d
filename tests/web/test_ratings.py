"""Every verdict has its look: a sign and a word, so that colour is never needed."""

from django.template import Context, Template

from haidang.information.verify.models import Verdict
from haidang.information.verify.verdicts import BY_CODE
from haidang.web.pictures import SIGNS
from haidang.web.ratings import look_of


def test_every_verdict_has_a_sign_a_word_and_its_number() -> None:
    for code in Verdict.values:
        look = look_of(code)
        assert look.kind in SIGNS
        assert str(look.name) == BY_CODE[code].vi
        assert look.number == BY_CODE[code].number


def test_the_page_shows_the_word_beside_the_sign() -> None:
    html = Template('{% load look %}{% rating "false" %}').render(Context())
    assert "Sai" in html
    assert "<svg" in html
