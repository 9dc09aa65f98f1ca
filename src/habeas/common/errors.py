"""Errors that a person reads. Each is one plain sentence that says what to mend; none shows a traceback."""


class HabeasError(Exception):
    """Shown to the person as its one sentence. `exit_status` is what the shell gets."""

    exit_status: int = 3


class BadInputError(HabeasError):
    """The input cannot be used as it is and nothing was written (exit status 2).

    The sentence names the file, the place in it, and what to mend.
    """

    exit_status: int = 2
