"""Django's name for this part."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "haidang.web"
    label = "web"
