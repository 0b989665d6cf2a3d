"""Our own stories: plan, item, editions, approval, publication, deliveries, correction."""
