"""What somebody typed into a long form and has not sent: kept here, never in the browser, and offered back."""

from typing import Any, ClassVar

from django.db import models

from habeas.desk.models.accounts import Account


class FormDraft(models.Model):
    """The unsent words of one account in one form. It decides nothing; no event speaks of it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    form = models.CharField(max_length=160)
    """The address of the form."""
    content = models.TextField()
    """Its fields as JSON, sealed with the desk's key: whoever reads the store alone reads none of it."""
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["account", "form"], name="one_draft_a_form_and_account"),
        ]
