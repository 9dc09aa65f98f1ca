"""A fictional county, whole: its people are invented, its law is real."""
