"""Sop, flow, paper and setter in, the flow pages out: columns, cuts, charts, labels and tables."""
