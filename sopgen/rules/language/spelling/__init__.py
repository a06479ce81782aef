"""Spelling: what KBBI writes otherwise, and words of no dictionary that are a slip away from one of its own."""
