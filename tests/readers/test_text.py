from hypothesis import given

from newskit.readers.text import newskit_read
from newskit.testing.strategies import hostile_texts


def test_the_text_is_the_input():
    text = "\ufeff  Title \r\n\r\n\u201cWe won,\u201d she said.\n"
    assert newskit_read(text, "text", None).text == text


def test_lines_are_blocks_without_the_white_space_around_them():
    document = newskit_read("  One \n\n\tTwo", None, None)
    assert [block.span.of(document.text) for block in document.blocks] == ["One", "Two"]


def test_bytes_are_decoded_and_what_went_wrong_is_told():
    document = newskit_read("Caf\u00e9 in M\u00fcnchen".encode("cp1252"), "text", None)
    assert document.text == "Caf\u00e9 in M\u00fcnchen"


def test_the_language_is_guessed():
    assert (
        newskit_read(
            "Der Rat hat die Br\u00fccke gesperrt und wird sie im Mai wieder \u00f6ffnen.", "text", None
        ).language
        == "de"
    )


def test_another_format_is_left_to_others():
    assert newskit_read("One", "html", None) is None


@given(hostile_texts())
def test_any_text_is_read(text):
    assert newskit_read(text, None, None).text == text
