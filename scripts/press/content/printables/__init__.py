"""The kinds of printables as authors write them: one file, one model per kind."""
