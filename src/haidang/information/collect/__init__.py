"""A public source becomes stored Publications with their Captures."""
