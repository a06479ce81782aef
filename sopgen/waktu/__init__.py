"""Texts of *waktu* in, working minutes out: what each says, and how long the main path takes."""
