"""Addresses of the desk. Every view stands behind `desk_page`, except the choice of language."""

from django.urls import path

from haidang.web.desk import (
    accounts,
    case_post,
    cases,
    demo,
    language,
    matches,
    publications,
    published,
    sources,
    style,
    today,
)

app_name = "desk"

urlpatterns = [
    path("", today.today, name="today"),
    path("queue/", cases.queue, name="queue"),
    path("queue/<str:number>/", cases.queued_case, name="queued_case"),
    path("cases/", cases.in_work, name="cases"),
    path("cases/<str:number>/", cases.one_case, name="case"),
    path("cases/<str:number>/<slug:slug>/", case_post.case_act, name="case_act"),
    path("matches/<int:pk>/", matches.decide_match, name="decide_match"),
    path("published/", published.published, name="published"),
    path("publications/", publications.publications, name="publications"),
    path("publications/<int:pk>/", publications.publication, name="publication"),
    path("captures/<str:sha256>/", publications.capture, name="capture"),
    path("sources/", sources.sources, name="sources"),
    path("sources/add/", sources.add_source, name="add_source"),
    path("sources/<int:pk>/", sources.one_source, name="source"),
    path("sources/<int:pk>/switch/", sources.switch, name="switch_source"),
    path("style/", style.style, name="style"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/add/", accounts.add_account, name="add_account"),
    path("accounts/<int:pk>/", accounts.one_account, name="account"),
    path("demo-sign-in/", demo.demo_sign_in, name="demo_sign_in"),
    path("language/", language.choose_language, name="language"),
]
