"""The command line: ``newskit parse``, ``batch``, ``explain``, ``plugins``, ``check-plugin``, ``new-plugin``.

Data goes to standard output, always in UTF-8; messages go to standard error. Exit codes: 0, all went well; 1, a document or a
plugin failed; 2, the command or a setting makes no sense, and nothing was done; 130, stopped by Ctrl-C. A reader that closes
the pipe has what it wanted: 0.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from newskit import cli_batch, cli_plugins
from newskit._version import __version__
from newskit.errors import FormatError, NewskitError, UsageError, in_words
from newskit.model.article import Article
from newskit.model.span import Span
from newskit.output import WRITERS, drop_output, is_terminal, print_json, say, use_utf_8
from newskit.parser import Parser, default_parser
from newskit.plugins import DEFAULT_PLUGINS, Plugin, installed_plugins
from newskit.settings import options_here
from newskit.show import escape

#: The format of a file by the end of its name; the content tells that of any other.
FORMATS = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}

STDIN = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, with the arguments of the process unless others are given, and return its exit code."""
    if sys.stdout is None:
        return say("standard output is closed", 1)
    use_utf_8(sys.stdout)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        drop_output()
        return 130
    except BrokenPipeError:
        drop_output()
        return 0
    except OSError as error:
        drop_output()
        return say(f"cannot write: {error.strerror or error}", 1)
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _arguments().parse_args(arguments)
    except SystemExit as done:  # argparse has printed help, the version, or what is wrong with the arguments
        return int(done.code or 0)
    try:
        code: int = options.run(options)
    except UsageError as error:
        return say(str(error), 2)
    except NewskitError as error:
        return say(str(error), 1)
    return code


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("newskit", description="Takes news articles apart.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"newskit {__version__}")
    parser.set_defaults(run=_help, parser=parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    choosing = argparse.ArgumentParser(add_help=False)
    choosing.add_argument(
        "--disable", metavar="NAME", action="append", default=[], help="leave a plugin out; repeatable"
    )
    shared = argparse.ArgumentParser(add_help=False, parents=[choosing])
    shared.add_argument("--format", metavar="text|html", help="what the input is (default: its name or content tells)")
    shared.add_argument("--strict", action="store_true", help="fail a document when a plugin fails on it")

    parse = commands.add_parser("parse", parents=[shared], allow_abbrev=False, help="take articles apart")
    _add_parse_arguments(parse)
    parse.set_defaults(run=_parse, parser=parse)

    plugins = commands.add_parser("plugins", allow_abbrev=False, help="list the plugins: where from, which hooks")
    cli_plugins.add_list_arguments(plugins)
    plugins.set_defaults(run=_plugins)

    check = commands.add_parser("check-plugin", allow_abbrev=False, help="test a plugin by what every plugin promises")
    cli_plugins.add_check_arguments(check)
    check.set_defaults(run=_check_plugin)

    new = commands.add_parser("new-plugin", allow_abbrev=False, help="write the package of a new plugin")
    cli_plugins.add_new_arguments(new)
    new.set_defaults(run=_new_plugin)

    batch = commands.add_parser(
        "batch", parents=[choosing], allow_abbrev=False, help="parse files of many documents on all cores, resumably"
    )
    cli_batch.add_arguments(batch)
    batch.set_defaults(run=_batch)

    explain = commands.add_parser("explain", parents=[shared], allow_abbrev=False, help="say who found what, and why")
    _add_explain_arguments(explain)
    explain.set_defaults(run=_explain, parser=explain)
    return parser


def _add_parse_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sources", metavar="FILE", nargs="*", help="a file, a folder of .html and .txt files, - for stdin"
    )
    parser.add_argument("--output", choices=tuple(WRITERS), default="text", help="default: %(default)s")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: %(default)s")


def _add_explain_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="FILE", nargs="?", default=STDIN, help="a file, - for stdin")
    parser.add_argument("--at", metavar="N", type=int, help="only what was found at the character with this offset")


def _help(options: argparse.Namespace) -> int:
    options.parser.print_help(sys.stderr)
    return 2


def _parse(options: argparse.Namespace) -> int:
    sources: list[str] = options.sources or [STDIN]
    if STDIN in sources and is_terminal(sys.stdin):
        return _help(options)
    work = _Work(options)
    several = len(sources) > 1 or os.path.isdir(sources[0])  # noqa: PTH112 - never raises
    WRITERS[options.output](work.articles(sources), options, several=several)
    return 1 if work.failed else 0


def _batch(options: argparse.Namespace) -> int:
    _check_disabled(options.disable, installed_plugins())
    make_parser = partial(default_parser, options_here(), tuple(options.disable))
    make_parser()  # what is wrong with an option is said before a process is started
    summary = cli_batch.run(options, make_parser)
    for line in str(summary).splitlines():
        say(line)
    return 1 if summary.failures else 0


def _plugins(options: argparse.Namespace) -> int:
    parser = default_parser(options_here())
    for problem in parser.broken:
        say(f"plugin {problem.plugin!r}: {problem.message}")
    if options.json:
        print_json(cli_plugins.as_rows(parser.plugins), indent=2)
    else:
        _print(cli_plugins.as_table(parser.plugins))
    return 0


def _check_plugin(options: argparse.Namespace) -> int:
    broken = False
    for line, is_broken in cli_plugins.check(options, options_here()):
        _print([line])
        broken |= is_broken
    return 1 if broken else 0


def _new_plugin(options: argparse.Namespace) -> int:
    _print(cli_plugins.new(options))
    return 0


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(escape(line), flush=True)


def _explain(options: argparse.Namespace) -> int:
    if options.source == STDIN and is_terminal(sys.stdin):
        return _help(options)
    article = _Work(options).article(options.source)
    if article is None:
        return 1
    if options.at is not None:
        if not 0 <= options.at < len(article.text):
            raise UsageError(f"--at {options.at} lies outside the text, which has {len(article.text)} characters")
        lines = article.explain(options.at)
    else:
        lines = article.explain(Span(0, len(article.text)))
    for line in sorted(lines, key=lambda line: line.span):
        print(escape(str(line)))
    return 0


class _Work:
    """Reads and parses source after source; what fails is said, counted and left out."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.failed = 0
        self._format: str | None = options.format
        plugins = installed_plugins()
        _check_disabled(options.disable, plugins)
        self._parser = Parser(plugins, disable=options.disable, options=options_here(), strict=options.strict)

    def articles(self, sources: Iterable[str]) -> Iterator[tuple[str, Article]]:
        for source in sources:
            for file in self._files(source):
                article = self.article(file)
                if article is not None:
                    yield file, article

    def article(self, source: str) -> Article | None:
        """Parse one source; None where that failed."""
        try:
            article = self._parser.parse(_read(source), format=self._format or FORMATS.get(Path(source).suffix.lower()))
        except FormatError as error:
            if self._format:
                raise UsageError(f"--format: {error}") from error
            why = str(error)
        except OSError as error:
            why = error.strerror or str(error)
        except NewskitError as error:
            why = str(error)
        except MemoryError:
            why = "too large for the memory"
        except Exception as error:  # noqa: BLE001 - whatever befell this document, the next one is worth reading
            why = f"{in_words(error)} (this is an error in newskit: please report it)"
        else:
            for problem in article.problems:
                say(f"{source}: plugin {problem.plugin!r}, {problem.hook}: {problem.message}")
            return article
        self._fail(source, why)
        return None

    def _files(self, source: str) -> Iterator[str]:
        """Give a source as it is, but a folder as the files below it that have an ending of ours, in order of names."""
        if source == STDIN or not os.path.isdir(source):  # noqa: PTH112 - never raises
            yield source
            return
        found = False
        for folder, folders, names in os.walk(source, onerror=self._unreadable):
            folders.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in FORMATS:
                    found = True
                    yield str(Path(folder, name))
        if not found:
            self._fail(source, f"no file in this folder ends with {', '.join(FORMATS)}")

    def _unreadable(self, error: OSError) -> None:
        self._fail(str(error.filename), error.strerror or str(error))

    def _fail(self, source: str, why: str) -> None:
        self.failed += 1
        say(f"{source or repr(source)}: {why}")


def _check_disabled(names: Iterable[str], installed: Iterable[Plugin]) -> None:
    known = [name for name, _ in DEFAULT_PLUGINS] + [plugin.name for plugin in installed]
    for name in names:
        if name not in known:
            raise UsageError(f"--disable {name}: no such plugin; there are {', '.join(known)}")


def _read(source: str) -> bytes:
    if source != STDIN:
        with open(source, "rb") as file:  # noqa: PTH123 - Path("") is the working folder
            return file.read()
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer.read()
