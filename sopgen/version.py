"""The version of sopgen, where all rooms may read it: the package itself imports the pipeline for its API."""

__version__ = "0.1.0"
