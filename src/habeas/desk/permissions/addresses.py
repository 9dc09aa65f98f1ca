"""Every address of the desk with the capability it needs: one table, from which the URLs are made and which a test walks.

A page that is not in this table does not exist; an address without a capability cannot be written.
"""

from dataclasses import dataclass

PUBLIC = "public"
"""Open to anyone: the log-in itself, the public site, static files."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its path, its name, the view (`module.function` under `habeas.desk.views`), and the capability it needs."""

    path: str
    name: str
    view: str
    capability: str


ADDRESSES: tuple[Address, ...] = (
    # ---- home, boards (views/home.py)
    Address("", "home", "home.home", "see_desk"),
    Address("help/", "help", "helping.show", "use_account"),
    Address("start/", "start", "helping.start", "see_start"),
    Address("overview/", "overview", "overview.overview", "see_overview"),
    Address("health/", "health", "overview.health", "see_health"),
    # ---- the one search box (views/finding.py)
    Address("find/", "find", "finding.find", "see_people"),
    # ---- every list as a file and to print (views/lists.py); the list's own capability is asked for as well
    Address("lists/<str:name>.csv", "list_csv", "lists.as_csv", "take_list"),
    Address("lists/<str:name>/print/", "list_print", "lists.to_print", "take_list"),
    # ---- intake (views/intake.py)
    Address("intake/", "intake", "intake.intake", "receive"),
    Address("intake/again/", "intake_again", "intake.again", "receive"),
    Address("requests/<str:number>/intake/", "request_intake", "intake.show", "see_requests"),
    Address("requests/<str:number>/intake/progress/", "request_progress", "intake.progress", "see_requests"),
    Address("requests/<str:number>/register/", "request_register", "intake.register", "register"),
    Address("requests/<str:number>/split/", "request_split", "intake.split", "split"),
    Address("requests/<str:number>/same-as/", "request_same_as", "intake.same_as", "same_as"),
    Address("requests/<str:number>/set-aside/", "request_set_aside", "intake.set_aside", "set_aside"),
    Address(
        "requests/<str:number>/set-aside/confirm/",
        "request_confirm_set_aside",
        "intake.confirm_set_aside",
        "confirm_set_aside",
    ),
    Address("requests/<str:number>/take-back/", "request_take_back", "intake.take_back", "take_back"),
    Address("requests/<str:number>/read-paper/", "request_read_paper", "intake.read_paper", "register"),
    # ---- reading and who is meant (views/reading.py, views/who.py)
    Address("requests/<str:number>/read/", "read", "reading.show", "see_requests"),
    Address("requests/<str:number>/read/confirm/", "read_confirm", "reading.confirm", "confirm_field"),
    Address("requests/<str:number>/read/again/", "read_again", "reading.again", "back_to_reading"),
    Address("requests/<str:number>/paper/", "paper", "reading.paper", "see_requests"),
    Address("requests/<str:number>/paper/<whole:page>/", "paper_page", "reading.page", "see_requests"),
    Address("requests/<str:number>/who/", "who", "who.show", "see_requests"),
    Address("requests/<str:number>/who/look/", "who_look", "who.look", "choose_person"),
    Address("requests/<str:number>/who/choose/", "who_choose", "who.choose", "choose_person"),
    Address("requests/<str:number>/who/confirm/", "who_confirm", "who.confirm", "confirm_person"),
    Address("requests/<str:number>/who/nobody/", "who_nobody", "who.nobody", "choose_nobody"),
    Address("requests/<str:number>/who/nobody/confirm/", "who_confirm_nobody", "who.confirm_nobody", "confirm_nobody"),
    Address("requests/<str:number>/who/check/", "who_check", "who.check", "check_identity"),
    Address("requests/<str:number>/who/never/", "who_never", "who.never", "never_these"),
    Address("requests/<str:number>/who/undo/", "who_undo", "who.undo", "unchoose"),
    Address("requests/<str:number>/who/not-them/", "who_not_them", "who.not_them", "raise_dispute"),
    # ---- the request (views/requests.py)
    Address("requests/", "requests", "requests.index", "see_requests"),
    Address("requests/<str:number>/", "request", "requests.show", "see_requests"),
    Address("requests/<str:number>/fact/", "request_fact", "requests.fact", "record_fact"),
    Address("requests/<str:number>/fact/<str:key>/", "fact_correct", "correcting.correct", "correct_fact"),
    Address("requests/<str:number>/served/<str:key>/", "service_correct", "correcting_logs.service", "correct_service"),
    Address(
        "requests/<str:number>/sent/<str:key>/", "dispatch_correct", "correcting_logs.dispatch", "correct_dispatch"
    ),
    Address(
        "requests/<str:number>/custody/<str:key>/",
        "execution_correct",
        "correcting_logs.execution",
        "correct_execution",
    ),
    Address("requests/<str:number>/asked/", "request_asked", "requests.asked_of", "ask_question"),
    Address("requests/<str:number>/withdraw/", "request_withdraw_draft", "requests.withdraw", "withdraw_draft"),
    Address("requests/<str:number>/decide-anew/", "request_decide_anew", "requests.decide_anew", "decide_anew"),
    Address("requests/<str:number>/decide-open/", "request_decide_open", "requests.decide_open", "decide_open"),
    Address("requests/<str:number>/duties/", "request_duties_met", "requests.go_on", "duties_met"),
    Address("requests/<str:number>/watch/", "request_start_watch", "requests.watch", "start_watch"),
    Address("requests/<str:number>/end/", "request_end", "requests.end", "end"),
    Address(
        "requests/<str:number>/sender-withdrew/",
        "request_withdrawn_by_sender",
        "requests.sender_withdrew",
        "withdrawn_by_sender",
    ),
    Address("requests/<str:number>/cancels/", "cancels", "cancelling.cancels", "end_hold"),
    Address("requests/<str:number>/close/", "request_close", "requests.close", "close"),
    Address("requests/<str:number>/reopen/", "request_reopen", "requests.reopen", "reopen"),
    # ---- working together (views/working.py)
    Address("requests/<str:number>/comment/", "request_comment", "working.comment", "comment"),
    Address("requests/<str:number>/assign/", "request_assign", "working.assign", "assign"),
    Address("views/keep/", "view_keep", "working.keep_view", "keep_views"),
    Address("views/<str:key>/drop/", "view_drop", "working.drop_view", "keep_views"),
    # ---- deciding and signing (views/deciding.py, views/signing.py, views/questions.py)
    Address("requests/<str:number>/decide/", "deciding", "deciding.deciding", "settle"),
    Address("requests/<str:number>/decide/progress/", "list_progress", "list_work.progress", "see_requests"),
    Address("requests/<str:number>/answer/", "answer", "deciding.answer", "see_requests"),
    Address("requests/<str:number>/answer/<whole:file>/", "answer_file", "deciding.answer_file", "see_requests"),
    Address("requests/<str:number>/sign/", "sign", "signing.second_door", "sign"),
    Address("requests/<str:number>/sign-off/", "sign_off", "signing.counsel_signs", "sign_off"),
    Address("requests/<str:number>/return/", "send_back", "signing.return_it", "send_back"),
    Address("questions/", "questions", "questions.questions", "see_requests"),
    # ---- going out, notices (views/outgoing.py, views/notices.py)
    Address("requests/<str:number>/send/", "send", "outgoing.send", "dispatch"),
    Address("requests/<str:number>/lodge/", "lodge", "outgoing.lodge", "lodge_hold"),
    Address("requests/<str:number>/hand-over/", "hand_over_of", "outgoing.hand_over_of", "record_hand_over"),
    Address("requests/<str:number>/package/", "package", "outgoing.package", "dispatch"),
    Address("notices/", "notices", "notices.index", "see_requests"),
    Address("notices/together/", "serve_together", "together.serve_all", "serve_notice"),
    Address("print/together/", "print_together", "together.print_all", "print_together"),
    Address("notices/<str:key>/", "notice", "notices.show", "see_requests"),
    Address("notices/<str:key>/paper/<str:language>/", "notice_paper", "notices.print_paper", "serve_notice"),
    Address("notices/<str:key>/serve/", "notice_serve", "notices.serve", "serve_notice"),
    Address("notices/<str:key>/excuse/", "notice_excuse", "notices.excuse", "excuse_notice"),
    Address("notices/<str:key>/designee/", "notice_designee", "notices.designee", "name_designee"),
    Address("notices/<str:key>/consent/", "notice_consent", "notices.consent", "record_consent"),
    # ---- people, rosters, register (views/people.py, views/rosters.py, views/register.py)
    Address("people/", "people", "people.search", "see_people"),
    Address("people/<str:key>/", "person", "people.show", "see_people"),
    Address("people/<str:key>/requests/", "person_requests", "people.requests", "see_people"),
    Address("people/<str:key>/contacts/", "person_contacts", "people.contacts", "see_people"),
    Address("people/<str:key>/views/", "person_views", "people.views", "see_record"),
    Address("releases/", "releases", "people.releases", "see_people"),
    Address("bookings/<str:key>/release/", "booking_release", "people.release", "report_release"),
    Address("bookings/<str:key>/ready/", "booking_ready", "people.ready", "report_release"),
    Address("rosters/", "rosters", "rosters.index", "see_people"),
    Address("rosters/new/", "roster_new", "rosters.new", "import_roster"),
    Address("rosters/profiles/", "profiles", "profiles.index", "see_people"),
    Address("rosters/profiles/new/", "profile_new", "profiles.new", "make_profile"),
    Address("rosters/profiles/<str:key>/", "profile", "profiles.show", "see_people"),
    Address("rosters/profiles/<str:key>/shape/", "profile_shape", "profiles.shape", "make_profile"),
    Address("rosters/profiles/<str:key>/columns/", "profile_columns", "profiles.columns", "make_profile"),
    Address("rosters/profiles/<str:key>/codes/", "profile_codes", "profiles.codes", "make_profile"),
    Address("rosters/profiles/<str:key>/read/", "profile_read", "profiles.read", "make_profile"),
    Address("rosters/profiles/<str:key>/propose/", "profile_propose", "profiles.propose", "make_profile"),
    Address("rosters/profiles/<str:key>/give-up/", "profile_give_up", "profiles.give_up", "make_profile"),
    Address("rosters/profiles/<str:key>/vouch/", "profile_vouch", "profiles.vouch", "vouch_profile"),
    Address("rosters/profiles/<str:key>/end/", "profile_end", "profiles.end", "vouch_profile"),
    Address("rosters/<str:key>/", "roster", "rosters.show", "see_people"),
    Address("rosters/<str:key>/progress/", "roster_progress", "rosters.progress", "see_people"),
    Address("rosters/<str:key>/apply/", "roster_apply", "rosters.apply", "import_roster"),
    Address("rosters/<str:key>/undo/", "roster_undo", "rosters.undo", "import_roster"),
    Address("rosters/<str:key>/drop/", "roster_drop", "rosters.drop", "import_roster"),
    Address("counts/", "counts", "counts.index", "see_counts"),
    Address("counts/add/", "counts_add", "counts.add", "keep_counts"),
    Address("counts/load/", "counts_load", "counts.load", "keep_counts"),
    Address("reports/", "reports", "reports.index", "see_reports"),
    Address("reports/printed/", "printed", "printed.index", "see_reports"),
    Address("reports/printed/add/", "printed_add", "printed.add", "keep_counts"),
    Address("reports/printed/register.csv", "printed_csv", "printed.download", "see_reports"),
    Address("reports/preview/", "report_preview", "reports.preview", "see_reports"),
    Address("reports/prepare/", "report_prepare", "reports.prepare", "prepare_report"),
    Address("reports/<str:key>/", "report", "reports.show", "see_reports"),
    Address("reports/<str:key>/decide/", "report_decide", "reports.decide", "approve_report"),
    Address("reports/<str:key>/report.zip", "report_zip", "reports.download", "see_reports"),
    Address("reports/<str:key>/cell/", "report_cell", "reports.cell", "inspect"),
    Address("register/", "register", "register.index", "see_people"),
    Address("register/add/", "register_add", "register.add", "keep_register"),
    Address("register/load/", "register_load", "register.load", "keep_register"),
    Address("register/<str:key>/end/", "register_end", "register.end", "keep_register"),
    # ---- disputes, contacts, tellings, clocks, shifts (views/disputes.py, views/contacts.py, views/shifts.py)
    Address("clocks/", "clock_rules", "home.clock_rules", "see_law"),
    Address("clocks/<str:key>/", "clock", "home.clock", "see_requests"),
    Address("clocks/<str:key>/met/", "clock_met", "home.clock_met", "meet_clock"),
    Address("disputes/", "disputes", "disputes.index", "see_requests"),
    Address("disputes/new/", "dispute_new", "disputes.new", "raise_dispute"),
    Address("disputes/<str:key>/", "dispute", "disputes.show", "see_requests"),
    Address("disputes/<str:key>/resolve/", "dispute_resolve", "disputes.resolve", "resolve_dispute"),
    Address("disputes/<str:key>/letter/<str:number>/<str:form>/", "dispute_letter", "disputes.letter", "dispatch"),
    Address("disputes/<str:key>/confirm/", "dispute_confirm", "disputes.confirm", "confirm_resolution"),
    Address("contacts/", "contacts", "contacts.index", "see_requests"),
    Address("contacts/new/", "contact_new", "contacts.new", "log_contact"),
    Address("contacts/<str:key>/", "contact", "contacts.show", "see_requests"),
    Address("contacts/<str:key>/edit/", "contact_edit", "contacts.edit", "log_contact"),
    Address("contacts/<str:key>/look/", "contact_look", "contacts.look", "look_at_contact"),
    Address("contacts/<str:key>/kept/", "contact_kept", "contacts.kept", "log_contact"),
    Address("scripts/", "scripts", "contacts.scripts", "keep_scripts"),
    Address("scripts/<str:key>/confirm/", "script_confirm", "contacts.script_confirm", "sign"),
    Address("scripts/<str:key>/end/", "script_end", "contacts.script_end", "keep_scripts"),
    Address("bookings/<str:key>/tellings/", "telling", "outside.telling", "record_telling"),
    Address("outside/", "outside", "outside.index", "see_outside_accounts"),
    Address("outside/new/", "outside_new", "outside.new", "keep_outside_accounts"),
    Address("outside/<str:key>/act/", "outside_act", "outside.act", "keep_outside_accounts"),
    Address("shifts/", "shifts", "shifts.index", "see_shifts"),
    Address("shifts/new/", "shift_new", "shifts.new", "hand_over"),
    Address("shifts/<str:key>/", "shift", "shifts.show", "see_shifts"),
    Address("shifts/<str:key>/take/", "shift_take", "shifts.take", "hand_over"),
    Address("shifts/<str:key>/paper/", "shift_paper", "shifts.paper", "see_shifts"),
    Address("calendar/", "calendar", "shifts.calendar_page", "keep_calendar"),
    Address("calendar/<str:secret>.ics", "calendar_feed", "shifts.calendar_feed", PUBLIC),
    # ---- law, counsel (views/law.py)
    Address("law/", "law", "law.law", "see_law"),
    Address("law/due/", "law_due", "law.to_read_again", "see_law"),
    Address("counsel/", "counsel", "questions.counsel", "see_requests"),
    Address("requests/<str:number>/sent/<str:key>/receipt/", "receipt", "outgoing.receipt", "see_requests"),
    Address("requests/<str:number>/opinion/", "opinion", "questions.opinion", "give_opinion"),
    # ---- inspector and the record (views/inspect.py, views/record.py)
    Address("inspect/", "inspect", "inspect.index", "inspect"),
    Address("inspect/sample/", "inspect_sample", "inspect.sample", "inspect"),
    Address("inspect/replay/", "inspect_replay", "inspect.replay", "inspect"),
    Address("inspect/views/", "inspect_views", "inspect.views", "inspect"),
    Address("inspect/access/", "inspect_access", "inspect.access", "inspect"),
    Address("inspect/requests/<str:number>/", "inspect_timeline", "inspect.timeline", "inspect"),
    Address("inspect/people/<str:key>/", "inspect_person", "inspect.person", "inspect"),
    Address("inspect/exceptions/<str:kind>/", "inspect_exceptions", "inspect.exceptions", "inspect"),
    Address("record/", "record", "record.record", "see_checkpoints"),
    Address("record/sent/", "record_sent", "record.hand_out", "hand_out_head"),
    Address("record/heads/<whole:size>/", "record_head", "record.note", "see_checkpoints"),
    Address("record/heads/<whole:size>/sheet/", "record_sheet", "witness.sheet", "see_checkpoints"),
    Address("record/heads/<whole:size>/mail/", "record_mail", "witness.mail", "see_checkpoints"),
    Address("record/heads/<whole:size>/request/", "record_request", "witness.request_file", "see_checkpoints"),
    Address("record/cosigned/", "record_cosigned", "witness.cosigned", "hand_out_head"),
    Address("record/routes/", "record_routes", "witness.head_routes", "manage_office"),
    Address("record/routes/<str:key>/end/", "record_route_end", "witness.route_end", "manage_office"),
    Address("record/checks/<str:key>/", "record_check", "witness.check", "see_checkpoints"),
    Address("record/checks/<str:key>/progress/", "record_check_progress", "witness.check_progress", "see_checkpoints"),
    Address("record/events/<whole:seq>/", "record_proof", "record.proof", "see_record"),
    Address("record/count/", "record_count", "asked_counts.show", "ask_counts"),
    Address("record/count.csv", "record_count_csv", "asked_counts.as_csv", "ask_counts"),
    Address("record/export/", "record_export", "record.export", "export_record"),
    Address("people/<str:key>/erase/", "expunge", "record.erase", "expunge"),
    # ---- accounts, office, keys (views/accounts.py, views/manage.py)
    Address("me/", "me", "accounts.me", "use_account"),
    Address("times/read/", "time_read", "times.read", "use_account"),
    Address("drafts/save/", "draft_save", "drafts.save", "use_account"),
    Address("drafts/discard/", "draft_discard", "drafts.discard", "use_account"),
    Address("me/sound/", "me_sound", "accounts.sound", "use_account"),
    Address("me/keys/", "me_keys", "accounts.single_keys", "use_account"),
    Address("me/key/", "me_key", "accounts.key_options", "use_account"),
    Address("me/sessions/", "me_sessions", "accounts.end_sessions", "use_account"),
    Address("unlock/", "unlock", "accounts.unlock", "use_account"),
    Address("manage/accounts/", "manage_accounts", "manage.accounts", "manage_accounts"),
    Address("manage/accounts/<whole:number>/", "manage_account", "manage.account", "manage_accounts"),
    Address("manage/accounts/<whole:number>/step/", "manage_account_step", "manage.account_step", "manage_accounts"),
    Address("manage/programs/", "manage_programs", "manage.programs", "manage_keys"),
    Address("manage/programs/<str:key>/scopes/", "manage_program_scopes", "manage.program_scopes", "manage_keys"),
    Address("manage/programs/<str:key>/end/", "manage_program_revoke", "manage.program_revoke", "manage_keys"),
    Address("manage/webhooks/", "manage_webhooks", "webhooks.index", "manage_keys"),
    Address("manage/webhooks/<str:key>/end/", "manage_webhook_end", "webhooks.end", "manage_keys"),
    Address("office/webhooks/", "approve_webhook", "webhooks.approve", "vouch"),
    Address("manage/office/", "manage_office", "manage.office", "manage_office"),
    Address("manage/office/undo/", "manage_office_undo", "office_seal.undo", "manage_office"),
    Address("manage/office/seal/", "office_seal", "office_seal.change", "manage_office"),
    Address("manage/office/seal.png", "office_seal_png", "office_seal.picture", "manage_office"),
    Address("office/programs/", "program_endings", "program_endings.endings", "look_at_program_endings"),
    Address("office/accounts/", "vouch", "manage.vouching", "vouch"),
    Address("office/policy/", "office_policy", "manage.policy", "confirm_policy"),
    Address("office/place/", "office_place", "manage.place", "confirm_policy"),
    Address("office/mail/", "manage_mail", "mail.setting", "manage_office"),
    # ---- templates of letters (views/letters.py)
    Address("letters/", "letters", "letters.index", "approve_letter"),
    Address("letters/propose/", "letters_propose", "letters.propose", "propose_letter"),
    Address("letters/<str:key>/decide/", "letters_decide", "letters.decide", "approve_letter"),
    # ---- outage kit (views/outage.py)
    Address("outage/", "outage_kit", "outage.kit", "print_outage_kit"),
    # ---- public site (views/public.py)
)

ALLAUTH: dict[str, str] = {
    "account_login": PUBLIC,
    "account_logout": "use_account",
    "account_inactive": PUBLIC,
    "account_reauthenticate": "use_account",
    "account_change_password": "use_account",
    "account_set_password": "use_account",
    "mfa_index": "use_account",
    "mfa_authenticate": PUBLIC,
    "mfa_reauthenticate": "use_account",
    "mfa_activate_totp": "use_account",
    "mfa_deactivate_totp": "use_account",
    "mfa_view_recovery_codes": "use_account",
    "mfa_generate_recovery_codes": "use_account",
    "mfa_download_recovery_codes": "use_account",
    "mfa_list_webauthn": "use_account",
    "mfa_add_webauthn": "use_account",
    "mfa_edit_webauthn": "use_account",
    "mfa_remove_webauthn": "use_account",
    "mfa_reauthenticate_webauthn": "use_account",
    "mfa_login_webauthn": PUBLIC,
    "openid_connect_login": PUBLIC,
    "openid_connect_callback": PUBLIC,
    "socialaccount_login_cancelled": PUBLIC,
    "socialaccount_login_error": PUBLIC,
}
"""The addresses of the log-in library that are served; every other one it has is refused."""


INSPECTOR_SENDS = frozenset(
    {
        "inspect",
        "export_record",
        "see_checkpoints",
        "see_people",
        "use_account",
        "raise_dispute",
        "keep_calendar",
        "keep_views",
    }
)
"""What an inspector may send a form for: looking closer, the own account, and a dispute on somebody's word. Nothing else is changed."""


def capability_of(name: str) -> str | None:
    """The capability the address called `name` needs; None where the table has no such address: refused."""
    return _BY_NAME.get(name)


_BY_NAME: dict[str, str] = {each.name: each.capability for each in ADDRESSES} | ALLAUTH
