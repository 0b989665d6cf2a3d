"""The places that are watched: their health in words, a switch, and a form for a new one."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.accounts import access
from haidang.information.collect.models import Source, SourceKind
from haidang.information.collect.queries import failures_of, sources_by_health
from haidang.information.collect.register_source import SourceInvalid, register_source
from haidang.information.collect.switch_source import switch_source
from haidang.web.desk.cases import page_of
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.failures import codes_of_sources
from haidang.web.desk.frame import desk_render

INTERVALS = [
    (60, _("every minute")),
    (300, _("every 5 minutes")),
    (600, _("every 10 minutes")),
    (1800, _("every half hour")),
    (3600, _("every hour")),
    (6 * 3600, _("every 6 hours")),
    (24 * 3600, _("once a day")),
]


class SourceForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As colleagues call it."))
    address = forms.CharField(
        label=_("Address"),
        max_length=1000,
        widget=forms.URLInput,
        help_text=_("Public pages only, http or https."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=SourceKind.choices, initial=SourceKind.FEED)
    language = forms.ChoiceField(label=_("Language"), choices=[("vi", "Tiếng Việt"), ("en", "English")])
    interval_s = forms.TypedChoiceField(label=_("Look at it"), choices=INTERVALS, coerce=int, initial=600)
    official = forms.BooleanField(
        label=_("Published by a state body: counts as official text"), required=False
    )
    reads_articles = forms.BooleanField(
        label=_("Fetch the page behind each entry"), required=False, initial=True
    )


@desk_page("source.read")
def sources(request: HttpRequest) -> HttpResponse:
    """Failing sources first, each with the last reason in words."""
    form = SourceForm(label_suffix="") if request.GET.get("act") == "add" else None
    return _list(request, form)


@desk_page("source.register", methods=("POST",))
def add_source(request: HttpRequest) -> HttpResponse:
    form = SourceForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            source = register_source(**form.cleaned_data, by=staff_of(request), at=timezone.now())
        except SourceInvalid as invalid:
            form.add_error(invalid.field, str(invalid))
        else:
            messages.success(
                request,
                gettext("“%(name)s” is watched from now on.") % {"name": source.name},
                extra_tags="done",
            )
            return redirect("desk:sources")
    return _list(request, form, status=422)


@desk_page("source.switch", methods=("POST",))
def switch(request: HttpRequest, pk: int) -> HttpResponse:
    source = access.find(user=staff_of(request), act="source.switch", among=Source.objects.all(), pk=pk)
    switch_source(source=source, on=request.POST.get("on") == "1", by=staff_of(request), at=timezone.now())
    return redirect("desk:sources")


@desk_page("source.read")
def one_source(request: HttpRequest, pk: int) -> HttpResponse:
    """One source with what went wrong, newest first."""
    source = access.find(user=staff_of(request), act="source.read", among=Source.objects.all(), pk=pk)
    page = page_of(failures_of(source), request.GET)
    code = codes_of_sources([source]).get(source.pk, "")
    return desk_render(request, "desk/source.html", section="sources", source=source, code=code, page=page)


def _list(request: HttpRequest, form: SourceForm | None, status: int = 200) -> HttpResponse:
    user = staff_of(request)
    page = page_of(sources_by_health(), request.GET, size=100)
    codes = codes_of_sources(list(page.object_list))
    return desk_render(
        request,
        "desk/sources.html",
        section="sources",
        status=status,
        page=page,
        rows=[(source, codes.get(source.pk, "")) for source in page.object_list],
        form=form,
        may_add=access.may(user, "source.register"),
        may_switch=access.may(user, "source.switch"),
    )
