"""Bytes become text by byte order mark, declaration, UTF-8 and windows-1252, in that order."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.readers.decode import decode


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (codecs.BOM_UTF8 + "Möwe".encode(), "Möwe"),
        (codecs.BOM_UTF16_LE + "Möwe".encode("utf-16-le"), "Möwe"),
        (b'<meta charset="iso-8859-2">' + "Łódź".encode("iso-8859-2"), '<meta charset="iso-8859-2">Łódź'),
        ("Möwe".encode(), "Möwe"),
        ("“Möwe”".encode("cp1252"), "“Möwe”"),
    ],
)
def test_each_way_of_telling_the_charset_is_heard(source, text):
    assert decode(source) == (text, None)


def test_latin_1_is_read_as_browsers_read_it():
    assert decode(b'<meta charset="latin1">\x93so\x94')[0].endswith("“so”")


def test_a_wrong_declaration_gives_way_to_valid_utf_8_and_is_reported():
    text, problem = decode(b'<meta charset="shift_jis">' + "“Zürich” ÿ".encode())
    assert text.endswith("“Zürich” ÿ")
    assert problem is not None
    assert "cp932" in problem


def test_spoilt_characters_are_counted():
    text, problem = decode(b'<meta charset="utf-8">one \xff two')
    assert text.endswith("two")
    assert problem == "1 characters are not valid utf-8"


def test_a_codec_that_is_no_charset_is_not_asked():
    assert decode(b'<meta charset="rot13">abc')[0] == '<meta charset="rot13">abc'


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(source):
    assert isinstance(decode(source)[0], str)
