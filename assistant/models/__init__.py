"""Language models behind the gate: prose beside the quotes, where a person configured a model for it."""
