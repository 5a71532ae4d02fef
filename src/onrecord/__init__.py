"""onrecord reads news reports and keeps the record: who did what to whom, when and where, who says so, and how firmly."""

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def __getattr__(name: str) -> object:
    """`onrecord.read`, imported only when it is used: importing onrecord alone stays cheap."""
    if name == "read":
        from onrecord.faces.api import read

        return read
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
