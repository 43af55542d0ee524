"""The local picture: sources, enkät, statistics, summaries and findings.

Its place in the order is laid: it reads `blanketter` and must not know the plan.
"""
