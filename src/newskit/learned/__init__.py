"""What was learned from data: one small tagger on numpy, imported when it is first needed."""
