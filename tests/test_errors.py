"""The tree of exceptions."""

import pickle

import pytest

from newskit import (
    ArticleError,
    FormatError,
    InputError,
    LanguageError,
    NewskitError,
    OptionError,
    OutputError,
    PluginError,
    SourceError,
    UsageError,
)


@pytest.mark.parametrize(
    "kind",
    [
        ArticleError,
        FormatError,
        InputError,
        LanguageError,
        OptionError,
        OutputError,
        PluginError,
        SourceError,
        UsageError,
    ],
)
def test_every_error_is_a_newskit_error(kind: type[Exception]) -> None:
    assert issubclass(kind, NewskitError)


def test_errors_of_values_and_types_are_also_python_s_own() -> None:
    assert issubclass(ArticleError, ValueError)
    assert issubclass(FormatError, ValueError)
    assert issubclass(SourceError, TypeError)
    assert issubclass(LanguageError, TypeError)


def test_what_makes_no_sense_is_a_usage_error() -> None:
    assert issubclass(FormatError, UsageError)
    assert issubclass(OptionError, UsageError)
    assert issubclass(OptionError, PluginError)


def test_a_plugin_error_names_plugin_hook_and_message_and_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(PluginError("mine", "newskit_label", "raised KeyError: 'x'")))  # noqa: S301
    assert str(error) == "plugin 'mine', newskit_label: raised KeyError: 'x'"
    assert (error.plugin, error.hook) == ("mine", "newskit_label")
