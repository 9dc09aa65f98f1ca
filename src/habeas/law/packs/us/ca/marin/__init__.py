"""Marin County."""
