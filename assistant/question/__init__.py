"""Reading a question: what it wants, what it names, what it is about."""
