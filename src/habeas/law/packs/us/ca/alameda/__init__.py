"""Alameda County."""
