"""One module for each thing that items ask about; each makes drafts from the records."""
