"""Publications become Stories and Claims in a ranked queue, matched to what is known."""
