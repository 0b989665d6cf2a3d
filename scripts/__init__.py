"""Small tools behind the Makefile's targets; none of them is part of the product."""
