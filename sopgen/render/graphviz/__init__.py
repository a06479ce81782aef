"""Scene in, Graphviz out: the flowchart and the map as DOT, and as the picture that an engine makes of it."""
