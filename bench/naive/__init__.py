"""The stack that people glue together today: the peer of `haidang bench screening`. Imports nothing of the engine."""
