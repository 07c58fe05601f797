"""Which plugins there are and how one is registered."""

import types
from pathlib import Path
from typing import Any

import pytest

from newskit import Label, Parser, PluginError, UsageError, hookimpl, installed_plugins
from newskit.plugins import DEFAULT_PLUGINS, Plugin, builtin_plugins, plugin_named


class Idle:
    @hookimpl
    def newskit_label(self) -> None:
        return None


def test_the_built_in_plugins_register_under_their_names_in_order() -> None:
    assert [info.name for info in Parser().plugins] == [name for name, _ in DEFAULT_PLUGINS]


def test_a_plugin_is_listed_with_its_place_its_distribution_and_its_hooks() -> None:
    info = Parser([Idle()]).plugins[-1]
    assert (info.name, info.source.rpartition(":")[2], info.distribution) == ("Idle", "Idle", "")
    assert info.hooks == ("newskit_label",)


def test_a_module_is_named_after_itself() -> None:
    module = types.ModuleType("weather_plugin")
    module.newskit_label = hookimpl(lambda: None)  # type: ignore[attr-defined]
    module.newskit_label.__name__ = "newskit_label"
    assert Parser([module]).plugins[-1].name == "weather_plugin"


@pytest.mark.parametrize("name", [name for name, _ in DEFAULT_PLUGINS])
def test_any_built_in_plugin_can_be_left_out_by_name(name: str) -> None:
    assert name not in [info.name for info in Parser(disable=[name]).plugins]


def test_a_plugin_given_by_code_can_be_left_out_by_name() -> None:
    assert "Idle" not in [info.name for info in Parser([Idle()], disable=["Idle"]).plugins]


def test_an_argument_that_a_hook_does_not_have_is_refused_with_both_lists() -> None:
    class Wrong:
        @hookimpl
        def newskit_label(self, document: Any, language: Any) -> None: ...

    with pytest.raises(PluginError) as caught:
        Parser([Wrong()])
    assert str(caught.value) == (
        "plugin 'Wrong', newskit_label: takes (document, language), but the hook offers (document): leave out language"
    )


def test_a_misspelt_hook_is_refused_by_name() -> None:
    class Misspelt:
        @hookimpl
        def newskit_labels(self, document: Any) -> None: ...

    with pytest.raises(PluginError, match=r"newskit_labels: .* did you mean newskit_label"):
        Parser([Misspelt()])


def test_an_object_without_hooks_is_refused_with_what_to_do() -> None:
    with pytest.raises(PluginError, match="hookimpl"):
        Parser([object()])


def test_the_same_plugin_twice_is_refused() -> None:
    idle = Idle()
    with pytest.raises(PluginError, match="already"):
        Parser([idle, idle])


def test_two_plugins_with_one_name_are_refused() -> None:
    with pytest.raises(PluginError, match="already"):
        Parser([Idle(), Idle()])


def test_a_hook_wrapper_is_refused() -> None:
    class Wrapper:
        @hookimpl(wrapper=True)
        def newskit_label(self) -> Any:
            return (yield)

    with pytest.raises(PluginError, match="wrappers"):
        Parser([Wrapper()])


def test_an_installed_plugin_that_cannot_be_loaded_is_named_on_every_article() -> None:
    broken = Plugin("weather", None, "weather 1.0", "cannot be loaded from weather: ImportError: no module")
    parser = Parser([broken])
    assert [problem.plugin for problem in parser.broken] == ["weather"]
    problems = parser.parse("Rain.").problems
    assert [(problem.plugin, problem.hook) for problem in problems] == [("weather", "loading")]


def test_an_installed_plugin_that_cannot_be_loaded_is_raised_by_a_strict_parser() -> None:
    broken = Plugin("weather", None, "weather 1.0", "cannot be loaded from weather: ImportError: no module")
    with pytest.raises(PluginError, match="no module"):
        Parser([broken], strict=True)


def test_a_module_that_raises_while_it_is_imported_is_an_installed_plugin_that_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sour_plugin.py").write_text("raise RuntimeError('not today')\n", encoding="utf-8")
    info = tmp_path / "sour-0.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: sour\nVersion: 0.3\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[newskit]\nsour = sour_plugin\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    [sour] = [plugin for plugin in installed_plugins() if plugin.name == "sour"]
    assert sour.distribution == "sour 0.3"
    assert sour.failure == "cannot be loaded from sour_plugin: RuntimeError: not today"


@pytest.mark.parametrize("name", ["no_such_module", "newskit.no_such_module", "newskit:no_such_object", ":", ""])
def test_a_plugin_that_is_neither_installed_nor_a_module_is_named(name: str) -> None:
    with pytest.raises(UsageError, match=f"no plugin '{name}': neither an installed one"):
        plugin_named(name)


def test_a_built_in_plugin_is_none_to_be_checked() -> None:
    with pytest.raises(UsageError, match=r"plugin 'quotes' is built in"):
        plugin_named("quotes")


def test_a_module_that_misses_another_one_is_there_but_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "needy_plugin.py").write_text("import nowhere_at_all\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert plugin_named("needy_plugin").failure == (
        "cannot be loaded: ModuleNotFoundError: No module named 'nowhere_at_all'"
    )


class Unmakeable:
    def __init__(self) -> None:
        raise FileNotFoundError("no model here")

    @hookimpl
    def newskit_label(self) -> None: ...


def test_an_installed_plugin_that_cannot_be_made_is_named_on_every_article() -> None:
    [problem] = Parser([Plugin("weather", Unmakeable, "weather 1.0")]).parse("Rain.").problems
    assert (problem.plugin, problem.hook) == ("weather", "loading")
    assert problem.message == "cannot be made: FileNotFoundError: no model here"
    with pytest.raises(PluginError, match="no model here"):
        Parser([Unmakeable])


def test_a_disabled_plugin_that_is_broken_does_not_matter() -> None:
    broken = Plugin("weather", None, "weather 1.0", "cannot be loaded")
    assert Parser([broken], disable=["weather"], strict=True).broken == ()


def test_a_refused_plugin_leaves_nothing_behind() -> None:
    class Half:
        @hookimpl
        def newskit_label(self, document: Any) -> list[Label]:
            return [Label(block.span, "other") for block in document.blocks]

        @hookimpl(wrapper=True)
        def newskit_quotes(self) -> Any:
            return (yield)

    parser = Parser([Plugin("half", Half(), "half 1.0")])
    assert parser.parse("Rain.").blocks[0].kind != "other"
    assert "half" not in [info.name for info in parser.plugins]


def test_built_in_plugins_are_imported_only_when_wanted() -> None:
    names = [plugin.name for plugin in builtin_plugins(disable=["quotes", "attributions"])]
    assert names == [name for name, _ in DEFAULT_PLUGINS if name not in ("quotes", "attributions")]


def test_of_two_installed_plugins_with_one_name_the_first_works_and_the_second_is_named() -> None:
    parser = Parser([Plugin("idle", Idle(), "one 1.0"), Plugin("idle", Idle(), "two 1.0")])
    assert [info.distribution for info in parser.plugins if info.name == "idle"] == ["one 1.0"]
    assert [(problem.plugin, "already" in problem.message) for problem in parser.broken] == [("idle", True)]


def test_of_two_installed_plugins_with_one_name_the_one_at_work_is_listed() -> None:
    parser = Parser([Plugin("idle", None, "one 1.0", "cannot be loaded"), Plugin("idle", Idle(), "two 1.0")])
    assert [info.distribution for info in parser.plugins if info.name == "idle"] == ["two 1.0"]


def test_an_installed_plugin_built_for_another_newskit_is_named_with_both_lists_on_every_article() -> None:
    class Older:
        @hookimpl
        def newskit_label(self, text: str, tokens: Any) -> None: ...

    problems = Parser([Plugin("older", Older(), "older 0.1")]).parse("Rain.").problems
    assert [problem.plugin for problem in problems] == ["older"]
    assert "takes (text, tokens), but the hook offers (document): leave out text, tokens" in problems[0].message
