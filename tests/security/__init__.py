"""Attacks that docs/security.md names, each played by the front door."""
