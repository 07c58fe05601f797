"""The command line, as a shell runs it: real processes, real pipes, a real (pseudo) terminal."""

import json
import os
import pty
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import newskit

COMMAND = [sys.executable, "-c", "import sys; from newskit.cli import main; sys.exit(main())"]
TEXT = "Fog on the lake\n\n“Stay ashore,” said Ida Brandt, the harbour master.\n"
PAGE = "<!doctype html><html lang=en><title>Fog</title><body><h1>Fog on the lake</h1><p>“Stay ashore,” she said.</p></html>"

#: A plugin that fails on every document, installed as pip would leave it: a module and a folder with its entry point.
BROKEN_PLUGIN = (
    "import newskit\n\n@newskit.hookimpl\ndef newskit_label(document):\n    raise KeyError('no such word')\n"
)


@pytest.fixture
def newskit_command(tmp_path):
    """Run ``newskit`` in a folder of its own and return the finished process; its input is empty unless given."""

    def run(*arguments, stdin="", **environment):
        return subprocess.run(
            [*COMMAND, *arguments],
            input=stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogatepass"),
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | environment,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def folder(tmp_path):
    """Make a folder with two texts and a page, in two levels, and a picture."""
    (tmp_path / "news" / "inner").mkdir(parents=True)
    (tmp_path / "news" / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news" / "a.HTML").write_text(PAGE, encoding="utf-8")
    (tmp_path / "news" / "inner" / "c.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "news" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    return tmp_path


@pytest.fixture
def installed(tmp_path):
    """Install a plugin for the command, given its module; returns the environment to run it in."""

    def install(source):
        site = tmp_path / "site"
        (site / "news_sour-0.3.dist-info").mkdir(parents=True)
        (site / "news_sour.py").write_text(source, encoding="utf-8")
        (site / "news_sour-0.3.dist-info" / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: news-sour\nVersion: 0.3\n"
        )
        (site / "news_sour-0.3.dist-info" / "entry_points.txt").write_text("[newskit]\nsour = news_sour\n")
        return {"PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])}

    return install


def messages(process):
    return process.stderr.decode().splitlines()


@pytest.mark.usefixtures("folder")
def test_a_text_is_shown_taken_apart(newskit_command):
    done = newskit_command("parse", "news/b.txt")
    assert done.returncode == 0
    assert "Fog on the lake" in done.stdout.decode()
    assert done.stderr == b""


@pytest.mark.usefixtures("folder")
def test_one_document_as_json_is_its_dict(newskit_command):
    done = newskit_command("parse", "news/b.txt", "--output", "json")
    assert newskit.Article.from_dict(json.loads(done.stdout)) == newskit.parse(TEXT)


@pytest.mark.usefixtures("folder")
def test_several_documents_as_json_are_an_array_that_names_their_sources(newskit_command):
    done = newskit_command("parse", "news/b.txt", "news/inner/c.txt", "--output", "json")
    rows = json.loads(done.stdout)
    assert [row["source"] for row in rows] == ["news/b.txt", "news/inner/c.txt"]
    assert all(newskit.Article.from_dict(row["article"]) == newskit.parse(TEXT) for row in rows)


@pytest.mark.usefixtures("folder")
def test_a_folder_is_read_through_in_the_order_of_names_and_gives_an_object_a_line(newskit_command):
    done = newskit_command("parse", "news", "--output", "jsonl")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row["source"] for row in rows] == ["news/a.HTML", "news/b.txt", "news/inner/c.txt"]
    assert rows[0]["article"]["text"].count("<") == 0
    assert done.returncode == 0


@pytest.mark.usefixtures("folder")
def test_several_articles_are_shown_under_their_names(newskit_command):
    shown = newskit_command("parse", "news/b.txt", "news/inner/c.txt").stdout.decode()
    assert shown.startswith("==> news/b.txt <==\n")
    assert "\n\n==> news/inner/c.txt <==\n" in shown


def test_a_folder_without_articles_is_a_failure(newskit_command, tmp_path):
    (tmp_path / "empty").mkdir()
    done = newskit_command("parse", "empty", "--output", "json")
    assert (done.returncode, done.stdout) == (1, b"[]\n")
    assert messages(done) == ["newskit: empty: no file in this folder ends with .html, .htm, .xhtml, .txt"]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input_is_read_where_it_is_no_terminal(newskit_command, arguments):
    done = newskit_command("parse", *arguments, "--output", "json", stdin=TEXT)
    assert json.loads(done.stdout)["text"] == TEXT


def test_the_format_may_be_given(newskit_command):
    as_text = newskit_command("parse", "--format", "text", "--output", "json", stdin=PAGE)
    assert json.loads(as_text.stdout)["text"] == PAGE
    as_page = newskit_command("parse", "--format", "html", "--output", "json", stdin=PAGE)
    assert "<" not in json.loads(as_page.stdout)["text"]


def test_the_ending_of_a_name_tells_the_format(newskit_command, tmp_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    done = newskit_command("parse", "page.txt", "--output", "json")
    assert json.loads(done.stdout)["text"] == PAGE


def test_a_format_that_nobody_reads_is_a_usage_error(newskit_command):
    done = newskit_command("parse", "--format", "stone", stdin=TEXT)
    assert done.returncode == 2
    assert "'stone'" in messages(done)[0]


@pytest.mark.usefixtures("folder")
def test_a_missing_file_fails_and_the_others_are_read(newskit_command):
    done = newskit_command("parse", "news/nowhere.txt", "news/b.txt", "--output", "jsonl")
    assert done.returncode == 1
    assert messages(done) == ["newskit: news/nowhere.txt: No such file or directory"]
    assert json.loads(done.stdout)["source"] == "news/b.txt"


def test_a_name_that_is_no_utf_8_comes_out_as_json_can_hold_it(newskit_command, tmp_path):
    (tmp_path / os.fsdecode(b"fog-\xff.txt")).write_text(TEXT, encoding="utf-8")
    done = newskit_command("parse", os.fsdecode(b"fog-\xff.txt"), "--output", "jsonl")
    assert json.loads(done.stdout)["source"] == "fog-\udcff.txt"


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\xfe\xff\x00", b"\xff\xfe\x00\xd8", b"\xed\xa0\x80 fog", b"\x1b[31m"]
)
@pytest.mark.parametrize("output", ["text", "json", "jsonl"])
def test_no_bytes_make_it_fail(newskit_command, content, output):
    done = newskit_command("parse", "--output", output, stdin=content)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize("locale", ["C", "de_DE.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(newskit_command, locale):
    done = newskit_command("parse", stdin=TEXT, LC_ALL=locale, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert "“Stay ashore,”" in done.stdout.decode("utf-8")


def test_a_plugin_can_be_left_out(newskit_command):
    done = newskit_command("parse", "--disable", "quotes", "--disable", "headline", "--output", "json", stdin=TEXT)
    assert json.loads(done.stdout)["quotes"] == []
    assert json.loads(done.stdout)["headline"] is None


def test_leaving_out_what_is_not_there_is_a_usage_error_that_names_what_is(newskit_command):
    done = newskit_command("parse", "--disable", "qoutes", stdin=TEXT)
    assert done.returncode == 2
    assert "qoutes" in messages(done)[0]
    assert "quotes" in messages(done)[0].split(";")[1]


def test_a_plugin_that_fails_is_named_and_the_article_stands(newskit_command, installed):
    done = newskit_command("parse", "--output", "json", stdin=TEXT, **installed(BROKEN_PLUGIN))
    assert done.returncode == 0
    assert messages(done) == ["newskit: -: plugin 'sour', newskit_label: raised KeyError: 'no such word'"]
    assert [problem["plugin"] for problem in json.loads(done.stdout)["problems"]] == ["sour"]


def test_a_plugin_that_fails_is_a_failure_when_strict(newskit_command, installed):
    done = newskit_command("parse", "--strict", "--output", "jsonl", stdin=TEXT, **installed(BROKEN_PLUGIN))
    assert (done.returncode, done.stdout) == (1, b"")
    assert messages(done) == ["newskit: -: plugin 'sour', newskit_label: raised KeyError: 'no such word'"]


def test_a_plugin_that_cannot_be_loaded_stops_a_strict_command_before_it_begins(newskit_command, installed):
    done = newskit_command("parse", "--strict", stdin=TEXT, **installed("import nowhere_at_all\n"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert messages(done)[0].startswith("newskit: plugin 'sour', loading: cannot be loaded from news_sour")


def test_plugins_are_listed_with_where_they_are_from_and_their_hooks(newskit_command, installed):
    done = newskit_command("plugins", **installed(BROKEN_PLUGIN))
    heading, *rows = done.stdout.decode().splitlines()
    assert heading.split() == ["NAME", "DISTRIBUTION", "FROM", "HOOKS"]
    row = ["quotes", "newskit", newskit.__version__, "newskit.extractors.quotes", "newskit_quotes"]
    assert row in [row.split() for row in rows]
    assert rows[-1].split() == ["sour", "news-sour", "0.3", "news_sour", "newskit_label"]


def test_plugins_are_listed_as_json(newskit_command, installed):
    done = newskit_command("plugins", "--json", **installed(BROKEN_PLUGIN))
    assert json.loads(done.stdout)[-1] == {
        "name": "sour",
        "distribution": "news-sour",
        "version": "0.3",
        "from": "news_sour",
        "hooks": ["newskit_label"],
        "options": [],
    }


def test_a_plugin_that_cannot_be_loaded_is_named_beside_the_list(newskit_command, installed):
    done = newskit_command("plugins", **installed("import nowhere_at_all\n"))
    assert done.returncode == 0
    assert "nowhere_at_all" in messages(done)[0]
    assert b"sour" not in done.stdout


@pytest.mark.usefixtures("folder")
def test_explain_says_who_labelled_a_place(newskit_command, installed):
    label = """import newskit

@newskit.hookimpl
def newskit_label(document):
    yield newskit.Label(document.blocks[0].span, "headline", 1, "stands first")
"""
    done = newskit_command("explain", "news/b.txt", "--at", "3", **installed(label))
    assert done.stdout.decode() == "0:15 block headline (sour, 1.00: stands first)\n"


@pytest.mark.usefixtures("folder")
def test_explain_without_a_place_goes_through_the_text(newskit_command):
    lines = newskit_command("explain", "news/b.txt").stdout.decode().splitlines()
    starts = [int(line.split(":")[0]) for line in lines]
    assert starts == sorted(starts)
    assert starts[0] == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("offset", ["-1", "1000000"])
def test_explaining_a_place_outside_the_text_is_a_usage_error(newskit_command, offset):
    done = newskit_command("explain", "news/b.txt", f"--at={offset}")
    assert done.returncode == 2
    assert "has 69 characters" in messages(done)[0]


def test_the_version_is_the_installed_one(newskit_command):
    assert newskit_command("--version").stdout.decode() == f"newskit {version('newskit')}\n"


def test_no_command_prints_help_and_is_a_usage_error(newskit_command):
    done = newskit_command()
    assert (done.returncode, done.stdout) == (2, b"")
    assert messages(done)[0].startswith("usage: newskit")


@pytest.mark.parametrize("command", [("parse",), ("parse", "-"), ("explain",)])
def test_a_terminal_without_a_file_gets_help_instead_of_waiting(command):
    terminal, mine = pty.openpty()
    try:
        done = subprocess.run([*COMMAND, *command], stdin=mine, capture_output=True, timeout=60, check=False)
    finally:
        os.close(mine)
        os.close(terminal)
    assert (done.returncode, done.stdout) == (2, b"")
    assert messages(done)[0].startswith(f"usage: newskit {command[0]}")


def on_a_terminal(*arguments, **environment):
    """Run a command whose standard output is a terminal, and return what it shows there."""
    terminal, mine = pty.openpty()
    with subprocess.Popen([*COMMAND, *arguments], stdout=mine, env=os.environ | environment) as process:
        os.close(mine)
        shown = b""
        try:
            while piece := os.read(terminal, 65536):
                shown += piece
        except OSError:  # Linux's way to say that the other end is closed
            pass
        os.close(terminal)
        assert process.wait(60) == 0
    return shown


def test_a_terminal_gets_colour(folder):
    assert b"\x1b[" in on_a_terminal("parse", str(folder / "news/b.txt"), TERM="xterm", NO_COLOR="")


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_minds_colour_gets_none(folder, environment):
    shown = on_a_terminal("parse", str(folder / "news/b.txt"), **{"TERM": "xterm", "NO_COLOR": ""} | environment)
    assert b"\x1b[" not in shown


def test_colour_can_be_forced_into_a_pipe(newskit_command):
    assert b"\x1b[" in newskit_command("parse", "--color", "always", stdin=TEXT).stdout


@pytest.mark.parametrize("output", ["text", "json", "jsonl"])
def test_a_pipe_that_is_closed_ends_it_quietly(tmp_path, output):
    (tmp_path / "long.txt").write_text("Fog lay on the lake.\n\n" * 20_000, encoding="utf-8")
    command = [*COMMAND, "parse", "--output", output, str(tmp_path / "long.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("plugins",)])
def test_a_pipe_that_nobody_reads_is_nothing_to_complain_about(arguments):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nowhere:
        done = subprocess.run([*COMMAND, *arguments], stdout=nowhere, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_ends_it_quietly(tmp_path):
    os.mkfifo(tmp_path / "endless.txt")
    command = [*COMMAND, "parse", str(tmp_path / "endless.txt")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        writer = os.open(tmp_path / "endless.txt", os.O_WRONLY)  # returns once the command reads
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        os.close(writer)
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")


def test_ctrl_c_while_it_is_still_imported_ends_it_quietly(tmp_path):
    (tmp_path / "newskit").mkdir()
    (tmp_path / "newskit" / "__init__.py").write_text("raise KeyboardInterrupt")
    code = "import sys; from _newskit_command import main; sys.exit(main())"
    paths = os.pathsep.join([str(tmp_path), str(Path(newskit.__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "newskit: '': No such file or directory\n"), ("x" * 5000, f"newskit: {'x' * 5000}: File name too long\n")],
)
def test_a_name_that_no_file_can_have_is_named_and_the_next_file_is_read(name, said, newskit_command, folder):
    done = newskit_command("parse", name, str(folder / "news" / "b.txt"))
    assert (done.returncode, done.stderr.decode()) == (1, said)
    assert b"b.txt" in done.stdout


def test_what_does_not_fit_into_memory_is_named_and_the_next_file_is_read(folder):
    limited = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)); " + COMMAND[-1]
    command = [sys.executable, "-c", limited, "parse", "/dev/zero", str(folder / "news" / "b.txt")]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.decode()) == (1, "newskit: /dev/zero: too large for the memory\n")
    assert b"b.txt" in done.stdout


def test_a_full_disk_is_said():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "parse"], input=TEXT.encode(), stdout=full, stderr=subprocess.PIPE, timeout=60, check=False
        )
    assert done.returncode == 1
    assert messages(done) == ["newskit: cannot write: No space left on device"]


@pytest.mark.parametrize(("closed", "message"), [(0, "-: standard input is closed"), (1, "standard output is closed")])
def test_a_closed_standard_stream_is_said(closed, message):
    shell = f'exec "$@" {closed}>&-'
    done = subprocess.run(
        ["/bin/sh", "-c", shell, "sh", *COMMAND, "parse"], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert messages(done) == [f"newskit: {message}"]
