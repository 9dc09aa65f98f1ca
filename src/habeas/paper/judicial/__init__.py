"""Who signed, whether a court stands behind the paper, and whether anything takes it back."""
