"""What the command line reads in a project's pyproject.toml."""

from pathlib import Path

import pytest

from newskit import UsageError
from newskit.settings import options_here, plugin_options


def write(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return folder


def test_options_are_read_by_plugin(tmp_path: Path) -> None:
    write(tmp_path, "[tool.newskit.plugins.openings]\nlength = 2\nwords = ['a']\n")
    assert plugin_options(tmp_path) == {"openings": {"length": 2, "words": ["a"]}}


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    inner = tmp_path / "news" / "may"
    inner.mkdir(parents=True)
    write(tmp_path, "[tool.newskit.plugins.openings]\nlength = 2\n")
    assert plugin_options(inner) == {"openings": {"length": 2}}
    write(tmp_path / "news", "[project]\nname = 'news'\n")
    assert plugin_options(inner) == {}


def test_a_folder_that_is_gone_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert options_here() == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.newskit", "pyproject.toml"),
        ("[tool.newskit]\nplugin = 1\n", "tool.newskit has no setting 'plugin'"),
        ("[tool]\nnewskit = 1\n", "tool.newskit is 1, where a table is expected"),
        ("[tool.newskit]\nplugins = []\n", "tool.newskit.plugins is \\[\\], where a table"),
        ("[tool.newskit.plugins]\nopenings = 2\n", "tool.newskit.plugins.openings is 2, where a table"),
    ],
)
def test_what_makes_no_sense_is_named_with_its_file(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        plugin_options(write(tmp_path, text))
    assert str(tmp_path / "pyproject.toml") in str(caught.value)
