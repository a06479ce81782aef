"""One rule, one file; the file's docstring is the rule's page (`sopgen explain`, docs/rules/)."""
