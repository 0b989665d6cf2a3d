"""Vietnamese sentences of our own, labelled twice: checkable or not and why, and how soon someone should check."""

from bench.sentences_vi.labels import Agreement, Label, Sentence, agreement, read_second_pass, read_sentences

__all__ = ["Agreement", "Label", "Sentence", "agreement", "read_second_pass", "read_sentences"]
