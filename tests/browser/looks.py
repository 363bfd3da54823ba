"""The two looks that pages are tried in: between them each width and each scheme once.

`make audit` tries all four on every page.
"""

LOOKS = [(320, "dark"), (1280, "light")]
