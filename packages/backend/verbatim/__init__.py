"""Verbatim: self-hosted transcription. The open core."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("verbatim-backend")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0.0.0"
