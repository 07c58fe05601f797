"""Where a batch of documents comes from, and where its articles go: files and their formats.

``inputs`` reads documents; ``parts`` writes articles in parts, as JSON lines or by ``parquet``; ``rows`` is the schema of Arrow
and Parquet.
"""
