"""Verbatim: self-hosted transcription. The open core."""

__version__: str


def __getattr__(name: str) -> str:
    """Look the version up when somebody asks for it: what reads the metadata takes longer than most commands."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - see above

    try:
        return version("verbatim-backend")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0.0.0"
