"""Periodic reports and official documents, drawn from everything above."""
