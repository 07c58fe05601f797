"""Settings of all tests."""

from hypothesis import settings

# Machines are slow at times, and a test that fails for that says nothing about newskit.
settings.register_profile("newskit", deadline=None)
settings.load_profile("newskit")
