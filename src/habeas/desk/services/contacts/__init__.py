"""Contacts with the outside: what was said, to whom, on what ground."""
