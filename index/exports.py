"""The folder of exported models: each made once from the weights, proved against the reference, then only read.

An export is named after the SHA-256 of its weights. It appears whole, by one renaming. A model that cannot be
exported leaves a note with the reason, so that this is tried again only with other versions of the libraries.
"""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import one_line
from index.onnx_model import GRAPH, TOKENIZER, WEIGHTS, OnnxModel, optimise, runtime_version
from index.reference import Reference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Raised whenever the making of exports changes, so that those made before are made anew.
EXPORT_VERSION = 1
#: The least cosine that the vectors of export and reference may have.
LEAST_COSINE = 0.9999
_ABOUT, _REFUSED = "export.json", "refused.json"
_TRIAL = "Children's services: “by July 2012”, 5 of 15."
_TRIALS = ["", "5", _TRIAL, "The roads need mending. " * 200, "道路 🚲 straße", "and when?"]


class NotExported(Exception):
    """The model has no export and cannot get one; the message says why."""


@dataclass(frozen=True, slots=True)
class _About:
    """What an export was made with, and what shows that it is whole."""

    version: int
    onnxruntime: str
    inputs: tuple[str, ...]
    sizes: dict[str, int]
    """File name to bytes."""
    trial: list[float]
    """The vector of a fixed text."""


def load_export(folder: Path, digest: str) -> OnnxModel | None:
    """The export of the weights with this SHA-256; None where there is none that is whole and up to date."""
    at = folder / digest[:16]
    try:
        about = _About(**json.loads((at / _ABOUT).read_text(encoding="utf-8")))
        if (about.version, about.onnxruntime) != (EXPORT_VERSION, runtime_version()):
            return None
        if about.sizes != _sizes(at):
            return None
        model = OnnxModel(at, about.inputs)
        return model if _agree(model.embed([_TRIAL]), [about.trial]) else None
    except Exception:  # whatever the libraries make of damaged files: the export is made anew
        return None


def make_export(folder: Path, digest: str, reference: Callable[[], Reference]) -> OnnxModel:
    """Export a model and put the export in its place.

    Args:
        folder: of all exports; made where it is missing.
        digest: SHA-256 of the weights.
        reference: loads the model; not called where the export is known to fail.

    Raises:
        NotExported: the model cannot be exported, its export gives other vectors, or the disk does not take it.
    """
    at = folder / digest[:16]
    versions = {name: version(name) for name in ("torch", "transformers", "onnx", "onnxruntime")}
    if reason := _known_to_fail(at, versions):
        raise NotExported(reason)
    model = reference()
    work = folder / f"{at.name}.{uuid.uuid4().hex[:8]}"
    try:
        work.mkdir(parents=True)
        reason = _write_or_say_why_not(work, model, versions)
        shutil.rmtree(at, ignore_errors=True)
        work.rename(at)
    except OSError as error:
        reason = f"{folder} does not take it: {one_line(error)}"
    finally:
        shutil.rmtree(work, ignore_errors=True)
    made = load_export(folder, digest)  # where the renaming failed, another process was first
    if made is None:
        raise NotExported(reason or "what was written cannot be read")
    return made


def _write_or_say_why_not(work: Path, reference: Reference, versions: dict[str, str]) -> str | None:
    try:
        _write(work, reference)
    except OSError:
        raise
    except Exception as error:
        reason = one_line(error)[:200]
        note = {"version": EXPORT_VERSION, "versions": versions, "reason": reason}
        (work / _REFUSED).write_text(json.dumps(note), encoding="utf-8")
        return reason
    return None


def _write(work: Path, reference: Reference) -> None:
    graph = work / "traced.onnx"
    inputs = reference.export(graph, work / TOKENIZER)
    optimise(graph, work)
    graph.unlink()
    model, expected = OnnxModel(work, inputs), reference.embed(_TRIALS)
    if not _agree(model.embed(_TRIALS), expected):
        raise ValueError("the exported graph gives other vectors")
    about = _About(
        version=EXPORT_VERSION,
        onnxruntime=runtime_version(),
        inputs=inputs,
        sizes=_sizes(work),
        trial=model.embed([_TRIAL])[0].tolist(),
    )
    (work / _ABOUT).write_text(json.dumps(asdict(about)), encoding="utf-8")


def _known_to_fail(at: Path, versions: dict[str, str]) -> str | None:
    try:
        note = json.loads((at / _REFUSED).read_text(encoding="utf-8"))
        known = (note["version"], note["versions"]) == (EXPORT_VERSION, versions)
        return str(note["reason"]) if known else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _sizes(at: Path) -> dict[str, int]:
    return {name: (at / name).stat().st_size for name in (GRAPH, WEIGHTS, TOKENIZER)}


def _agree(some: NDArray[np.float32], others: NDArray[np.float32] | list[list[float]]) -> bool:
    import numpy as np

    other = np.asarray(others, dtype=np.float32)
    return some.shape == other.shape and bool(((some * other).sum(axis=1) >= LEAST_COSINE).all())
