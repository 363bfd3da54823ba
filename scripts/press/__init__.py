"""Slingan's press: web pages and accessible printables drawn from the same validated texts."""
