"""Real items and real pages served over loopback, so that the collector meets what it will meet."""
