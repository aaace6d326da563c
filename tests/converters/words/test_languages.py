"""In what language a text is."""

from __future__ import annotations

import pytest

from memcon.converters.words.languages import other_language

ENGLISH = "We have come to the island, and it is not what they said it was. He was in the harbour with us. "
GERMAN = "Wir sind auf der Insel, und sie ist nicht das, was man uns von ihr gesagt hat. Es ist auch kalt. "
RUSSIAN = "Мы были на острове, и это не то, что они нам о нём говорили. Но у нас есть вопросы, и вы их знаете. "
FRENCH = "Nous sommes dans l'île et ce n'est pas ce que l'on nous a dit. Il ne fait pas beau, et le port est vide. "


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (RUSSIAN, "ru"), (FRENCH, "fr"), (ENGLISH, "")])
def test_a_text_looks_like_its_language(text: str, language: str) -> None:
    assert other_language(text * 4, "en") == language
    assert other_language(text * 4, language or "en") == ""
    assert other_language(text, "en") == ""  # too short to tell


def test_english_in_a_file_of_another_language() -> None:
    assert other_language(ENGLISH * 4, "de") == "en"
    assert other_language(ENGLISH * 4, "xx") == ""
