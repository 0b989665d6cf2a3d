"""A Claim becomes a Case and ends as a signed, contestable Review."""
