"""Reads JSON-LD as pages have it: in arrays and graphs, wrapped in comments, with bare line breaks, with entities."""

import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any, Final

#: Objects beyond this many tell nothing of the article.
_MOST: Final = 500

# What is put around JSON to hide it from old browsers: <!-- … -->, //<![CDATA[ … //]]>, and a final semicolon.
_WRAPPING = re.compile(r"(?x) \A \s*+ (?: <!-- | (?:/[/*]\s{0,3})? <!\[CDATA\[ (?:\s{0,3}\*/)? )")
_WRAPPED_END = re.compile(r"(?x) (?: --> | (?:/[/*]\s{0,3})? \]\]> (?:\s{0,3}\*/)? | ; ) \s{0,20} \Z")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")


def json_ld_objects(scripts: Iterable[str]) -> tuple[dict[str, Any], ...]:
    """Parse scripts into their objects, those in arrays and graphs one by one; what cannot be read is left out."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        waiting = [_loads(script)]
        while waiting and len(found) < _MOST:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                graph = value.get("@graph")
                if isinstance(graph, list | dict):
                    waiting.append(graph)
                if not isinstance(graph, list | dict) or len(value) > 2:
                    found.append({key: _plain(said) for key, said in value.items()})
                inner = (value.get(key) for key in ("mainEntity", "mainEntityOfPage"))
                waiting.extend(item for item in inner if isinstance(item, dict | list))
    return tuple(found)


def _plain(value: Any) -> Any:
    """Resolve the entities that pages wrongly write inside JSON."""
    return unescape(value) if isinstance(value, str) and "&" in value else value


def _loads(script: str) -> Any:
    """Parse one script, mended where it is broken in a usual way; None where it cannot be read."""
    for mend in (_as_it_is, _unwrapped, _without_trailing_commas):
        script = mend(script)
        try:
            return _DECODER.decode(script)
        except ValueError:
            pass
        except RecursionError:
            return None
    try:
        return _DECODER.raw_decode(script)[0]  # something stands behind the object
    except (ValueError, RecursionError):
        return None


_DECODER = json.JSONDecoder(strict=False)  # line breaks inside strings are the commonest mistake


def _as_it_is(script: str) -> str:
    return script.strip()


def _unwrapped(script: str) -> str:
    return _WRAPPED_END.sub("", _WRAPPING.sub("", script)).strip()


def _without_trailing_commas(script: str) -> str:
    return _TRAILING_COMMA.sub("", script)
