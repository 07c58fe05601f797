"""The built-in plugins that read a source, and what they are made of.

``text`` reads plain text. ``html`` reads pages, by ``markup``: the HTML library stands behind that one file. Of the page as the
library writes it out ``markup_tags`` makes columns of tags, of which ``markup_scan`` makes the visible text, block by block, and
``markup_declared`` what the page says of itself, JSON-LD by ``markup_json``. ``decode`` makes text of bytes, for both.
"""
