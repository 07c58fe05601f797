"""Parses the documents of a Parquet file on this machine, without an engine.

usage: python run_local.py IN OUT
"""

import sys

import pyarrow as pa
from pyarrow import parquet
from troubled import parser

from newskit.arrow import SCHEMA, parse_batches

if __name__ == "__main__":
    batches = parquet.ParquetFile(sys.argv[1]).iter_batches()
    parsed = parse_batches(batches, parser=parser, jobs=2)
    parquet.write_table(pa.Table.from_batches(parsed, SCHEMA), sys.argv[2])
