"""The papers that follow from SOPs, as plain data: what they say, in blocks; no places, no files."""
