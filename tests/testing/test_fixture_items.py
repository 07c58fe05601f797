"""Files *.newskit.txt under pytest, as its command runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newskit

ARTICLE = (
    "Fog on the lake\n\n“Stay ashore,” said Ida Brandt, the harbour master. Nobody did, and the fog lay until noon.\n"
)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "_newskit_pytestplugin", "-p", "no:cacheprovider", "-v"]
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{Path(newskit.__file__).parents[1]}{os.pathsep}{folder}"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def fog(tmp_path: Path) -> Path:
    path = tmp_path / "fog.newskit.txt"
    path.write_text(
        f"{ARTICLE}\n==== expected\nheadline: Fog on the lake\ndirect: “Stay ashore,”\n  speaker: Ida Moss\n",
        encoding="utf-8",
    )
    return path


def test_each_expected_thing_is_an_item_and_what_fails_is_shown_side_by_side(fog: Path) -> None:
    done = run(fog.parent)
    assert "fog.newskit.txt::headline: Fog on the lake PASSED" in done.stdout
    assert "fog.newskit.txt::direct: “Stay ashore,” FAILED" in done.stdout
    assert f"{fog}:7" in done.stdout
    # In CI pytest's summary says it once more.
    differing = {" ".join(line.split()) for line in done.stdout.splitlines() if line.startswith("≠")}
    assert differing == {"≠ speaker: Ida Moss speaker: Ida Brandt"}
    assert "Traceback" not in done.stdout


def test_acceptance_writes_what_is_found(fog: Path) -> None:
    done = run(fog.parent, "--newskit-accept")
    assert f"{fog}: rewritten, review the change" in done.stdout
    assert fog.read_text(encoding="utf-8").endswith("direct: “Stay ashore,”\n  speaker: Ida Brandt\n")
    assert run(fog.parent).returncode == 0


def test_a_new_article_asks_for_what_is_expected(tmp_path: Path) -> None:
    (tmp_path / "new.newskit.txt").write_text(ARTICLE, encoding="utf-8")
    assert "nothing is expected below “==== expected”: write it, or run" in run(tmp_path).stdout
    assert run(tmp_path, "--newskit-accept").returncode == 0
    assert "headline: Fog on the lake" in (tmp_path / "new.newskit.txt").read_text(encoding="utf-8")


def test_a_folder_with_a_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "article.html").write_text("<html><body><h1>Fog</h1><p>Fog lay on the lake.</p>", encoding="utf-8")
    (tmp_path / "expected.newskit.txt").write_text("==== expected\nheadline: Fog\n", encoding="utf-8")
    assert run(tmp_path).returncode == 0


def test_a_file_that_makes_no_sense_is_an_error_of_collection(tmp_path: Path) -> None:
    (tmp_path / "new.newskit.txt").write_text(f"{ARTICLE}\n==== expected\nbanner: Fog\n", encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 2
    assert "line 6: 'banner: Fog' names nothing that can be expected" in done.stdout


def test_another_parser_is_named_in_the_settings(fog: Path) -> None:
    (fog.parent / "mine.py").write_text(
        "import newskit\nPARSER = newskit.Parser(disable=['quotes'])\n", encoding="utf-8"
    )
    (fog.parent / "pytest.ini").write_text("[pytest]\nnewskit_parser = mine:PARSER\n", encoding="utf-8")
    assert "(nothing like it)" in run(fog.parent).stdout


def test_pytest_without_such_files_imports_nothing_of_newskit(tmp_path: Path) -> None:
    (tmp_path / "test_none.py").write_text(
        "import sys\n\ndef test_none():\n    assert 'newskit' not in sys.modules\n", encoding="utf-8"
    )
    done = run(tmp_path, "-p", "no:hypothesispytest")
    assert done.returncode == 0, done.stdout
