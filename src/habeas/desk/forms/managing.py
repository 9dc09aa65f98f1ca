"""Forms of the administrator: accounts, keys of programs, the office."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms

from habeas.common.numbers import whole_number
from habeas.desk.api.table import SCOPES
from habeas.desk.services.office.managing import Account, Office


class AccountForm(forms.Form):
    """What an account is made of, but for its user name."""

    first_name = forms.CharField(label="First name", max_length=60)
    last_name = forms.CharField(label="Last name", max_length=60)
    role = forms.ChoiceField(label="Role", choices=Account.Role.choices, widget=forms.RadioSelect)
    employee_number = forms.CharField(label="Employee number", max_length=30, required=False)
    unit = forms.CharField(label="Unit", max_length=60, required=False)
    title = forms.CharField(
        label="Title under a signature", max_length=80, required=False, help_text="Such as: Sergeant, Watch Commander."
    )
    badge = forms.CharField(label="Badge number", max_length=30, required=False)
    telephone = forms.CharField(label="Telephone under a signature", max_length=40, required=False)
    provider_subject = forms.CharField(
        label="Name at the identity provider",
        max_length=200,
        required=False,
        help_text="Only where the county's own log-in is connected: the subject it sends for this person.",
    )


class NewAccountForm(AccountForm):
    """A new account: a user name as well."""

    username = forms.RegexField(
        r"^[A-Za-z0-9._-]{2,60}$",
        label="User name",
        help_text="Letters, digits, dot, hyphen. It is not written to the log.",
    )
    field_order = ("username", "first_name", "last_name", "role")


DAYS = ((30, "30 days"), (90, "90 days"), (180, "6 months"), (365, "1 year"))


class KeyForm(forms.Form):
    """A key of a program."""

    name = forms.CharField(label="Purpose of the key", max_length=80, help_text="Such as: JMS, roster push.")
    scopes = forms.MultipleChoiceField(
        label="Permissions", choices=list(SCOPES.items()), widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(label="Expires after", choices=DAYS, coerce=whole_number, initial=180)

    def lasts(self) -> timedelta:
        """How long the key lasts."""
        return timedelta(days=self.cleaned_data["days"])


MOST_TYPED = 32_767
"""The largest number that a column of hours or minutes holds."""


class WholeNumberField(forms.IntegerField):
    """A field of hours or minutes, read as every number from outside is."""

    def to_python(self, value: Any) -> int | None:
        """The number, None for an empty field. Raises ValidationError for what is none that the column holds."""
        if value in self.empty_values:
            return None
        number = whole_number(str(value).strip(), most=MOST_TYPED)
        if number is None:
            raise forms.ValidationError(f"Enter a whole number, at most {MOST_TYPED:,}.")
        return number


class OfficeForm(forms.ModelForm):
    """The office, but for its place, its time zone and its policy."""

    address = forms.CharField(label="Address, a line each", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    letter_copies = forms.CharField(
        label="Copies of every letter (cc), a line each", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    class Meta:
        model = Office
        fields = (
            "agency", "name", "address", "email", "telephone", "letter_copies", "notice_hours", "dispute_minutes", "release_hours",
            "shift_starts", "date_form", "clock_form",
        )  # fmt: skip
        field_classes: ClassVar[dict[str, Any]] = dict.fromkeys(
            ("notice_hours", "dispute_minutes", "release_hours"), WholeNumberField
        )
        labels: ClassVar[dict[str, str]] = {
            "name": "Unit that answers", "agency": "Agency", "email": "E-mail",
            "notice_hours": "Hours to serve a notice", "dispute_minutes": "Minutes for the watch commander to review a dispute",
            "release_hours": "Hours from ready for release to physically released", "shift_starts": "Shift change times",
            "date_form": "Dates are written", "clock_form": "Times are written",
        }  # fmt: skip

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        if self.instance.pk:
            self.initial["address"] = "\n".join(self.instance.address)
            self.initial["letter_copies"] = "\n".join(self.instance.letter_copies)

    def clean_address(self) -> list[str]:
        """The address as its lines."""
        return [line.strip() for line in self.cleaned_data["address"].splitlines() if line.strip()]

    def clean_letter_copies(self) -> list[str]:
        """Whoever gets a copy, as lines."""
        return [line.strip() for line in self.cleaned_data["letter_copies"].splitlines() if line.strip()]

    def _post_clean(self) -> None:
        """Leave the row as it is: the service changes it, with its event."""


class PlaceForm(forms.Form):
    """Another place or time zone of the office, to be confirmed by counsel."""

    jurisdiction = forms.CharField(label="Place", max_length=80, help_text="Such as us-ca-los-angeles.")
    time_zone = forms.ChoiceField(
        label="Time zone",
        required=False,
        help_text="It follows the place; choose one only where the place keeps several.",
    )
    why = forms.CharField(label="Why is it changed?", max_length=300)
    understood = forms.BooleanField(
        label="I know that Habeas does not have all the law of this place", required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, zones: list[str], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["time_zone"]
        field.choices = [("", "The time zone of the place"), *((each, each) for each in zones)]  # type: ignore[attr-defined] # a ChoiceField
