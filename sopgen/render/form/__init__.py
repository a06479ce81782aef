"""A spec's data (or none) → the form to fill in: the workbook that `sopgen.intake.form` reads."""
