"""Roof: the plan as a document, on paper and as a preview of the paper."""
