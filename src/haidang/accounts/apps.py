"""Django's name for this part."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "haidang.accounts"
    label = "accounts"
