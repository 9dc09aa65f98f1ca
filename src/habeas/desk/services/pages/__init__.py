"""What the pages show: the board, lists, a request, shifts."""
