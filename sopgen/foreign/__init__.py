"""Files from anywhere in, their bytes, parts and trees out, bounded: whoever reads a file reads it through here."""
