"""The desk's models for the public site, which ties nothing to log-ins since there are none."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """The same app as the desk's, without what belongs to accounts."""

    name = "habeas.desk"
    label = "desk"
    verbose_name = "Habeas public site"


class QuietAccounts(AppConfig):
    """The log-in library's tables, which ours point to, without its log-in: it would ask for a middleware that makes sessions."""

    name = "allauth.account"
    label = "account"
    default_auto_field = "django.db.models.AutoField"
