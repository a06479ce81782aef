"""What somebody drew by hand → what it says: an SOP's header, boxes, lanes, steps and flow.

Readers fill one model (`model`): panels with cells, symbols, lines and texts. One interpreter reads it, whatever it
came from: `table` finds the flow table, `identity` the header and boxes, `pieces` what is one line, `ends` where lines
begin and end, `flow` which step leads to which, `chart` puts them together, `spec_text` writes the spec. What is not
certain is a `Doubt`, with its place.
"""
