"""Partners, delegations, agreements, aid projects and investment leads."""
