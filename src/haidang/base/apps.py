"""Django's name for the ground floor."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "haidang.base"
    label = "base"
