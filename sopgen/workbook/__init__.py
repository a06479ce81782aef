"""A workbook's bytes in, its sheets out: cells by place, native shapes with boxes, arrows with their ends.

For workbooks that sopgen wrote and somebody edited, in Excel or LibreOffice. Nothing here knows the writer, and what a
stranger may have put into the file does no harm: sizes are bounded, document types are refused. Lengths in points from
a sheet's top left corner.
"""
