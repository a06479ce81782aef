"""Diagnostics -> texts for people and machines, one format a file."""
