"""When a person must be let out: credits, sentences, and the clocks of holds, notices and replies."""
