"""Django's name for this part."""

from django.apps import AppConfig


class CollectConfig(AppConfig):
    name = "haidang.information.collect"
    label = "collect"
