"""Room 3: from paper data to finished PDFs: typesetting, form fields, checks, store."""
