"""What arrived: the kinds of request, the acts they ask for, and the reading of a request file."""
