"""Facts."""

import pytest

from newskit import Fact, FactValue, Origin, Span


@pytest.mark.parametrize("value", ["2026-03-01", True, ("Ada Moss", "Tom Reed"), ()])
def test_a_fact_comes_back_from_its_dict(value: FactValue) -> None:
    fact = Fact("published", value, "1 March 2026", Span(3, 9), Origin("metadata", 0.9, "date line"))
    assert Fact.from_dict(fact.to_dict()) == fact
