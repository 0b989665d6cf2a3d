"""What the claim benchmarks share: reading the sets, the figures of a ranked list, the peers."""
