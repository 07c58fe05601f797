"""The house: what is public, who imports whom, and how large a file may be."""

import ast
import re
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import attrs
import pytest

import newskit
from newskit.model.language import Language
from newskit.plugins import DEFAULT_PLUGINS

SOURCE = Path(newskit.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
#: Files named after a language's code; other files of words stand beside them.
LANGUAGES = sorted(file for file in SOURCE.glob("language/*.toml") if len(file.stem) <= 3)

#: What a built-in plugin may import of newskit: nothing that a third party's plugin could not.
OPEN_TO_PLUGINS = ("hooks", "errors", "model", "text", "language", "evidence", "learned", "readers")


def module_name(file: Path) -> str:
    parts = file.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in FILES}


@cache
def imports(module: str) -> frozenset[str]:
    """Name the modules of newskit that a module imports, at its top or in a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found |= {
                name if (name := f"{node.module}.{alias.name}") in MODULES else str(node.module) for alias in node.names
            }
    return frozenset(found & MODULES.keys())


def layers() -> dict[str, int]:
    """Number every module: 1 for one that imports nothing of newskit, else one above the highest that it imports."""
    numbered: dict[str, int] = {}
    for module in TopologicalSorter({module: imports(module) for module in MODULES}).static_order():
        numbered[module] = 1 + max((numbered[below] for below in imports(module)), default=0)
    return numbered


def test_the_public_names_are_those_of_the_facade():
    ours = {
        name
        for name, thing in vars(newskit).items()
        if not name.startswith("_") and str(getattr(thing, "__module__", "")).startswith("newskit")
    }
    assert ours - set(newskit.__all__) <= {"default_parser"}  # shared by parse and parse_many, for no one else
    assert [name for name in newskit.__all__ if not hasattr(newskit, name)] == []
    assert newskit.__all__ == sorted(newskit.__all__)


def test_public_types_are_frozen():
    types = [thing for name in newskit.__all__ if attrs.has(thing := getattr(newskit, name))]
    assert types
    assert [thing for thing in types if thing.__setattr__ is object.__setattr__] == []


def test_no_module_imports_itself_by_a_detour():
    try:
        layers()
    except CycleError as error:
        pytest.fail(f"import cycle: {' ← '.join(error.args[1])}")


def test_there_are_at_most_seven_layers_of_imports():
    """The façade is not counted: it only passes names on, and no module imports it."""
    assert {module: layer for module, layer in layers().items() if layer > 7 and module != "newskit"} == {}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_file_can_be_read_in_one_sitting(module):
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 500


@pytest.mark.parametrize("folder", sorted(file.parent for file in SOURCE.glob("*/__init__.py")), ids=lambda it: it.name)
def test_the_docstring_of_a_folder_names_its_files(folder):
    told = set(
        re.findall(r"\w+", ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or "")
    )
    assert {file.stem for file in folder.glob("*.py")} - {"__init__"} - told == set()


def test_the_design_names_the_files_and_folders_of_the_house():
    told = set(re.findall(r"`(\w+)/?`", (SOURCE.parents[1] / "docs" / "design.md").read_text(encoding="utf-8")))
    there = {it.stem for it in SOURCE.iterdir() if it.suffix == ".py" or (it / "__init__.py").exists()}
    assert there - told == {"__init__", "_version"}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"newskit"}))
def test_modules_import_from_modules_and_not_through_the_facades(module):
    assert imports(module) & {"newskit", "newskit.model"} == set()


@pytest.mark.parametrize("module", sorted(path for _, path in DEFAULT_PLUGINS))
def test_a_built_in_plugin_imports_nothing_that_a_plugin_may_not(module):
    strange = [name for name in imports(module) if name.split(".")[1] not in OPEN_TO_PLUGINS]
    assert strange == []


@pytest.mark.parametrize("folder", ["model", "text", "language", "evidence", "learned"])
def test_a_lower_floor_imports_nothing_of_the_parser_and_the_plugins(folder):
    above = {"parser", "plugins", "combine", "calls", "extractors", "readers", "cli", "output", "show"}
    for module in MODULES:
        if module.startswith(f"newskit.{folder}."):
            assert {name.split(".")[1] for name in imports(module)} & above == set(), module


def test_there_are_languages():
    assert "en" in [file.stem for file in LANGUAGES]


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda file: file.stem)
def test_a_file_of_words_loads_as_a_language(file):
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    language = Language(file.stem, **words)
    assert {field.name for field in attrs.fields(Language) if getattr(language, field.name)} >= words.keys()


def test_the_package_says_that_it_is_typed():
    assert (SOURCE / "py.typed").exists()
