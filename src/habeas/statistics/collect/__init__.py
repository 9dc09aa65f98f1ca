"""A state's view: the returns of many offices, checked, told apart and put together."""
