"""Binds the site engine's events to the press; everything else lives in press.adapters."""

from press.adapters.mkdocs import Adapter

_adapter = Adapter()

on_startup = _adapter.on_startup
on_config = _adapter.on_config
on_files = _adapter.on_files
on_env = _adapter.on_env
on_page_read_source = _adapter.on_page_read_source
on_page_markdown = _adapter.on_page_markdown
on_page_content = _adapter.on_page_content
on_page_context = _adapter.on_page_context
on_post_page = _adapter.on_post_page
on_post_template = _adapter.on_post_template
on_post_build = _adapter.on_post_build
on_build_error = _adapter.on_build_error
