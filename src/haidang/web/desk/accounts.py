"""Accounts of the staff, for the administrator: who holds which role, open one, change or close one."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from haidang.accounts import access
from haidang.accounts.manage import AccountRefused, open_account, set_roles
from haidang.accounts.models import Agency, Role, User
from haidang.web.desk.cases import page_of
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.frame import desk_render


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    active = forms.TypedChoiceField(
        label=_("Account"),
        choices=[("1", _("open: this person may sign in")), ("0", _("closed: this person may not sign in"))],
        coerce=lambda typed: typed == "1",
        widget=forms.RadioSelect,  # a box left empty by accident would close the account
    )


class AccountForm(forms.Form):
    display_name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As colleagues call this person.")
    )
    post = forms.CharField(
        label=_("Post"), max_length=120, help_text=_("Printed under a signature instead of the name.")
    )
    agency = forms.ModelChoiceField(
        label=_("Agency"), queryset=Agency.objects.order_by("name_vi"), required=False
    )
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("First password"),
        help_text=_("At least 12 characters; hand it over in person."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )


def staff() -> QuerySet[User]:
    """Everybody with an account, closed ones last, and whether their second factor is set up."""
    totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    rows = User.objects.select_related("agency").prefetch_related("grants")
    return rows.annotate(has_second_factor=Exists(totp)).order_by("-is_active", "username")


@desk_page("account.manage")
def accounts(request: HttpRequest) -> HttpResponse:
    """The staff with their roles."""
    form = None
    if request.GET.get("act") == "add":
        form = AccountForm(label_suffix="", initial={"agency": staff_of(request).agency_id})
    return _list(request, form)


@desk_page("account.manage", methods=("POST",))
def add_account(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST, label_suffix="")
    if form.is_valid():
        try:
            user = open_account(**form.cleaned_data, by=staff_of(request), at=timezone.now())
        except AccountRefused as refused:
            form.add_error(None, str(refused))
        else:
            said = gettext("The account of %(name)s is open.") % {"name": user}
            messages.success(request, said, extra_tags="done")
            return redirect("desk:accounts")
    return _list(request, form, status=422)


@desk_page("account.manage", methods=("GET", "HEAD", "POST"))
def one_account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its roles, and whether it is open."""
    user = access.find(user=staff_of(request), act="account.manage", among=staff(), pk=pk)
    first = {"roles": [grant.role for grant in user.grants.all()], "active": str(int(user.is_active))}
    form = RolesForm(request.POST if request.method == "POST" else None, label_suffix="", initial=first)
    if not form.is_bound:
        return _one(request, user, form)
    if form.is_valid():
        try:
            set_roles(user=user, **form.cleaned_data, by=staff_of(request), at=timezone.now())
        except AccountRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _done(user), extra_tags="done")
            return redirect("desk:accounts")
    return _one(request, user, form, status=422)


def _done(user: User) -> str:
    said = (
        gettext("Roles of %(name)s changed.")
        if user.is_active
        else gettext("The account of %(name)s is closed.")
    )
    return said % {"name": user}


def _list(request: HttpRequest, form: AccountForm | None, status: int = 200) -> HttpResponse:
    page = page_of(staff(), request.GET, size=100)
    return _render(request, "desk/accounts.html", status, page=page, form=form)


def _one(request: HttpRequest, user: User, form: RolesForm, status: int = 200) -> HttpResponse:
    own = user.pk == staff_of(request).pk
    return _render(request, "desk/account.html", status, account=user, form=form, own=own)


def _render(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    return desk_render(request, template, section="accounts", status=status, **context)
