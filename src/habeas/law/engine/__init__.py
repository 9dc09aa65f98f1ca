"""What the law answers: the reference evaluator, the trace, layers, the decision, and columns."""
