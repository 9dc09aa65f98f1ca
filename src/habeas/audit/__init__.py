"""Proof: the event chain, checkpoints, inclusion proofs, and a verifier that stands alone. This room imports no other room but `plain`."""
