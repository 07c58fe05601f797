"""Where one line of text holds two things: a copyright notice behind the last sentence, two notices run together.

A line is cut before the first sentence that opens a notice, and behind the last sentence that still belongs to it. Cuts are
made only where the words leave no doubt, and only at sentences' ends.
"""

import re
from collections.abc import Callable, Sequence

from newskit.evidence.line_phrases import WORD, Hit
from newskit.text.sentences import sentences

#: Kinds whose notices are appended to other text.
_NOTICES = frozenset({"copyright", "syndication", "newsletter", "subscribe"})
#: Kinds that may stand in the middle of a sentence of a notice.
_SURE = frozenset({"copyright"})
#: What a notice is opened by when it is not its words: “© 2023”, “(c) 2023”. Must not match “(c) the third clause”.
_MARK = re.compile(r"(?:©|\([cC]\) ?(?=\d{4}))")
#: Kinds whose links are set between sentences, a label before them.
_LINKS = frozenset({"read_more", "related"})
#: A label behind a sentence's end: matches “. Read more: ”; must not match “at 8:15. He said: ”, unless its words are known.
_LABEL = re.compile(r"""[.!?…][”"’»)]{0,2} (?=\w[\w’' ]{3,28}: )""")
#: The dateline of a report, up to its dash: “LONDON (Reuters) —”, “PARIS, May 3 (AFP) -”, “(CNN) —”.
#: Must not match “UNESCO — which”, “The mayor said —”.
_DATELINE = re.compile(
    r"""(?x)
    (?: [A-ZÀ-Ü][A-ZÀ-Ü.'’-]+ (?:[ ][A-ZÀ-Ü][A-ZÀ-Ü.'’-]+){0,3}       # the place in capitals: NEW YORK
        (?: ,[ ] [A-Z][\w.]{1,14} (?:[ ][A-Z][\w.]{1,14})? (?:[ ]\d{1,2})? ){0,2}   # “, Calif.”, “, May 3”
        (?: [ ]? \( [A-Z][\w /.,-]{1,29} \) )?                        # the agency
      | \( [A-Z][\w /.,-]{1,29} \)                                    # the agency alone
    )
    [ \u00a0]? (?: [–—] | --? (?=[ ]) ) [ \u00a0]*
    (?=["“„«‘']? [A-ZÀ-Ü0-9])                                         # a sentence begins
    """
)


def may_be_cut(text: str, hits: Sequence[Hit]) -> bool:
    """Whether a block can hold a notice among other text, by its text and the phrases in it."""
    if ": " in text and _LABEL.search(text):
        return True
    return "©" in text or "(c)" in text or "(C)" in text or (bool(hits) and any(hit.kind in _NOTICES for hit in hits))


def cuts(text: str, start: int, end: int, look_up: Callable[[Sequence[str]], list[Hit]]) -> list[tuple[int, int]]:
    """Cut one block into pieces where a notice begins or ends; a block without one is its own piece.

    Args:
        text: The text that offsets count in.
        start: Where the block begins.
        end: Where it ends.
        look_up: Finds the phrases in the words of a sentence.
    """
    pieces: list[tuple[int, int]] = []
    before = ""
    for first, last in sentences(text, start, end):
        notice = _notice(text[first:last], look_up)
        if notice == before and pieces:
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
        before = notice
    return pieces


def _notice(sentence: str, look_up: Callable[[Sequence[str]], list[Hit]]) -> str:
    """Name the kind of notice that a sentence is; empty where it is none."""
    if _MARK.match(sentence):
        return "copyright"
    label = WORD.findall(sentence.partition(":")[0][:40].lower()) if ": " in sentence else []
    links = (
        [hit.kind for hit in look_up(label) if hit.kind in _LINKS and hit.place == "whole"] if len(label) > 1 else []
    )
    if links:
        return links[0]
    hits = look_up(WORD.findall(sentence.lower()))
    kinds = [
        hit.kind for hit in hits if hit.kind in _SURE or (hit.kind in _NOTICES and hit.place in ("whole", "start"))
    ]
    return kinds[0] if kinds else ""


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Return where the dateline that opens a paragraph ends, behind its dash; None where there is none.

    >>> text = "LONDON (Reuters) — The bridge is open."
    >>> text[: dateline_end(text, 0, len(text))]
    'LONDON (Reuters) —'
    """
    match = _DATELINE.match(text, start, min(end, start + 90))
    return start + len(match[0].rstrip()) if match else None
