"""Other systems are told that a request moved on: signed calls to addresses that two people stand for."""
