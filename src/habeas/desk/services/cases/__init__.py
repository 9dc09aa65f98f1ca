"""A case put together for the law: facts, duties, questions, freshness, and the law kept with it."""
