"""Addresses of the public site, the same in both languages behind their prefix. They never change once published."""

from django.urls import path

from haidang.web.public import feeds, notices, pages

app_name = "public"

urlpatterns = [
    path("", notices.home, name="home"),
    path("notices/<str:number>/", notices.notice, name="notice"),
    path("notices/<str:number>/claimreview.json", notices.claimreview, name="claimreview"),
    path("notices/<str:number>/versions/<int:version>/", notices.version, name="version"),
    path("notices/<str:number>/versions/<int:version>/changes/", notices.changes, name="changes"),
    path("notices/<str:number>/versions/<int:version>/bundle.zip", notices.bundle, name="bundle"),
    path("notices/<str:number>/captures/<str:sha256>/", notices.capture, name="capture"),
    path("corrections/", notices.corrections, name="corrections"),
    path("about/", pages.about, name="about"),
    path("verify/", pages.verify, name="verify"),
    path("verify/checkpoint.txt", pages.checkpoint, name="checkpoint"),
    path("feed.atom", feeds.atom, name="atom"),
    path("feed.json", feeds.json_feed, name="json_feed"),
]
