"""A service SOP in, what its applicants are told out: who they are, what they meet, what the service promises.

Content alone: how it looks is `layout`'s. Nothing is assumed; what the spec does not say is empty here, too.
"""
