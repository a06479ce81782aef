"""What XLSX and DOCX share: a package of parts, its description, its seal, and the files it was made from."""
