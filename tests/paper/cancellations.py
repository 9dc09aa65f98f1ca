"""Letters and forms that take a detainer back, in many words, and those that do not: everybody in them is invented."""

from tests.paper import forms
from tests.paper.makers import Sheet

WHO = "WREXLEY, Odalys Pilar"
SAID = (
    "Please cancel the immigration detainer dated 06/03/2025 that this office placed on the above inmate.",
    "ICE hereby lifts the detainer issued on June 3, 2025.",
    "The immigration detainer lodged against the above subject on 06/03/2025 is hereby withdrawn.",
    "This office rescinds the Form I-247A submitted on 06/03/2025.",
    "ICE is no longer interested in taking custody of the individual. Please remove our hold.",
    "Our detainer of 06/03/2025 has been cancelled.",
)
SAID_KEPT_BACK = (
    "Effective immediately, the ICE hold on this subject has been released.",
    "ERO Los Angeles is dropping its detainer on the above named alien.",
    "Be advised that DHS will not be assuming custody of the subject upon release.",
    "You are advised that the detainer previously filed with your facility should be removed from your records.",
    "The detainer is null and void and the subject may be released without regard to it.",
    "We no longer seek custody of this inmate; kindly clear the hold.",
    "Please disregard our earlier I-247A regarding this inmate.",
    "DHS retracts its request of 06/03/2025; the detainer is terminated.",
    "The Department has no further interest in this individual.",
    "The detainer lodged on 06/03/2025 is of no further effect.",
    "ICE declines to take custody of this inmate.",
    "This letter serves as cancellation of the detainer of 06/03/2025.",
)
NOT_SAID = (
    "Please maintain custody of the subject on the attached detainer until ICE assumes custody.",
    "The detainer will not be lifted until the removal proceedings end.",
    "If the detainer is cancelled you will be told in writing.",
    "Please notify this office before the inmate is released from your custody.",
    "ICE intends to remove the subject; the hold continues.",
)
HEADS = ("U.S. Department of Homeland Security", "U.S. Immigration and Customs Enforcement")


def letter(
    words,
    *,
    head=HEADS,
    re="Re: Immigration Detainer - WREXLEY, Odalys Pilar, DOB 02/11/1989, A208-771-904",
    signed=True,
):
    """A letter of an immigration office; `words` may be long and are wrapped."""
    sheet = Sheet()
    for count, line in enumerate(head):
        sheet.say(200, 50 + 14 * count, line, 12, "B")
    sheet.say(64, 100, "June 9, 2025").say(64, 124, "Sheriff, Quillon County").say(64, 150, re)
    sheet.say(64, 180, "Dear Sheriff:")
    y = 204
    for line in wrapped(words):
        sheet.say(64, y, line)
        y += 14
    sheet.say(64, y + 20, "Sincerely,")
    if signed:
        sheet.ink(64, y + 50)
    return sheet.say(64, y + 66, forms.OFFICER[0]).say(64, y + 80, forms.OFFICER[1])


def wrapped(words, wide=88):
    line = ""
    for word in words.split():
        if len(line) + len(word) > wide:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def notice(title="CANCELLATION OF IMMIGRATION DETAINER"):
    """A sheet with entries that is no letter."""
    sheet = Sheet().say(170, 40, "DEPARTMENT OF HOMELAND SECURITY", 12, "B").say(150, 60, title, 14, "B")
    sheet.say(64, 110, "Date: 06/09/2025").say(64, 130, "To: Quillon County Jail").say(64, 150, f"Name: {WHO}")
    sheet.say(64, 170, "DOB: 02/11/1989").say(300, 170, "A-Number: A 208 771 904").say(
        64, 190, "Event #: SND2506000771"
    )
    return sheet.say(64, 230, "The detainer dated 06/03/2025 is withdrawn.").say(
        64, 300, f"{forms.OFFICER[0]}, {forms.OFFICER[1]}"
    )


def form(*, cancel=True, grounds=(), date="06/03/2025", mark=None, form="I-247A", box2=False):
    """The form of a detainer with its box that cancels; `mark` is typed before the words instead of a drawn box."""
    sheet = forms.detainer(form)
    lines = (
        "A final order of removal against the alien;",
        "The pendency of ongoing removal proceedings against the alien;",
        "Biometric confirmation of the alien's identity and a records check of federal databases",
        "Statements made by the alien to an immigration officer and/or other reliable evidence",
    )
    sheet.parts = [each for each in sheet.parts if not each.startswith(".7 w 52") and " 53.4 " not in each]
    sheet.parts = [each for each in sheet.parts if not any(line.split("'")[0] in each for line in lines)]
    for count, (line, y) in enumerate(zip(lines, (260, 276, 292, 308), strict=True)):
        sheet.tick(52, y, count in grounds, line)
    sheet.tick(52, 324, box2, "Upon completion of the proceeding or investigation for which the alien was transferred")
    words = f"If checked: please cancel the detainer related to this alien previously submitted to you on {date or '________'} (date)."
    if mark is None:
        return sheet.tick(52, 410, cancel, words)
    return sheet.say(50, 410, mark).say(66, 410, words)
