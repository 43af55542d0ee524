"""The pages of what is decided, one file each."""
