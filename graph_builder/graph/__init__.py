"""Facts as RDF: writing them, keeping them in a store, asking, checking and exporting them."""
