"""Habeas: the request desk of a county jail."""

from importlib.metadata import version

__version__: str = version("habeas")
