"""Published notices as data: exactly the documents that were signed."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from haidang.information.verify.models import Case, Review
from haidang.information.verify.queries import public_versions, published_reviews
from haidang.web.public.document import document_of

router = Router(tags=["notices"])
MOST = 100


class Signed(Schema):
    """A signed document, its signature, and where it stands in the record."""

    document: dict[str, Any]
    sha256: str
    signature: str
    key_id: str
    log_index: int | None


def _signed(review: Review) -> Signed:
    return Signed(
        document=document_of(review),
        sha256=review.canonical_sha256,
        signature=review.signature,
        key_id=review.key_id,
        log_index=review.log_index,
    )


@router.get("/", response=list[Signed], summary="The newest notices, at most 100")
def notices(request: HttpRequest, limit: int = 20) -> list[Signed]:
    return [_signed(review) for review in published_reviews()[: max(1, min(limit, MOST))]]


@router.get("/{number}", response=list[Signed], summary="Every public version of a notice, oldest first")
def notice(request: HttpRequest, number: str) -> list[Signed]:
    case = Case.objects.filter(number=number, published_at__isnull=False).first()
    if case is None:
        raise HttpError(404, "There is no published notice with this number.")
    return [_signed(review) for review in public_versions(case)]
