"""Why a question is not answered: each reason is judged here, and told."""
