"""The desk: what a page with a form and live pages asks of the program. Plain data in, plain data and files out.

Both hosts of Meja SOP call it: a web worker that holds this program, and `sopgen edit`. It keeps nothing between two
questions, so that a worker that was ended and started again has lost nothing.
"""
