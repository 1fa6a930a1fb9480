"""Other ways to build such a program, asked the same questions over the same documents."""
