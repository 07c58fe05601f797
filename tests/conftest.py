"""Settings of all tests."""

import os

from hypothesis import settings

# Machines are slow at times, and a test that fails for that says nothing about newskit. In CI the examples are the same in
# every run, so that what lands does not depend on luck; elsewhere they are new ones each time.
settings.register_profile("newskit", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("newskit")

#: Fails while it is imported, on purpose: not even its docstring can be tested.
collect_ignore = ["samples/broken_plugin.py"]
