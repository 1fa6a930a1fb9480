"""Reading a set question clause by clause: what selects, what is left out, what only leads up to it."""
