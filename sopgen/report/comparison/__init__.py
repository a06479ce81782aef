"""What was read of an old SOP, beside what was drawn: one HTML page, or JSON."""
