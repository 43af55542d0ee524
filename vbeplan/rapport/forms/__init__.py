"""What somebody says about what is sealed, one file each."""
