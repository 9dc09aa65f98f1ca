"""The questions of a request that waits to be decided, raised as soon as they are open, so that the desk and counsel see them."""

from django.db import transaction

from habeas.common.errors import BadInputError
from habeas.desk.doing import Doing
from habeas.desk.models import Request
from habeas.desk.services.cases.questions import raise_questions
from habeas.desk.services.decisions.act_choices import answered_by_counsel
from habeas.desk.services.decisions.draft_answer import asks_of, work


def ask_what_is_open(request: Request, doing: Doing) -> None:
    """Raise what is open about a request in `deciding`, and close what is not; nothing for one that cannot be worked out yet.

    A list's questions are raised with its answer: a whole jail takes seconds. A question is worked out, not done: it leaves no
    event of its own; that somebody was asked does.
    """
    if request.state != "deciding" or not request.kind or request.kind == "list_request":
        return
    try:
        asks = asks_of(work(request, doing.at), answered_by_counsel(request, doing.at))
    except BadInputError:
        return  # the page says what cannot be read
    with transaction.atomic():
        raise_questions(request, asks, doing)
