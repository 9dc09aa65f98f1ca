"""Who may work here: people with one role each, programs with scoped keys, and the office they work for."""

from typing import Any, ClassVar

from django.contrib.auth.hashers import check_password as fits_hash
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.crypto import salted_hmac

from habeas.audit.event import stamp
from habeas.common.dates_read import CLOCK_FORMS, DAY_FORMS
from habeas.desk.models.access import access_told, changes_told
from habeas.desk.models.base import Held, Keyed
from habeas.desk.models.held import HeldQuerySet
from habeas.desk.seals import fits, seal


class AccountManager(UserManager["Account"]):
    """Accounts as the log-in library wants them, with every write noted for the record."""

    use_in_migrations = False

    def get_queryset(self) -> HeldQuerySet["Account"]:
        """The accounts, as rows that the record holds."""
        return HeldQuerySet(self.model, using=self._db)


class Account(AbstractUser):
    """One member of staff. A person has one role; nobody both manages accounts and decides."""

    class Role(models.TextChoices):
        """What a member of staff is here to do."""

        CLERK = "clerk", "Records clerk"
        COMMANDER = "commander", "Watch commander"
        COUNSEL = "counsel", "County counsel"
        NOTICE_SERVER = "notice_server", "Notice server"
        INSPECTOR = "inspector", "Inspector"
        ADMINISTRATOR = "administrator", "Administrator"

    objects: ClassVar[AccountManager] = AccountManager()

    role = models.CharField(max_length=20, choices=Role.choices, default=Role.CLERK)
    employee_number = models.CharField(max_length=30, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=80, blank=True)
    """The title under a signature; empty: the role in words."""
    badge = models.CharField(max_length=30, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    single_keys = models.BooleanField(default=True)
    """Whether single keys act on pages; anyone may switch them off (WCAG 2.1.4)."""
    sound = models.BooleanField(default=False)
    """Whether the page sounds when something is due within the hour or a signature waits; each person's own choice."""
    sessions_ended = models.PositiveIntegerField(default=0)
    """Counts how often all sessions of this account were ended: a session made before does not fit any more."""
    unvouched_since = models.DateTimeField(null=True, blank=True)
    """Since when the account does nothing until somebody vouches for who holds it; empty where nobody has to."""
    provider_subject = models.CharField(max_length=200, blank=True, db_index=True)
    """Who this is at the county's identity provider; empty where that way of logging in is not open to them."""
    first_password = models.BooleanField(default=False)
    """Whether somebody else knows the password (an administrator, or whoever was at the shell): it is changed before anything else."""
    excused_until = models.DateField(null=True, blank=True)
    """The last day on which the account works without a second factor; empty where nobody excused it."""
    excused_why = models.CharField(max_length=300, blank=True)
    excused_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    password_seal = models.CharField(max_length=64, blank=True)
    """Made with the desk's key whenever the password is set: a password that somebody wrote into the store has none, and opens nothing."""
    password_turn = models.PositiveIntegerField(default=0)
    """Counts the passwords of this account. The seal is on it and events tell it, so an older password that was put back is known."""

    class Meta(AbstractUser.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["provider_subject"], condition=~models.Q(provider_subject=""), name="one_account_a_subject"
            ),
        ]

    @property
    def shown(self) -> str:
        """The name as pages and the record show it."""
        return self.get_full_name() or self.username

    def set_password(self, raw_password: str | None) -> None:
        """Set another password: it gets the next number, and is sealed."""
        super().set_password(raw_password)
        self.password_turn = self._newest_turn() + 1
        self.password_seal = self._sealed()

    def check_password(self, raw_password: str | None) -> bool:
        """Whether the password fits, was set by this desk, and is the newest; as slow where it was not."""
        if self.password_is_ours and self.is_newest:
            return fits_hash(raw_password, self.password, self._hash_anew)
        make_password(raw_password)
        return False

    @property
    def password_is_ours(self) -> bool:
        """Whether what is stored was set by this desk for this account."""
        return fits(self.password_seal, *self.said_of_password)

    @property
    def said_of_password(self) -> tuple[object, ...]:
        """What the seal of the password is on: the row it lies in, whose it is, which one it is."""
        return ("password", self.pk, self.username, self.password_turn, self.password)

    @property
    def is_newest(self) -> bool:
        """Whether no event tells of a later password, or of sessions ended since: an older row may have been put back."""
        told = access_told(self.pk)
        return self.password_turn >= told[0] and self.sessions_ended >= told[1]

    def read_anew(self) -> None:
        """Read the row as it stands, and keep it from others until the transaction ends: a page may have been open for long."""
        self.refresh_from_db(from_queryset=Account.objects.select_for_update())

    def save(self, *args: Any, **given: Any) -> None:
        """Keep the seal with the password it belongs to; an account that is made gets its first once it has a number."""
        made = self._state.adding
        if (fields := given.get("update_fields")) is not None and "password" in fields:
            given["update_fields"] = {*fields, "password_seal", "password_turn"}
        super().save(*args, **given)
        if made:
            self.password_seal = self._sealed()
            Account.objects.filter(pk=self.pk).update(password_seal=self.password_seal)

    def _sealed(self) -> str:
        return seal(*self.said_of_password)

    def _newest_turn(self) -> int:
        """The number of the newest password, whatever an older copy of the row in memory or in the store says."""
        if self.pk is None:
            return self.password_turn
        stored = Account.objects.filter(pk=self.pk).values_list("password_turn", flat=True).first()
        return max(self.password_turn, stored or 0, access_told(self.pk)[0])

    def _hash_anew(self, raw_password: str) -> None:
        """The same password under another way of hashing, as the library asks at a log-in: no other number, so no event."""
        self.password = make_password(raw_password)
        self.password_seal = self._sealed()
        self.save(update_fields=["password"])

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """What each session is held to: it changes with the password and whenever all sessions are ended."""
        text = f"{self.password}|{self.sessions_ended}"
        return salted_hmac("habeas.session", text, secret=secret, algorithm="sha256").hexdigest()


class ApiKey(Keyed):
    """A key with which a program (the jail's own system) speaks; only its digest is kept."""

    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    made_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    vouched_at = models.DateTimeField(null=True, blank=True)
    """When a commander or counsel vouched for these very scopes; the key does nothing before."""
    vouched_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    seal = models.CharField(max_length=64, blank=True, default="")
    """Made with the desk's key when somebody vouched: a key that was written into the store, or changed there, has none that fits."""

    @property
    def said_of_seal(self) -> tuple[object, ...]:
        """What the seal is on."""
        return said_of_key(self)

    @property
    def is_ours(self) -> bool:
        """Whether somebody vouched at this desk for the key as it stands."""
        return fits(self.seal, *self.said_of_seal)


def said_of_key(key: Any) -> tuple[object, ...]:
    """What the seal of a key is on: the key, what it may do and until when, who vouched and when, how often it was changed or ended before.

    So an older row that was put back does not fit: events say that the key was changed since. A step of the database asks as well.
    """
    ends, vouched = stamp(key.expires_at), stamp(key.vouched_at) if key.vouched_at else None
    return ("key", key.key, key.digest, key.scopes, ends, key.vouched_by_id, vouched, changes_told(key.key))


class Idempotency(models.Model):
    """An answer already given to a program, so that the same call made twice acts once."""

    api_key = models.ForeignKey(ApiKey, models.CASCADE)
    key = models.CharField(max_length=80)
    body_sha256 = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["api_key", "key"], name="one_answer_a_key"),
        ]


class Office(Held):
    """The office that answers: one row. Letters, clocks and law are its own."""

    site = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    agency = models.CharField(max_length=160)
    address = models.JSONField(default=list)
    email = models.CharField(max_length=120, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    letter_copies = models.JSONField(default=list)
    """Who gets a copy of every letter, a line each."""
    jurisdiction = models.CharField(max_length=80)
    policy = models.TextField(blank=True, help_text="The county's own policy (TOML), where it has one.")
    policy_proposed = models.TextField(null=True, blank=True)
    """A policy an administrator proposes (empty text: none); it counts only when counsel or a commander has confirmed it."""
    policy_proposed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    policy_proposed_at = models.DateTimeField(null=True, blank=True)
    policy_proposed_why = models.CharField(max_length=300, blank=True)
    place_proposed = models.JSONField(null=True, blank=True)
    """Another place and time zone that an administrator proposes, with the reason; it counts only when counsel has confirmed it."""
    place_proposed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    place_proposed_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=40)
    notice_hours = models.PositiveSmallIntegerField(
        default=24, help_text="The county's own target for serving a notice; not law."
    )
    dispute_minutes = models.PositiveSmallIntegerField(default=60)
    release_hours = models.PositiveSmallIntegerField(
        default=8, help_text="The county's own target from ready for release to physically released; not law."
    )
    shift_starts = models.CharField(
        max_length=60, default="06:00 14:00 22:00", help_text="Local times, separated by spaces."
    )
    date_form = models.CharField(max_length=10, default="us", choices=list(DAY_FORMS.items()))
    clock_form = models.CharField(max_length=10, default="24", choices=list(CLOCK_FORMS.items()))
    demonstration = models.BooleanField(default=False)
    head_days = models.PositiveSmallIntegerField(
        default=7, help_text="Days after which the desk warns that no signed checkpoint was filed outside the building."
    )


class OutsideAccount(Keyed):
    """A log-in, feed or report that somebody outside has: access by log-in is disclosure."""

    class Kind(models.TextChoices):
        """How somebody outside reaches our records."""

        LOGIN = "login", "Log-in"
        FEED = "feed", "Data feed"
        REPORT = "report", "Report sent regularly"
        DASHBOARD = "dashboard", "Dashboard or shared folder"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.LOGIN)
    holder = models.CharField(max_length=120)
    system = models.CharField(max_length=120)
    purpose = models.CharField(max_length=200)
    opened_on = models.DateField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    rows_seen = models.PositiveIntegerField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Account, models.PROTECT, null=True, blank=True, related_name="+")
    law = models.JSONField(default=dict)
    """Each law pack with its hash as it stood at the last review: another hash now asks for another review."""
    revoked_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
