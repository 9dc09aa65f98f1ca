"""What the desk keeps, by subject. Nothing here decides anything: services do, and every act leaves an event."""

from habeas.desk.models.accounts import Account, ApiKey, Idempotency, Office, OutsideAccount
from habeas.desk.models.contacts import Contact, ContactField, Script, Telling
from habeas.desk.models.custody import (
    Booking,
    NeverThese,
    Person,
    Publication,
    ReleaseDates,
    RosterBefore,
    RosterFile,
    RosterImport,
)
from habeas.desk.models.disputes import Dispute
from habeas.desk.models.drafts import FormDraft
from habeas.desk.models.facts import STANDS, FactRecord, Question
from habeas.desk.models.figures import FiguresRelease
from habeas.desk.models.jobs import Job
from habeas.desk.models.letters import LetterTemplate
from habeas.desk.models.list_work import ListWork
from habeas.desk.models.mail import Mail, MailSetting
from habeas.desk.models.office_files import OfficeSeal
from habeas.desk.models.outage import PaperForm
from habeas.desk.models.outgoing import Designee, Dispatch, Execution, Notice, Service
from habeas.desk.models.papers import Paper, PaperPage, ReadField
from habeas.desk.models.profiles import RosterProfile, RosterSample
from habeas.desk.models.record import Anchor, Beside, ChainHead, Checkpoint, Event, HeadRoute, RecordCheck
from habeas.desk.models.requests import EndedByProgram, IdentityCheck, Numbering, Opinion, Request
from habeas.desk.models.shifts import CalendarKey, Clock, Handover
from habeas.desk.models.tries import KnownPlace, Tries
from habeas.desk.models.webhooks import Webhook, WebhookCall
from habeas.desk.models.work import ActChoice, Decision, LawText, PackageFile, Signature
from habeas.desk.models.working import Comment, SavedView

__all__ = [
    "STANDS",
    "Account",
    "ActChoice",
    "Anchor",
    "ApiKey",
    "Beside",
    "Booking",
    "CalendarKey",
    "ChainHead",
    "Checkpoint",
    "Clock",
    "Comment",
    "Contact",
    "ContactField",
    "Decision",
    "Designee",
    "Dispatch",
    "Dispute",
    "EndedByProgram",
    "Event",
    "Execution",
    "FactRecord",
    "FiguresRelease",
    "FormDraft",
    "Handover",
    "HeadRoute",
    "Idempotency",
    "IdentityCheck",
    "Job",
    "KnownPlace",
    "LawText",
    "LetterTemplate",
    "ListWork",
    "Mail",
    "MailSetting",
    "NeverThese",
    "Notice",
    "Numbering",
    "Office",
    "OfficeSeal",
    "Opinion",
    "OutsideAccount",
    "PackageFile",
    "Paper",
    "PaperForm",
    "PaperPage",
    "Person",
    "Publication",
    "Question",
    "ReadField",
    "RecordCheck",
    "ReleaseDates",
    "Request",
    "RosterBefore",
    "RosterFile",
    "RosterImport",
    "RosterProfile",
    "RosterSample",
    "SavedView",
    "Script",
    "Service",
    "Signature",
    "Telling",
    "Tries",
    "Webhook",
    "WebhookCall",
]
