"""The desk as Django knows it."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """One Django app: the desk."""

    name = "habeas.desk"
    label = "desk"
    verbose_name = "Habeas desk"
