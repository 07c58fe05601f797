"""Parses the documents of a Parquet file with Spark on this machine.

usage: python run_spark.py IN OUT
"""

import os
import sys
from functools import partial
from pathlib import Path

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from troubled import parser

from newskit.arrow import SCHEMA, parse_batches

if __name__ == "__main__":
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.executorEnv.PYTHONPATH", str(Path(__file__).parent))
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    documents = spark.read.parquet(sys.argv[1]).repartition(4)
    parsed = documents.mapInArrow(partial(parse_batches, parser=parser, jobs=1), from_arrow_schema(SCHEMA))
    parsed.write.parquet(sys.argv[2])
    spark.stop()
