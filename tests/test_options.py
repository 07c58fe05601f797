"""Options of plugins: the fields of an attrs class, checked when a parser is made."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest

from newskit import Article, Parser, PluginError, Span, hookimpl
from newskit.plugins import Plugin


@attrs.frozen
class Opening:
    span: Span


@attrs.frozen
class Openings:
    """Finds the first characters of an article."""

    length: int = attrs.field(default=4, validator=attrs.validators.ge(1))
    share: float = 0.5
    words: tuple[str, ...] = ()
    loud: bool = False
    _unit: str = "characters"
    _cache: dict[str, str] = attrs.field(factory=dict, init=False)

    @hookimpl
    def newskit_annotate(self, article: Article) -> Iterator[Opening]:
        yield Opening(Span(0, min(self.length, len(article.text))))


@attrs.frozen
class Paid:
    key: str

    @hookimpl
    def newskit_annotate(self) -> None: ...


class Plain:
    @hookimpl
    def newskit_annotate(self) -> None: ...


def refused(plugin: object, name: str, options: Mapping[str, Any]) -> str:
    with pytest.raises(PluginError) as caught:
        Parser([plugin], options={name: options})
    return str(caught.value)


def test_a_class_is_made_with_the_options_of_its_name() -> None:
    parser = Parser([Openings], options={"Openings": {"length": 2}})
    assert parser.parse("Rain.").annotations[Opening] == (Opening(Span(0, 2)),)


def test_a_class_without_options_given_has_its_defaults() -> None:
    assert Parser([Openings]).parse("Rain.").annotations[Opening] == (Opening(Span(0, 4)),)


def test_a_plugin_lists_its_options_with_type_and_value() -> None:
    info = Parser([Openings], options={"Openings": {"words": ["a"], "unit": "words"}}).plugins[-1]
    assert [(option.name, option.expected, option.value) for option in info.options] == [
        ("length", "int", 4),
        ("share", "float", 0.5),
        ("words", "tuple[str, ...]", ("a",)),
        ("loud", "bool", False),
        ("unit", "str", "words"),
    ]


def test_a_module_or_a_plain_object_has_none() -> None:
    assert all(info.options == () for info in Parser([Plain()]).plugins)


def test_an_unknown_option_is_refused_with_those_there_are() -> None:
    message = refused(Openings, "Openings", {"lenght": 2})
    assert message == (
        "plugin 'Openings', options: there is no option 'lenght': the plugin's are length, share, words, loud, unit"
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("length", "2", "option 'length' is '2', a str, where int is expected"),
        ("length", True, "option 'length' is True, a bool, where int is expected"),
        ("length", 2.5, "option 'length' is 2.5, a float, where int is expected"),
        ("loud", 1, "option 'loud' is 1, a int, where bool is expected"),
        ("words", "abc", "option 'words' is 'abc', a str, where tuple[str, ...] is expected"),
        ("words", ["a", 1], "where tuple[str, ...] is expected"),
    ],
)
def test_an_option_of_the_wrong_type_is_refused_with_what_is_expected(name: str, value: object, expected: str) -> None:
    message = refused(Openings, "Openings", {name: value})
    assert message.startswith(f"plugin 'Openings', options: option {name!r} is ")
    assert expected in message


def test_a_whole_number_will_do_for_a_float() -> None:
    assert Parser([Openings], options={"Openings": {"share": 1}}).plugins[-1].options[1].value == 1


def test_an_option_that_the_plugin_s_own_validator_refuses_is_told_in_its_words() -> None:
    assert "plugin 'Openings', options: 'length' must be >= 1: 0" in refused(Openings, "Openings", {"length": 0})


def test_an_option_without_a_default_must_be_given() -> None:
    with pytest.raises(PluginError, match="option 'key' is missing, str: it has no default"):
        Parser([Paid])


def test_an_installed_plugin_that_misses_an_option_is_named_on_every_article() -> None:
    parser = Parser([Plugin("paid", Paid, "paid 1.0")])
    assert [problem.hook for problem in parser.parse("Rain.").problems] == ["options"]


def test_a_wrong_option_of_an_installed_plugin_is_raised() -> None:
    with pytest.raises(PluginError, match="where str is expected"):
        Parser([Plugin("paid", Paid, "paid 1.0")], options={"paid": {"key": 3}})


def test_options_of_a_plugin_that_takes_none_are_refused() -> None:
    assert "takes no options, so not size" in refused(Plain(), "Plain", {"size": 1})
    assert "plugin 'quotes', options: takes no options" in refused(Plain(), "quotes", {"size": 1})
    assert "the plugin's are none" in refused(Plain, "Plain", {"size": 1})


def test_options_of_a_plugin_that_is_not_there_are_refused_with_those_there_are() -> None:
    assert "there is no such plugin: there are text, html," in refused(Plain(), "quots", {"size": 1})


def test_options_of_a_plugin_that_is_left_out_do_not_matter() -> None:
    parser = Parser([Openings], disable=["Openings"], options={"Openings": {"length": "two"}})
    assert "Openings" not in [info.name for info in parser.plugins]
