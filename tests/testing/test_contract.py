"""Each check passes a plugin that keeps the contract, and fails one that breaks it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newskit import NewskitError, UsageError
from newskit.testing import contract
from newskit.testing.contract import CHECKS, ExtractorContract, Subject

SAMPLES = ("RAIN\n\n“It is wet,” said Ada Moss.", "a \x00 in the text", "wet")


@pytest.fixture(autouse=True)
def _on_the_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "samples"))
    yield
    sys.modules.pop("sample_plugins", None)


@pytest.mark.parametrize(
    ("plugin", "check", "message"),
    [
        ("UNKNOWN", contract.registers, "newskit_shout"),
        ("RAISES", contract.never_raises, "NUL"),
        ("TWICE", contract.keeps_quotes_apart, "overlap"),
        ("COUNTS", contract.does_not_depend_on_the_batch, "kept between texts"),
        ("PROCESS", contract.does_not_depend_on_the_process, "another process"),
        ("COUNTS", contract.does_not_depend_on_strangers, "idle plugin"),
        ("SHARES", contract.works_in_threads, "threads"),
        ("FICKLE", contract.comes_back_from_its_dict, "from_dict"),
        ("PAIRS", contract.grows_linearly, "power"),
    ],
)
def test_a_plugin_that_breaks_the_contract_is_told_how(
    plugin: str, check: Callable[[Subject], None], message: str
) -> None:
    with pytest.raises((AssertionError, NewskitError), match=message):
        check(Subject(f"sample_plugins:{plugin}", SAMPLES))


def test_a_plugin_that_is_not_there_is_named_with_where_to_look() -> None:
    with pytest.raises(UsageError, match="newskit plugins"):
        list(contract.outcomes(Subject("no_such_module:thing")))


def test_a_plugin_that_cannot_be_imported_breaks_its_first_promise_and_no_other_is_tried() -> None:
    [outcome] = contract.outcomes(Subject("broken_plugin"))
    assert outcome.check == "registers"
    assert outcome.failure == "plugin 'broken_plugin', loading: cannot be loaded: RuntimeError: not today"


@pytest.mark.parametrize("check", [contract.registers, contract.does_not_depend_on_the_process])
def test_a_plugin_is_checked_with_its_options(check: Callable[[Subject], None]) -> None:
    check(Subject("sample_plugins:Paid", SAMPLES, {"key": "k"}))
    with pytest.raises(NewskitError, match="option 'key' is missing"):
        check(Subject("sample_plugins:Paid", SAMPLES))


def test_the_class_has_a_test_of_each_check() -> None:
    code = [method.__code__ for name, method in vars(ExtractorContract).items() if name.startswith("test_")]
    assert [name for one in code for name in one.co_names if name != "_subject"] == [check.__name__ for check in CHECKS]


class TestContract(ExtractorContract):
    """The class of tests, as an author would use it: a good plugin passes every check."""

    plugin = "sample_plugins:GOOD"
    samples = SAMPLES
