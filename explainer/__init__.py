"""One article in, a lesson out in which every statement shows the words it rests on."""

__version__ = "0.1.0"
