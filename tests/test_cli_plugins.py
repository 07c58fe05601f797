"""The commands for plugins, as a shell runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = "import sys; from newskit.cli import main; sys.exit(main())"
SAMPLES = Path(__file__).parent / "samples"


def run(*arguments: str, before: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(filter(None, [str(SAMPLES), os.environ.get("PYTHONPATH", "")]))
    return subprocess.run(
        [sys.executable, "-c", before + COMMAND, *arguments],
        env=os.environ | {"PYTHONPATH": path},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_plugin_that_keeps_its_promises_is_told_each() -> None:
    done = run("check-plugin", "sample_plugins:GOOD")
    assert (done.returncode, done.stderr) == (0, "")
    assert "kept    never raises" in done.stdout
    assert done.stdout.splitlines()[-1] == "10 kept, 0 broken"


def test_a_broken_promise_is_told_with_the_text_that_breaks_it_and_fails_the_command() -> None:
    done = run("check-plugin", "sample_plugins:RAISES")
    assert done.returncode == 1
    assert "BROKEN  never raises" in done.stdout
    assert "promised: It answers every text without an exception" in done.stdout
    assert "newskit_annotate: raised ValueError: NUL" in done.stdout
    assert r"on the text 'Fog on \x00 the lake'" in done.stdout


def test_a_plugin_that_does_not_register_is_not_tried_further() -> None:
    done = run("check-plugin", "sample_plugins:UNKNOWN")
    assert done.returncode == 1
    assert "there is no such hook: did you mean" in done.stdout
    assert done.stdout.splitlines()[-1] == "0 kept, 1 broken, 9 not tried"


def test_a_plugin_that_is_not_there_is_named() -> None:
    done = run("check-plugin", "no_such_plugin")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no plugin 'no_such_plugin'" in done.stderr


def test_the_missing_extra_is_named_with_the_command_that_installs_it() -> None:
    done = run("check-plugin", "sample_plugins:GOOD", before="import sys; sys.modules['hypothesis'] = None; ")
    assert done.returncode == 1
    assert done.stderr == "newskit: check-plugin needs hypothesis: pip install 'newskit[testing]'\n"


def test_a_sample_that_cannot_be_read_is_named() -> None:
    done = run("check-plugin", "sample_plugins:GOOD", "--sample", "nowhere.txt")
    assert done.returncode == 1
    assert "--sample nowhere.txt: No such file" in done.stderr


def test_a_new_plugin_is_written_and_its_files_are_listed(tmp_path: Path) -> None:
    done = run("new-plugin", "weather", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "newskit-weather/src/newskit_weather/__init__.py" in done.stdout.splitlines()
    assert "pip install -e '.[test]'" in done.stdout
    again = run("new-plugin", "weather", cwd=tmp_path)
    assert again.returncode == 1
    assert "there already" in again.stderr


def test_a_name_that_no_plugin_can_have_is_a_usage_error(tmp_path: Path) -> None:
    done = run("new-plugin", "Weather", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "use small letters and digits" in done.stderr


INSTALLED = """
import attrs
import newskit

@attrs.frozen
class Opening:
    span: newskit.Span

@attrs.frozen
class Openings:
    length: int = 4

    @newskit.hookimpl
    def newskit_annotate(self, article):
        yield Opening(newskit.Span(0, self.length))
"""


def install(folder: Path) -> None:
    """Install a plugin with an option beside a project, as pip would leave it."""
    (folder / "news_openings.py").write_text(INSTALLED, encoding="utf-8")
    info = folder / "news_openings-0.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: news-openings\nVersion: 0.3\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[newskit]\nopenings = news_openings:Openings\n", encoding="utf-8")


def test_options_come_from_the_project_and_are_listed(tmp_path: Path) -> None:
    install(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.newskit.plugins.openings]\nlength = 2\n", encoding="utf-8")
    here = "import os, sys; sys.path.insert(0, os.getcwd()); "
    listed = json.loads(run("plugins", "--json", before=here, cwd=tmp_path).stdout)
    assert listed[-1]["options"] == [{"name": "length", "expected": "int", "value": 2}]
    assert run("plugins", before=here, cwd=tmp_path).stdout.endswith("\n  length = 2  (int)\n")
    (tmp_path / "rain.txt").write_text("Rain ends soon.", encoding="utf-8")
    article = json.loads(run("parse", "--output", "json", "rain.txt", before=here, cwd=tmp_path).stdout)
    assert article["annotations"]["news_openings:Opening"][0]["value"] == {"span": [0, 2]}


@pytest.mark.parametrize(
    "command",
    [["parse", "-"], ["explain", "-"], ["plugins"], ["batch", "rain.txt", "-o", "out"]],
    ids=lambda command: command[0],
)
def test_a_setting_that_makes_no_sense_is_named_by_every_command_and_nothing_is_done(
    tmp_path: Path, command: list[str]
) -> None:
    install(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.newskit.plugins.openings]\nlength = 'two'\n", encoding="utf-8")
    done = run(*command, before="import os, sys; sys.path.insert(0, os.getcwd()); ", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "plugin 'openings', options: option 'length' is 'two', a str, where int is expected" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_setting_that_is_not_there_is_a_usage_error_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.newskit]\nplugin = 2\n", encoding="utf-8")
    done = run("parse", "-", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pyproject.toml: tool.newskit has no setting 'plugin'" in done.stderr


def test_a_plugin_is_checked_with_the_options_of_the_project(tmp_path: Path) -> None:
    install(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.newskit.plugins.openings]\nlength = 'two'\n", encoding="utf-8")
    done = run("check-plugin", "openings", before="import os, sys; sys.path.insert(0, os.getcwd()); ", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "BROKEN  registers"
    assert "option 'length' is 'two', a str, where int is expected" in done.stdout
