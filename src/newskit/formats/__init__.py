"""Where a batch of documents comes from, and where its articles go: files and their formats."""
