"""Many SOPs in, what holds between them out: which SOP names which. Pure, and about no file."""
