"""How a request moves: states, capabilities and transitions as data, and the one function that moves it."""
