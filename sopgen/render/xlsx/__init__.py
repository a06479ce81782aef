"""Document in, workbook out: the sheets "Identitas" and "Prosedur", their drawing, seal and source."""
