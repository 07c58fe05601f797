"""Holds the rows of an engine against those of a local run: the same ids, and every field of every row the same.

usage: python compare.py LOCAL ENGINE
"""

import sys

from pyarrow import parquet

from newskit.arrow import SCHEMA


def rows_of(place: str) -> dict[str, object]:
    """Read all rows, by id; none may be there twice."""
    rows = parquet.read_table(place).select(SCHEMA.names).to_pylist()
    by_id = {row["id"]: row for row in rows}
    assert len(by_id) == len(rows), f"{place}: {len(rows) - len(by_id)} ids are there twice"
    return by_id


def main() -> None:
    """Compare, and say what was compared."""
    local, engine = map(rows_of, sys.argv[1:])
    assert local.keys() == engine.keys(), sorted(local.keys() ^ engine.keys())[:9]
    different = [name for name in local if local[name] != engine[name]]
    assert not different, f"{len(different)} rows differ: {local[different[0]]} is {engine[different[0]]}"
    failures = {name: row["failure"]["message"] for name, row in local.items() if row["failure"]}
    noted = [name for name, row in local.items() if any("asked for" in it["message"] for it in row["problems"])]
    assert len(failures) == 1, failures
    assert len(noted) == 1, noted
    cues = [quote["cue"] for row in local.values() for quote in row["quotes"] or () if quote["cue"]]
    assert {("say", False), ("deny", True)} <= {(cue["lemma"], cue["negated"]) for cue in cues}, cues[:9]
    print(f"{len(local)} rows are the same; a plugin raised on {noted[0]}; set aside: {failures}")


if __name__ == "__main__":
    main()
