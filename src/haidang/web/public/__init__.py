"""Pages of the readers."""
