from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(f"index.{p.stem}" for p in (ROOT / "index").glob("*.py") if p.stem != "__init__")
HOMES = {
    "chromadb": {"chroma"},
    "onnxruntime": {"onnx_model"},
    "sentence_transformers": {"reference"},
    "tokenizers": {"onnx_model"},
    "transformers": {"reference"},
    "torch": {"reference", "teaching", "turning"},
    "Stemmer": {"lexical"},
    "langchain_core": {"langchain_retriever"},
    "filelock": {"layout"},
}


def test_importing_everything_loads_nothing_heavy_and_prints_nothing() -> None:
    heavy = "torch onnxruntime tokenizers sentence_transformers transformers chromadb langchain_core langchain bm25s numpy Stemmer"
    code = (
        f"import importlib, sys\n"
        f"for name in ['index', *{MODULES!r}]: importlib.import_module(name)\n"
        f"print([m for m in {heavy.split()!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("[]\n", "", 0)


def test_each_library_has_one_home() -> None:
    found: dict[str, set[str]] = {}
    for path in (ROOT / "index").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            else:
                continue
            for name in names:
                found.setdefault(name.split(".")[0], set()).add(path.stem)
    assert {library: found.get(library) for library in HOMES} == HOMES
    assert not {"assistant", "evals", "streamlit"} & set(found)
