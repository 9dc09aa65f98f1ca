"""When a person must be let out: credits and sentences by each state's own law, and the clocks of holds, notices and replies.

`states` is the interface; a state's law is a folder (`us_ca/`), and a state without one is refused by name.
"""
