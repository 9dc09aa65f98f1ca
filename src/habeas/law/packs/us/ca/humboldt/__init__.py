"""Humboldt County."""
