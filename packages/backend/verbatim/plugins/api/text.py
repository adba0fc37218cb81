"""Text of people, and words to search it by."""

from verbatim.core.letters import fold
from verbatim.core.text import OneLine, Storable
from verbatim.core.words import every_word, folded, folded_of, folded_text, keep_folded, stale_names, words_of

__all__ = [
    "OneLine",
    "Storable",
    "every_word",
    "fold",
    "folded",
    "folded_of",
    "folded_text",
    "keep_folded",
    "stale_names",
    "words_of",
]
