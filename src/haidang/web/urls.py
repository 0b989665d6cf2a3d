"""Every address of the site: public pages in two languages, the desk, sign-in, the API."""

from allauth.account import views as account
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from haidang.web.public.feeds import robots, sitemap

# Only these of allauth's pages exist here: accounts are given by the administrator, nobody signs up or resets by mail.
sign_in = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("signup/", RedirectView.as_view(pattern_name="account_login"), name="account_signup"),
    path("2fa/", include("allauth.mfa.urls")),
]

urlpatterns = [
    path("desk/", include("haidang.web.desk.urls")),
    path("accounts/", include(sign_in)),
    path("api/", include("haidang.web.api.urls")),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    *i18n_patterns(path("", include("haidang.web.public.urls")), prefix_default_language=False),
]

handler400 = "haidang.web.errors.bad_request"
handler403 = "haidang.web.errors.not_allowed"
handler404 = "haidang.web.errors.not_found"
handler500 = "haidang.web.errors.broken"
