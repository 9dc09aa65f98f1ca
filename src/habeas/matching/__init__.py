"""Who is meant: none, one, or ambiguous, with the reasons in words and never a bare number."""

from habeas.matching.index import Index
from habeas.matching.query import Candidate, Match, MatchVerdict, Query, Strength

__all__ = ["Candidate", "Index", "Match", "MatchVerdict", "Query", "Strength"]
