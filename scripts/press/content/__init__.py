"""Room 1: from an author's text to a validated model, or to problems that say what to mend."""
