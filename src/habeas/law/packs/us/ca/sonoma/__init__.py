"""Sonoma County."""
