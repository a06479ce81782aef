"""Drawing rules: a workbook that sopgen wrote and somebody edited → findings. One rule a file, `check(chart)` each."""
