"""Deadlines: the only room that works out an hour. An end is made once, with its arithmetic, and stored where it is needed."""
