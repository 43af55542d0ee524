"""The project: settings, addresses and the rooms that every app stands on."""

__version__ = "0.1.0"
