"""Django's name for this part."""

from django.apps import AppConfig


class ScreenConfig(AppConfig):
    name = "haidang.information.screen"
    label = "screen"
