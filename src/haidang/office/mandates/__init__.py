"""Directing documents, clauses, tasks, lead and cooperating agencies, progress and deadlines."""
