"""Helpers of the grouping figures: edits of texts, peers, B3."""
