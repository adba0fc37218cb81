"""Text of people, and words to search it by."""

from verbatim.core.text import OneLine, Storable
from verbatim.core.words import every_word, words_of

__all__ = ["OneLine", "Storable", "every_word", "words_of"]
