"""Words as data: a file for each language, ``en.toml``, and ``und.toml`` for what holds in any.

``builtin`` is the plugin that gives them, ``files`` reads such a file, ``lexicon`` makes them ready for look-up, and ``guess``
tells the language of a text by ``common_words.toml``. ``given_names`` is a plugin too: what ``given_names.toml`` tells of people.
"""
