"""The desk, the public site and the API: load through access, call one act, render."""
