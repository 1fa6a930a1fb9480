"""Words: cleaning, cutting, stemming, correcting and matching them."""
