"""The verifier that stands alone: one file, nothing but Python's own library, handed out with each export."""
