"""What a sentence says of its dates: who does what, and whether it is done already."""

from corpus.statements.clauses import clause_of
from corpus.statements.lead_in import lead_in_actor
from corpus.statements.sentence import Clause

__all__ = ["Clause", "clause_of", "lead_in_actor"]
