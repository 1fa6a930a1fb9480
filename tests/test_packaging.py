from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("corpus", "index", "assistant", "evals")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_folder_of_code_is_a_package_that_gets_installed(package: str) -> None:
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in sorted(folders) if not (f / "__init__.py").is_file()] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_that_is_no_code_gets_installed(package: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["*"]
    tops = {pattern.split("/")[0] for pattern in patterns}
    for path in (ROOT / package).rglob("*"):
        inside = path.relative_to(ROOT).parts
        if path.is_file() and path.suffix not in (".py", ".pyc") and "runs" not in inside:
            assert tops & set(inside[1:-1]), f"{path.relative_to(ROOT)} is in no folder named {sorted(tops)}"
