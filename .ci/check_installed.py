"""Uses newskit as a stranger has it who installed the wheel: run it away from the sources, with that environment's Python."""

import json
import sys
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import newskit

source = Path(newskit.__file__).parent
if not source.is_relative_to(sys.prefix):
    sys.exit(f"newskit is imported from {source}, not from {sys.prefix}")

for wanted in ("py.typed", "model/article.schema.json", "language/en.toml"):
    if not files("newskit").joinpath(wanted).is_file():
        sys.exit(f"the wheel lacks {wanted}")
json.loads(files("newskit").joinpath("model/article.schema.json").read_text(encoding="utf-8"))

licences = [path for path in distribution("newskit").files or () if path.name == "LICENSE"]
if not licences:
    sys.exit("the wheel lacks its licence")

article = newskit.parse(Path("bridge.txt").read_bytes())
if not (article.headline and article.body and article.boilerplate and article.quotes and article.speakers):
    sys.exit(f"the example article is not taken apart: {article!r}")
if newskit.Article.from_dict(json.loads(json.dumps(article.to_dict()))) != article:
    sys.exit("the example article does not survive JSON")
print(f"newskit {newskit.__version__} from {source}: {article!r}")
