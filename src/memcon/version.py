"""The version, which the package, the command line and the header of every file name."""

VERSION = "0.1.0"

RELEASES = ("0.1.0",)
"""Every version that has written files, this one the last."""
