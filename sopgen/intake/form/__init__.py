"""The form: a spec in a workbook for filling in. Cells → the tree that a text of YAML would give, places as cells.

`words` says what its sheets and columns are called, `reading` makes the tree, `leftovers` what no cell can hold.
"""
