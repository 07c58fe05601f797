"""Holds what `newskit parse` gives with the example plugin against what it gives without: two JSON files."""

import json
import sys
from pathlib import Path

# newskit-corrections is installed here, but is not imported: the effect has to be in the data.
with_plugin, without = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:])

corrections = with_plugin["annotations"].get("newskit_corrections:Correction", [])
if [row["value"]["about"][:30] for row in corrections] != ["An earlier version of this rep"]:
    sys.exit(f"the annotation is not there: {with_plugin['annotations']}")

[start, end] = corrections[0]["value"]["span"]
labels = [block for block in with_plugin["blocks"] if (block["start"], block["end"]) == (start, end)]
if [(block["kind"], block["origin"]["plugin"]) for block in labels] != [("correction", "corrections")]:
    sys.exit(f"the label is not the plugin's: {labels}")

if without["annotations"] or any(block["origin"]["plugin"] == "corrections" for block in without["blocks"]):
    sys.exit("the plugin left something though it is disabled")
if with_plugin["text"] != without["text"] or with_plugin["quotes"] != without["quotes"]:
    sys.exit("the plugin changed what is not its own")
print("the plugin's annotation and label are there, and only where it is at work")
