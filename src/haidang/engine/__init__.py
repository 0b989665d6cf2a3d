"""Pure and fast: values in, values out; no Django, no network, no clock, no files but its own tables."""
