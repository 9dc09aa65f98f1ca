"""Hostile files, drawn by a seed: every kind that was thought of, in many variants, each with what must come of it."""
