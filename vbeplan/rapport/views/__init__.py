"""The pages of the document and of what is decided, one file each."""
