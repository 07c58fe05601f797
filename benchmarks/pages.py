"""Compare newskit with a bare parse of the page and, where it is installed, with trafilatura.

usage: python benchmarks/pages.py FOLDER [--rounds 5]

FOLDER holds pages as ``*.html``. Every page is read, labelled and described; quotes are left out, which no other does.
"""

import argparse
from importlib.util import find_spec
from pathlib import Path

import turbohtml
from timing import side_by_side

import newskit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    pages = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(arguments.folder.glob("*.html"))]
    if not pages:
        parser.error(f"no *.html in {arguments.folder}")
    alone = newskit.Parser(disable=["quotes", "attributions"])

    def ours() -> None:
        for page in pages:
            alone.parse(page, format="html")

    def bare() -> None:
        for page in pages:
            _ = turbohtml.parse(page).text

    ratio = side_by_side(ours, bare, arguments.rounds)
    print(
        f"newskit: {1000 * min(ratio.ours) / len(pages):.1f} ms a page over {len(pages)} pages; a bare parse times {ratio}"
    )
    if find_spec("trafilatura") is None:
        print("trafilatura is not installed: pip install --group bench")
        return
    import trafilatura  # noqa: PLC0415  (optional)

    def theirs() -> None:
        for page in pages:
            trafilatura.bare_extraction(page, with_metadata=True)

    ratio = side_by_side(theirs, ours, arguments.rounds)
    print(f"trafilatura: {1000 * min(ratio.ours) / len(pages):.1f} ms a page; newskit's time times {ratio}")


if __name__ == "__main__":
    main()
