"""What an export says in words: headline, alt text, long description, caption, credits."""
