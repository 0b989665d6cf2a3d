"""Parts of the spotting figures: made queries, the naive scan, baselines."""
