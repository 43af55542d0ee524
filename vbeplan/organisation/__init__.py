"""Ground: who there is, what they may do, and the only place that answers it."""
