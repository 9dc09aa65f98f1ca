"""Contra Costa County."""
