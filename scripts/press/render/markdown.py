"""Short Markdown texts inside printables, turned into HTML that holds nothing but text."""

from __future__ import annotations

import markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension


class NoHtml(Extension):
    """Takes raw HTML out of Markdown: what looks like a tag is shown as text.

    Also named in mkdocs.yml, so that pages follow the same rule as printables.
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**options: object) -> NoHtml:
    """Return the extension; the name is what Python-Markdown looks for."""
    return NoHtml(**options)


def to_html(text: str) -> str:
    """Return the HTML of a short Markdown text: paragraphs, lists, emphasis, links."""
    return markdown.markdown(text, extensions=[NoHtml(), AttrListExtension(), "sane_lists"])
