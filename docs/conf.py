"""How Sphinx builds the site: Markdown pages, and a reference made of the docstrings."""

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, GoogleDocstring

import newskit

project = "newskit"
author = "the newskit authors"
release = newskit.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
default_role = "py:obj"
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# A value is made of its fields, which are listed; what attrs generates says no more.
autodoc_default_options = {"members": True, "undoc-members": True, "exclude-members": "__init__, __new__"}
autodoc_class_signature = "separated"

html_theme = "furo"
html_title = f"newskit {release}"
html_copy_source = False


def read_sections(_app: Sphinx, what: str, name: str, _object: object, _options: object, lines: list[str]) -> None:
    """Turn “Args:” and “Raises:” of functions into fields; napoleon itself would also split a comment of an attribute at its colon."""
    if what in ("function", "method"):
        lines[:] = str(GoogleDocstring(lines, Config(), what=what, name=name)).splitlines()


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", read_sections)
