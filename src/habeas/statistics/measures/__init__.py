"""Measures as data: what is counted, in which unit, on whose day, of what, without what, on which law."""
