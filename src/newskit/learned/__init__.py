"""What was learned from data: one small tagger on numpy, imported when it is first needed.

``tagger`` is the whole: it cuts a text into ``tokens``, describes each by ``features``, lets the ``network`` score the labels, with
products on ``one_thread``, and takes the best of the ``paths`` through them. ``weights`` reads the file quotes_en.weights.
"""
