"""Bytes to text, for every reader: byte order mark, declared charset, UTF-8, windows-1252, in that order.

No guessing by letter frequencies: detectors are slow, and wrong on short texts more often than these four steps are.
"""

import codecs
import re

#: Byte order marks and the codecs that they stand for; the longer first, since UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: A declaration has to stand this near to the start, in bytes. Browsers look at 1024; scripts before it are common.
_NEAR = 4096

# Matches `<meta charset="utf-8">`, `content="text/html; charset=utf-8"` and `<?xml version="1.0" encoding="utf-8"?>`;
# must not match `<p>charset=utf-8</p>`.
_DECLARED = re.compile(rb"""(?ix) < (?: meta \b [^<>]{0,200}? charset | \?xml \b [^<>]{0,100}? encoding )
                            [ \t\r\n]{0,8} = [ \t\r\n]{0,8} ["']? ([a-z0-9_:.-]{2,40})""")

#: What pages say against what they mean: a browser takes Latin-1 and its kin for the code pages that extend them.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}

#: Labels of the web that Python does not know.
_ALIASES = {"x-sjis": "cp932", "windows-874": "cp874", "x-mac-cyrillic": "mac-cyrillic", "x-gbk": "gb18030"}

#: Charsets of text that a page may declare; Python knows codecs, such as base64, that are none.
_CHARSETS = frozenset(
    {
        "utf-8",
        "gb18030",
        "big5",
        "big5hkscs",
        "cp932",
        "euc_jp",
        "iso2022_jp",
        "cp949",
        "cp874",
        "cp866",
        "koi8-r",
        "koi8-u",
    }
    | {f"cp125{digit}" for digit in range(9)}
    | {f"iso8859-{number}" for number in range(2, 17)}
    | {"mac-roman", "mac-cyrillic"}
)


def decode(source: str | bytes) -> tuple[str, str | None]:
    r"""Turn a source into text.

    Returns:
        The text, and what went wrong, in words; None where nothing did. A str is given back as it is.

    >>> decode("caf\u00e9".encode("windows-1252"))
    ('café', None)
    >>> decode('<meta charset="koi8-r">мир'.encode("koi8-r"))[0]
    '<meta charset="koi8-r">мир'
    """
    if isinstance(source, str):
        return source, None
    for mark, charset in _MARKS:
        if source.startswith(mark):
            return _forgiving(source[len(mark) :], charset)
    declared = _declared(source)
    if declared:
        text = _strict(source, declared)
        if text is not None:
            return text, None
    text = _strict(source, "utf-8")
    if text is not None:
        return text, f"declared as {declared}, which it is not; read as utf-8" if declared else None
    if declared:
        return _forgiving(source, declared)
    return _western(source), None


def _declared(source: bytes) -> str | None:
    """The codec that a page declares; None where it declares none, or one that is none of text."""
    found = _DECLARED.search(source, 0, _NEAR)
    if not found:
        return None
    try:
        label = found.group(1).decode("ascii").lower()
        name = codecs.lookup(_ALIASES.get(label, label)).name
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if name in _CHARSETS else None


def _strict(source: bytes, charset: str) -> str | None:
    if charset == "cp1252":
        return _western(source)
    try:
        return source.decode(charset)
    except UnicodeDecodeError:
        return None


def _forgiving(source: bytes, charset: str) -> tuple[str, str | None]:
    text = source.decode(charset, "replace")
    spoilt = text.count("\N{REPLACEMENT CHARACTER}")
    return text, f"{spoilt} characters are not valid {charset}" if spoilt else None


def _western(source: bytes) -> str:
    """Decode windows-1252 as browsers do: its five holes stand for the control characters of the same number."""
    try:
        return source.decode("cp1252")
    except UnicodeDecodeError:
        holes = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
        return source.decode("latin-1").translate(_CP1252 | holes)


_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
