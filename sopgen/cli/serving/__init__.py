"""`sopgen edit`: a folder of specs and its page, served on this computer alone."""
