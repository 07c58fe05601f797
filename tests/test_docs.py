"""The documentation: its examples are run, and nothing that is public is missing from it."""

import doctest
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
import regex

import newskit
from newskit import hooks

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

#: A fenced block of a language at the beginning of a line: ```` ```pycon ````, its lines, the closing fence.
FENCE = regex.compile(r"(?ms)^```(pycon|console)\n(.*?)^```$")

#: A section of a Markdown page: its heading and what stands below it, up to the next of the same level.
SECTION = regex.compile(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)")

DIRECTIVE = regex.compile(r"^\.\. (?:auto(?!module)\w+|py:data):: newskit\.(\w+)$", regex.MULTILINE)

HOOKS = {name: hook for name, hook in vars(hooks).items() if name.startswith("newskit_")}


def examples(language):
    """Give every page that has blocks of a language, with the blocks and the lines they stand on."""
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        blocks = [
            (text.count("\n", 0, fence.start()), fence[2]) for fence in FENCE.finditer(text) if fence[1] == language
        ]
        if blocks:
            found.append(pytest.param(page, blocks, id=str(page.relative_to(ROOT))))
    return found


@pytest.mark.parametrize(("page", "blocks"), examples("pycon"))
def test_what_a_page_shows_of_python_is_what_python_answers(page, blocks, monkeypatch):
    monkeypatch.chdir(ROOT)
    lines, names, wrong = doctest.DocTestParser(), {"__name__": "__main__"}, []
    runner = doctest.DocTestRunner()
    for line, block in blocks:
        test = lines.get_doctest(block, names, page.name, str(page), line)
        runner.run(test, out=wrong.append, clear_globs=False)
        names = test.globs
    assert not wrong, "".join(wrong)


@pytest.mark.parametrize(("page", "blocks"), examples("console"))
def test_what_a_page_shows_of_the_shell_is_what_the_shell_answers(page, blocks):
    place = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    for line, block in blocks:
        for command, expected in regex.findall(r"(?ms)^\$ ([^\n]+)\n(.*?)(?=^\$ |\Z)", block):
            done = subprocess.run(
                ["/bin/bash", "-c", command],
                cwd=ROOT,
                env=os.environ | place,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
            assert done.stdout.rstrip() == expected.rstrip(), f"{page.name}, line {line}: {command}"


def test_the_readme_opens_with_the_two_commands_and_five_lines_of_python():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    demo, test, python = text.index("make demo"), text.index("make test"), FENCE.search(text)
    assert demo < test < python.start() < text.index("## ")
    assert len([line for line in python[2].splitlines() if line.startswith((">>>", "..."))]) == 5


def test_every_public_name_is_documented_once():
    documented = [name for page in PAGES for name in DIRECTIVE.findall(page.read_text(encoding="utf-8"))]
    assert sorted(documented) == sorted(newskit.__all__)


@pytest.mark.parametrize("name", [name for name in newskit.__all__ if not name.startswith("__")])
def test_every_public_name_has_a_docstring(name):
    assert inspect.getdoc(getattr(newskit, name))


def test_every_hook_has_a_section_with_its_exact_arguments():
    sections = dict(SECTION.findall((ROOT / "docs" / "reference" / "hooks.md").read_text(encoding="utf-8")))
    for name, hook in HOOKS.items():
        heading = f"{name}({', '.join(inspect.signature(hook).parameters)})"
        assert f".. autofunction:: newskit.hooks.{name}" in sections[heading]
    assert [heading.split("(")[0] for heading in sections if "(" in heading] == list(HOOKS)


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_explains_its_arguments_and_has_an_example_that_marks_it(name):
    text = inspect.getdoc(HOOKS[name])
    arguments = text[text.index("Arguments:") : text.index("Example::")]
    for argument in inspect.signature(HOOKS[name]).parameters:
        assert f"``{argument}``" in arguments
    example = inspect.cleandoc(text[text.index("Example::") + len("Example::") :])
    compile(example, name, "exec")
    assert f"@newskit.hookimpl\ndef {name}(" in example


@pytest.mark.parametrize("part", ["Combination", "Order"])
@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_says_how_several_answers_combine_and_which_order_counts(name, part):
    before, _, _ = inspect.getdoc(HOOKS[name]).partition("Arguments:")
    assert regex.search(rf"(?m)^{part}: \S+ \S+ \S+", before)


def test_the_design_page_states_the_seven_promises():
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    assert regex.findall(r"(?m)^(\d)\. \*\*", text) == list("1234567")
