"""Many documents on several cores, with some that crash, hang or swell their process."""

import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import newskit
from newskit import Article, Failure, FailureKind, NewskitError, Source, UsageError, parse_many, worker


@pytest.fixture
def parsers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "samples"))
    import bad_parsers  # type: ignore[import-not-found]

    assert isinstance(bad_parsers, ModuleType)
    yield bad_parsers
    sys.modules.pop("bad_parsers")


def shown(results: list[Article | Failure]) -> list[str]:
    """Give each article as its text, each failure as its id and kind."""
    return [str(it.text) if isinstance(it, Article) else f"{it.id}: {it.kind.value}" for it in results]


def test_articles_come_in_the_order_of_their_sources_and_are_those_of_parse() -> None:
    texts = [f"Rain on day {day}\n\n“It is wet,” said Ada Moss.\n" * (1 + day % 7) for day in range(60)]
    assert list(parse_many(texts, jobs=2)) == [newskit.parse(text) for text in texts]


def test_no_sources_give_no_articles() -> None:
    assert list(parse_many([], jobs=1)) == []


def test_a_source_may_have_a_format_and_an_address() -> None:
    source = Source("<p>Rain", format="text", url="https://news.example/rain")
    (article,) = parse_many([source], jobs=1)
    assert isinstance(article, Article)
    assert (article.text, article.url) == ("<p>Rain", "https://news.example/rain")


def test_a_document_that_crashes_its_process_is_set_aside_and_every_other_arrives_once(parsers: Any) -> None:
    texts = [f"text {number}" for number in range(40)]
    texts[7] = texts[8] = texts[30] = "crash"
    expected = [f"{number}: crash" if text == "crash" else text for number, text in enumerate(texts)]
    results = list(parse_many(texts, jobs=2, parser=parsers.troubled))
    assert shown(results) == expected
    assert isinstance(results[7], Failure)
    assert "exit status 3" in results[7].message


def test_a_document_that_hangs_is_set_aside_after_the_time_limit(parsers: Any) -> None:
    texts = ["one", "hang", "two", "three"]
    results = list(parse_many(texts, jobs=1, parser=parsers.troubled, time_limit=1.5))
    assert shown(results) == ["one", "1: timeout", "two", "three"]


def test_a_document_that_swells_its_process_is_set_aside_at_the_memory_limit(parsers: Any) -> None:
    results = list(parse_many(["one", "swell", "two"], jobs=1, parser=parsers.troubled, memory_limit=300 << 20))
    assert shown(results) == ["one", "1: memory", "two"]


def test_a_document_whose_parse_raises_is_a_failure_named_by_its_id(parsers: Any) -> None:
    sources = ["one", Source("raise", id="article-17"), Source("two", format="pdf")]
    results = list(parse_many(sources, jobs=1, parser=parsers.strict))
    assert shown(results) == ["one", "article-17: error", "2: error"]
    assert [it.kind for it in results if isinstance(it, Failure)] == [FailureKind.ERROR, FailureKind.ERROR]
    assert isinstance(results[1], Failure)
    assert "asked for" in results[1].message


def test_processes_calculate_with_one_thread_each_unless_told_otherwise(
    parsers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for said, used in [(None, "1"), ("3", "3")]:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
        if said:
            monkeypatch.setenv("OPENBLAS_NUM_THREADS", said)
        (failure,) = parse_many(["threads?"], jobs=1, parser=parsers.strict)
        assert isinstance(failure, Failure)
        assert f"threads: {used}" in failure.message
        assert os.environ.get("OPENBLAS_NUM_THREADS") == said


def test_sources_are_read_a_bounded_number_ahead() -> None:
    read = []

    def endless() -> Iterator[str]:
        number = 0
        while True:
            read.append(number)
            yield f"text {number}"
            number += 1

    results = parse_many(endless(), jobs=1)
    assert shown([next(results) for _ in range(3)]) == ["text 0", "text 1", "text 2"]
    assert len(read) < 200
    results.close()  # type: ignore[attr-defined]


def test_a_parser_that_cannot_be_made_is_an_error(parsers: Any) -> None:
    with pytest.raises(NewskitError, match="no parser today"):
        list(parse_many(["one"], jobs=1, parser=parsers.impossible))


def test_a_process_that_ends_while_it_starts_is_an_error(parsers: Any) -> None:
    with pytest.raises(NewskitError, match="exit status 5"):
        list(parse_many(["one"], jobs=1, parser=parsers.ends_at_once))


def test_a_source_that_cannot_be_read_raises_its_own_error_and_ends_the_processes() -> None:
    def broken() -> Iterator[str]:
        yield "one"
        raise OSError("disk is gone")

    with pytest.raises(OSError, match="disk is gone"):
        list(parse_many(broken(), jobs=1))


def test_an_article_that_cannot_leave_its_process_is_a_failure_that_says_why(parsers: Any) -> None:
    results = list(parse_many(["one", "local", "two", "sealed", "three"], jobs=1, parser=parsers.untravelled))
    assert shown(results) == ["one", "1: error", "two", "3: error", "three"]
    assert [it.message.partition(":")[0] for it in results if isinstance(it, Failure)] == [
        "its article cannot be pickled",
        "its article cannot be unpickled",
    ]


def test_a_source_that_is_no_text_is_a_failure_in_its_place() -> None:
    sources: list[Any] = ["one", None, "two"]
    assert shown(list(parse_many(sources, jobs=1))) == ["one", "1: error", "two"]


@pytest.mark.parametrize(
    ("option", "given"),
    [("jobs", 0), ("jobs", -1), ("time_limit", 0), ("time_limit", float("nan")), ("memory_limit", 0)],
)
def test_an_option_that_is_not_above_0_is_named(option: str, given: float) -> None:
    options: dict[str, Any] = {option: given}
    with pytest.raises(UsageError, match=f"{option} must be above 0"):
        next(parse_many(["one"], **options))


def test_more_processes_than_any_machine_has_are_refused() -> None:
    with pytest.raises(UsageError, match="jobs must be at most 1024"):
        next(parse_many(["one"], jobs=10**9))


def test_no_more_processes_are_started_than_have_work(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = worker.Worker.__init__

    def count(self: worker.Worker, make_parser: Any) -> None:
        started.append(self)
        start(self, make_parser)

    monkeypatch.setattr(worker.Worker, "__init__", count)
    assert len(list(parse_many(["one", "two"], jobs=500))) == 2
    assert len(started) == 1


def test_a_process_that_cannot_be_started_is_an_error_that_says_what_to_do() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(NewskitError, match=r"cannot start one more process: Too many open files; take fewer jobs"):
            list(parse_many(["one"], jobs=1))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_one_text_in_place_of_many_is_refused_with_what_to_write() -> None:
    with pytest.raises(UsageError, match=r"write \[text\]"):
        next(parse_many("Rain fell."))
