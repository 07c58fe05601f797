"""What can be said of a text by its letters and marks, whatever it is about.

``lines`` and ``sentences`` (its words are abbreviations.toml) cut it up, ``tokens`` into words and marks; ``marks`` finds what
stands in quotation marks; ``prose`` puts these together for whoever looks for quotes. ``names`` finds names, each a ``name``,
``roles`` what stands in front of them.
"""
