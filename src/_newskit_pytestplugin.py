"""Tells pytest of files *.newskit.txt, each an article with what is expected of it: see newskit/testing/fixtures.py.

Loaded by every pytest that newskit is installed beside, so it stands outside the package and imports nothing of it before
there is such a file.
"""

from pathlib import Path
from typing import Any


def pytest_addoption(parser: Any) -> None:
    """Declare the option that rewrites what is expected, and the setting that names another parser."""
    parser.getgroup("newskit").addoption(
        "--newskit-accept",
        action="store_true",
        help="write what is found into files *.newskit.txt as what is expected: review the change before you keep it",
    )
    parser.addini(
        "newskit_parser", "what parses files *.newskit.txt: “module:object” with a method parse, as Parser has"
    )


def pytest_collect_file(file_path: Path, parent: Any) -> Any:
    """Take files *.newskit.txt."""
    if not file_path.name.endswith(".newskit.txt"):
        return None
    from newskit.testing.fixture_items import FixtureFile  # noqa: PLC0415 - see above

    return FixtureFile.from_parent(parent, path=file_path)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name the files that were rewritten."""
    for report in terminalreporter.getreports("passed"):
        for name, message in report.user_properties:
            if name == "newskit":
                terminalreporter.write_line(message)
