"""How work in the child fails, in the parent's words."""


class ParseFailed(Exception):
    """The work did not end well: `code` for programs, `str()` is one sentence for people."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence
