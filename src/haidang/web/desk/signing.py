"""The second factor at the moment of signing: whoever found an open desk cannot sign in the office's name."""

from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from haidang.accounts.models import User

TOTP = Authenticator.Type.TOTP


class CodeRefused(ValueError):
    """The code is missing, wrong, used already, or too many were tried; the sentence says what to do."""


def asks_for_code(user: User) -> bool:
    """Whether this signer types a code: the office requires second factors and theirs is set up."""
    return bool(settings.HAIDANG_REQUIRE_SECOND_FACTOR) and bool(is_mfa_enabled(user, types=[TOTP]))


def check_code(user: User, code: str) -> None:
    """Accept each code once. Raises `CodeRefused`. Nothing is asked where `asks_for_code` says no."""
    if not asks_for_code(user):
        return
    if not code.strip():
        raise CodeRefused(_("Type the code that your authenticator app shows now."))
    try:
        forget_tries = check_rate_limit(user)
    except ValidationError:
        raise CodeRefused(_("Too many wrong codes; wait a quarter of an hour.")) from None
    if not Authenticator.objects.get(user=user, type=TOTP).wrap().validate_code(code):
        raise CodeRefused(_("The code is wrong or was used already; wait for the next one and type that."))
    forget_tries()
