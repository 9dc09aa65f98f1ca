"""What goes out: responses, notices, and warrants executed."""
