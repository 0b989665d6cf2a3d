"""Figures, each with a definition, a unit and one query; dashboards read only these."""
