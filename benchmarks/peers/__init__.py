"""Other routers, given the places of the symbols as sopgen drew them."""
