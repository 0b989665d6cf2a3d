"""Django's name for this part."""

from django.apps import AppConfig


class VerifyConfig(AppConfig):
    name = "haidang.information.verify"
    label = "verify"
