"""The record: checkpoints, the ledger, inspection, export, exceptions, expunging."""
