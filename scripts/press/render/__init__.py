"""Room 2: from the validated model to HTML fragments for the web and plain data for paper."""
