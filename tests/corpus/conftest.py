"""Settings of the property tests: no limit on a single example, which a busy machine would break."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("corpus", deadline=None)
settings.load_profile("corpus")
