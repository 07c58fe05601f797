"""Parses the documents of a Parquet file with Ray Data on this machine.

usage: python run_ray.py IN OUT
"""

import sys
from functools import partial
from pathlib import Path

import ray
from troubled import parser

from newskit.arrow import parse_batch

if __name__ == "__main__":
    here = str(Path(__file__).parent)
    ray.init(num_cpus=2, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": here}})
    documents = ray.data.read_parquet(sys.argv[1]).repartition(4)
    parse = partial(parse_batch, parser=parser, jobs=1)
    parsed = documents.map_batches(
        parse, batch_format="pyarrow", batch_size=None
    )  # whole blocks: few processes to start
    parsed.write_parquet(sys.argv[2])
