"""The rules of the house, one small file each. Every rule shows that it can fail."""
