"""Numbers that a law or the office sets, as they hold on a day; and the rows that the desk starts with."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from haidang.base.models import LegalParameter


class UnknownParameter(LookupError):
    """No value of this code holds on this day."""

    def __init__(self, code: str, on: date) -> None:
        super().__init__(
            f"No legal parameter '{code}' holds on {on:%Y-%m-%d}; add a row with its value and its basis."
        )


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A value with its basis. Not `verified`: shown amber, never silently enforced."""

    value: int
    unit: str
    basis: str
    verified: bool


@dataclass(frozen=True, slots=True)
class _Seed:
    code: str
    value: int
    unit: str
    valid_from: date
    basis: str
    verified_by: str = ""


def parameter(code: str, *, on: date) -> ParameterValue:
    """The value that holds on a day (`valid_to` is a row's last day). Raises UnknownParameter."""
    row = (
        LegalParameter.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), code=code, valid_from__lte=on)
        .order_by("-valid_from")
        .first()
    )
    if row is None:
        raise UnknownParameter(code, on)
    return ParameterValue(row.value, row.unit, row.basis, verified=bool(row.verified_by))


def seed_legal_parameters() -> int:
    """Write the rows that the desk starts with; rows that are there stay. Returns how many are new."""
    new = 0
    for seed in _SEEDS:
        _, made = LegalParameter.objects.get_or_create(
            code=seed.code,
            valid_from=seed.valid_from,
            defaults={
                "value": seed.value,
                "unit": seed.unit,
                "basis": seed.basis,
                "verified_by": seed.verified_by,
            },
        )
        new += made
    return new


# Two levels of local government, and with them the office in its present form, begin on this day.
_OFFICE_BEGINS = date(2025, 7, 1)
_COMPLAINTS_LAW_BEGINS = date(2012, 7, 1)
_READ = "thuvienphapluat.vn 83A1FC5, 130377 (trích đoạn, đọc ngày 23/11/2026)"

_SEEDS = (
    _Seed(
        "case.acknowledge_minutes",
        60,
        "minutes",
        _OFFICE_BEGINS,
        "Mức mặc định của cơ quan, không phải thời hạn do luật định: mỗi tin vào hàng chờ được tiếp nhận "
        "trong vòng 60 phút.",
    ),
    _Seed(
        "case.answer_hours",
        24,
        "hours",
        _OFFICE_BEGINS,
        "Mức mặc định của cơ quan, không phải thời hạn do luật định: hồ sơ có câu trả lời công khai "
        "trong vòng 24 giờ.",
    ),
    _Seed(
        "agency.answer_working_days",
        5,
        "working_days",
        _OFFICE_BEGINS,
        "Mức mặc định của cơ quan, tham khảo quy định của tỉnh Nghệ An (05 ngày để kiểm tra nội dung "
        "báo chí nêu); không phải thời hạn do luật định.",
    ),
    _Seed(
        "appeal.admit_days",
        10,
        "days",
        _COMPLAINTS_LAW_BEGINS,
        "Luật Khiếu nại số 02/2011/QH13, Điều 27: thụ lý, hoặc nêu rõ lý do không thụ lý, "
        "trong thời hạn 10 ngày kể từ ngày nhận được khiếu nại.",
        _READ,
    ),
    _Seed(
        "appeal.decide_days",
        30,
        "days",
        _COMPLAINTS_LAW_BEGINS,
        "Luật Khiếu nại số 02/2011/QH13, Điều 28: giải quyết lần đầu không quá 30 ngày kể từ ngày thụ lý.",
        _READ,
    ),
    _Seed(
        "appeal.decide_complex_days",
        45,
        "days",
        _COMPLAINTS_LAW_BEGINS,
        "Luật Khiếu nại số 02/2011/QH13, Điều 28: vụ việc phức tạp giải quyết lần đầu không quá 45 ngày "
        "kể từ ngày thụ lý.",
        _READ,
    ),
    _Seed(
        "appeal.decide_working_days",
        7,
        "working_days",
        _OFFICE_BEGINS,
        "Mức cam kết của cơ quan, ngắn hơn thời hạn do luật định, theo thông lệ của Mạng lưới Tiêu chuẩn "
        "kiểm chứng thông tin châu Âu (EFCSN): trả lời khiếu nại trong 07 ngày làm việc.",
    ),
)
