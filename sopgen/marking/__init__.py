"""Document and findings in, a marked copy out: a ring and the rule's code at each finding's place, and a legend.

`places` finds where on the drawn page a finding sits, `obstacles` what stands there already, `badges` puts the codes
where they cover nothing, `legend` says in words what the rings point at; `copy` puts them together. Lengths in points.
"""
