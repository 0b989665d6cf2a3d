"""Wing 2: the office around the path of information."""
