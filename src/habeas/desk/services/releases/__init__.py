"""The watch over release dates."""
