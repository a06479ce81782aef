"""Texts of a spec → what they say: verbs, offices named, choices described, activities counted. Indonesian, by rule.

Words are recognised by their form, so that a text nobody has seen is judged like any other; the few lists hold
exceptions and closed classes, each with its reason.
"""
