"""The package that newskit writes for a new plugin: its tests pass as written, and nothing is overwritten."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newskit
from newskit import NewskitError, OutputError
from newskit.new_plugin import write_package


def test_the_package_is_named_after_the_plugin(tmp_path: Path) -> None:
    package = write_package("opening-hours", tmp_path)
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == package.name == "newskit-opening-hours"
    assert project["entry-points"]["newskit"] == {"opening-hours": "newskit_opening_hours"}
    assert f"newskit>={'.'.join(newskit.__version__.split('.')[:2])},<" in project["dependencies"][1]
    assert "class OpeningHours:" in (package / "src/newskit_opening_hours/__init__.py").read_text(encoding="utf-8")


def test_it_has_a_readme_a_ci_file_and_types(tmp_path: Path) -> None:
    package = write_package("weather", tmp_path)
    for name in ("README.md", ".github/workflows/test.yml", ".gitignore", "src/newskit_weather/py.typed"):
        assert (package / name).is_file()


def test_no_placeholder_is_left(tmp_path: Path) -> None:
    for file in write_package("weather", tmp_path).rglob("*"):
        assert ".template" not in file.name
        assert "__module__" not in file.name
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            assert not any(
                word in text for word in ("__module__", "__project__", "__plugin__", "__Class__", "__newskit__")
            )


def test_its_tests_pass_as_written(tmp_path: Path) -> None:
    package = write_package("opening-hours", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider"],
        cwd=package,
        env=os.environ | {"PYTHONPATH": str(Path(newskit.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "12 passed" in done.stdout


def test_a_name_that_has_the_prefix_of_packages_already_gets_no_second_one(tmp_path: Path) -> None:
    assert write_package("newskit-weather", tmp_path).name == "newskit-weather"


@pytest.mark.parametrize("name", ["", "Weather", "2nd", "a--b", "-a", "a_b", "../up", "vêtements", "newskit-"])
def test_a_name_that_no_package_can_have_is_refused_with_what_would_do(name: str, tmp_path: Path) -> None:
    with pytest.raises(NewskitError, match="small letters"):
        write_package(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_built_in_plugin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewskitError, match="built-in"):
        write_package("quotes", tmp_path)


def test_a_folder_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "newskit-weather").mkdir()
    (tmp_path / "newskit-weather" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="there already"):
        write_package("weather", tmp_path)
    assert [file.name for file in (tmp_path / "newskit-weather").iterdir()] == ["notes.txt"]


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="newskit-weather"):
        write_package("weather", tmp_path / "file")
