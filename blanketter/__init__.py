"""The anonymous form, the routine, nil reports, the identity guard and retention.

Its place in the order is laid: it stands on `vbeplan.organisation` and knows neither
the picture nor the plan.
"""
