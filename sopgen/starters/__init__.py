"""Answers to six questions → the data of a sound SOP of one of the regulation's patterns (slides 56-62)."""
