"""Legal documents, validity watch, reviews and opinions on drafts."""
