"""Checks of organisations and of own channels, findings and remedies."""
