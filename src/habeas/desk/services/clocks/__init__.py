"""Clocks that run, from what, until when, and the calendar of them."""
