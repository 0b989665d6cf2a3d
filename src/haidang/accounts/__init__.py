"""Users, agencies, roles, sign-in; access.py is the only door to objects."""
