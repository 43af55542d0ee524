"""The form's questions from one version to the next. A code's meaning never changes."""
