"""Reading paper: a PDF, scan or photograph into kind, signer, basis and fields, each with the words it rests on.

`read_paper` and `page_images` open a stranger's file only in a limited child process; `draft_request` turns a reading
into a request that waits for a person. What is missing is a question, never a guess.
"""

from habeas.paper.child import page_images, picture_in_color, read_paper
from habeas.paper.draft import DraftRequest, draft_request
from habeas.paper.judicial.judicial import COURT_SIGNS
from habeas.paper.reading import FieldReading, Paper, PaperQuestion, PaperReading

__all__ = [
    "COURT_SIGNS",
    "DraftRequest",
    "FieldReading",
    "Paper",
    "PaperQuestion",
    "PaperReading",
    "draft_request",
    "page_images",
    "picture_in_color",
    "read_paper",
]
