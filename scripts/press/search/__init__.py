"""Room 6: from texts to an index that a browser can search in small pieces."""
