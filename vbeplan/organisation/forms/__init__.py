"""Forms pick fields; the rules stand on the models."""
