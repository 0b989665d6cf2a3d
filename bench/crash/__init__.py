"""Kill the worker and the server again and again, and see what an acknowledged act is worth."""
