"""Habeas: the request desk of a county jail."""

__version__ = "0.2.0"
"""Stands here alone: the package's own data is made from it, and each stored decision names it."""
