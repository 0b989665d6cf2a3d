"""Vietnamese news-like pages of our own writing, labelled block by block: what no public set covers."""

from bench.pages_vi.pages import Page, build_pages
from bench.pages_vi.stories import Half, Story, read_stories

__all__ = ["Half", "Page", "Story", "build_pages", "read_stories"]
