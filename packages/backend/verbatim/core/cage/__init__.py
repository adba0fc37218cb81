"""Reading foreign files in a cage: each in a process of its own, with limits, that can reach nothing but the file.

A decoder that meets a file made to hurt it can take all memory, never end, or be taken over. In the cage that costs one
small process: `Cage.run` answers with a named error, and the server goes on.
"""

from verbatim.core.cage.errors import CageError, Crashed, ForeignFileError, LimitExceeded
from verbatim.core.cage.file import ForeignFile
from verbatim.core.cage.limits import Limits
from verbatim.core.cage.pool import Cage
from verbatim.core.cage.stream import stream

__all__ = ["Cage", "CageError", "Crashed", "ForeignFile", "ForeignFileError", "LimitExceeded", "Limits", "stream"]
