"""The OpenAPI interface."""
