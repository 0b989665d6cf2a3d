"""Ground floor: net, vault, record, lease, calendar and state tables."""
