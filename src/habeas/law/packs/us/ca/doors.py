"""Cal. Gov. Code 7282.5: the records of conviction that leave a California jail the choice to notify or hand over.

The section is read as chaptered in 2017 (Stats. 2017 ch. 495). Its items stand here in their order, each by its letter.
"""

from habeas.law.model.expressions import any_charge, ask_counsel, charge, charge_is, item, on_record, person

SET_ASIDE = ask_counsel(
    "The charge was dismissed after a conviction (Penal Code 1203.4 and the like) or a plea: does it still count as a conviction, which "
    "Penal Code 667(d) fixes on its date?",
    when=charge.disposition.is_("dismissed") & charge.dismissed_under.is_("after_conviction", "after_plea"),
)

CONVICTED = (
    charge.disposition.is_("convicted")
    | ask_counsel(
        "Does this juvenile finding count as a conviction under Penal Code 667(d)?",
        when=charge.disposition.is_("juvenile_adjudication"),
    )
    | SET_ASIDE
)
"""7282(a): a conviction as Penal Code 667(d) means it; of juvenile findings and of what was dismissed later counsel says which count."""

SERIOUS_OR_VIOLENT = charge_is("serious") | charge_is("violent")

A1_SERIOUS_OR_VIOLENT = item(
    "7282.5(a)(1)",
    "a serious or violent felony, at any time",
    any_charge(CONVICTED & SERIOUS_OR_VIOLENT),
)
"""(a)(1): convicted at any time of a serious (Penal Code 1192.7(c)) or violent (667.5(c)) felony."""

A2_STATE_PRISON = item(
    "7282.5(a)(2)",
    "a felony punishable in state prison, at any time",
    any_charge(CONVICTED & charge_is("state_prison_felony")),
)
"""(a)(2): convicted at any time of a felony punishable by imprisonment in the state prison."""

LISTED = CONVICTED & charge_is("listed_7282_5_a3")

A3_LISTED_WOBBLER = item(
    "7282.5(a)(3)",
    "a listed offense punishable either way, within five years",
    any_charge(LISTED & charge_is("wobbler") & charge.disposed_on.within(5)),
)
"""(a)(3): a listed offense punishable either way, within five years. A felony then is within fifteen years too, so the grade
need not be known."""

A3_LISTED_FELONY = item(
    "7282.5(a)(3)",
    "a listed offense convicted as a felony, within fifteen years",
    any_charge(LISTED & charge_is("grade_felony") & charge.disposed_on.within(15)),
)
"""(a)(3): a listed offense, convicted as a felony, within fifteen years."""

REDUCED_LATER = item(
    "7282(a)",
    "a conviction reduced after it was first sentenced",
    ask_counsel(
        "A wobbler was reduced to a misdemeanor (Penal Code 17(b)) after it was first sentenced: does it still count as the felony it was, "
        "since 7282(a) takes the meaning of Penal Code 667(d) (People v. Park, 56 Cal.4th 782)?",
        when=any_charge(
            CONVICTED
            & on_record(charge.reduced_on.on_or_after("1900-01-01"))
            & on_record(~charge_is("prop47_misdemeanor"))
        ),
    ),
)
"""7282(a) with Penal Code 667(d)(1): whether it was a felony is settled on the day of the first sentence."""

A4_REGISTRANT = item("7282.5(a)(4)", "a current sex or arson registrant", person.flag("sex_or_arson_registrant"))
"""(a)(4): a current registrant on the California Sex and Arson Registry."""

A5_FEDERAL = item(
    "7282.5(a)(5)",
    "a federal aggravated felony, or an outstanding federal felony warrant",
    any_charge(CONVICTED & charge_is("aggravated_felony_a_to_p")) | person.flag("federal_felony_arrest_warrant"),
)
"""(a)(5): a federal conviction within 8 USC 1101(a)(43)(A)-(P), or the subject of an outstanding federal felony warrant."""

A6_BAR = any_charge(charge.disposition.is_("pending", "held_to_answer", "convicted") & charge_is("prop47_misdemeanor"))
"""(a)(6): arrested, detained or convicted on a misdemeanor that Proposition 47 made out of a felony or wobbler."""

A6_NOT_BARRED = item(
    "7282.5(a)(6)",
    "not the bar for misdemeanors that Proposition 47 made",
    ~ask_counsel(
        "Does 7282.5(a)(6) bar cooperation here, though another part of the record would allow it?", when=A6_BAR
    ),
)

ITEMS = (
    A1_SERIOUS_OR_VIOLENT
    | A2_STATE_PRISON
    | A3_LISTED_WOBBLER
    | A3_LISTED_FELONY
    | A4_REGISTRANT
    | A5_FEDERAL
    | REDUCED_LATER
)
"""7282.5(a)(1) to (5), and what 7282(a) adds."""

DOORS = ITEMS & A6_NOT_BARRED
"""7282.5(a): at least one of (1) to (5), and not the bar of (6)."""

ON_A_FELONY = charge.disposition.is_("held_to_answer") & (SERIOUS_OR_VIOLENT | charge_is("state_prison_felony"))

FOUND_CAUSE = any_charge(ON_A_FELONY & charge.probable_cause_by.is_("magistrate")) | ask_counsel(
    "The preliminary hearing was waived: is the order that holds the person to answer a magistrate's finding of probable cause under Penal "
    "Code 872?",
    when=any_charge(ON_A_FELONY & charge.probable_cause_by.is_("waived")),
)
"""Held to answer is the magistrate's order; an indictment holds nobody to answer, and a waived hearing found nothing by itself."""

B_FINDING = (
    item(
        "7282.5(b)",
        "a magistrate's finding of probable cause on a serious, violent or state-prison felony",
        FOUND_CAUSE,
    )
    & A6_NOT_BARRED
)
"""7282.5(b): a magistrate found probable cause (Penal Code 872) on such a felony. It opens notice only, never transfer."""

TRUST_FINDING = item(
    "7282.5 of 2013, the finding",
    "a magistrate's finding of probable cause on such a felony",
    FOUND_CAUSE
    | ask_counsel(
        "Is the charge, on which a magistrate found probable cause, a listed felony other than domestic violence?",
        when=any_charge(
            charge.disposition.is_("held_to_answer") & charge_is("listed_7282_5_a3") & charge_is("grade_felony")
        ),
    ),
)
"""The magistrate's finding as the TRUST Act had it: wider than today's (b), it took listed felonies too, save domestic violence."""

TRUST_DOORS = (
    A1_SERIOUS_OR_VIOLENT
    | A2_STATE_PRISON
    | any_charge(LISTED & charge_is("grade_felony"))
    | A3_LISTED_WOBBLER
    | TRUST_FINDING
    | A4_REGISTRANT
    | A5_FEDERAL
)
"""7282.5(a) as in force from 2014 to 2017 (the TRUST Act): it opened the hold itself, and a listed felony had no look-back."""
