"""sopgen: structured SOP specs to official Indonesian SOP AP documents."""

__version__ = "0.1.0"
