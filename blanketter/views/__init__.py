"""One file per noun; each view loads, asks the form, does one verb, redirects."""
