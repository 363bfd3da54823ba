"""Room 4: from HTML to better HTML, and the site's own extras."""
