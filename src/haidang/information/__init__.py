"""Wing 1: the path of information, from a public source to a correction that reaches every reader."""
