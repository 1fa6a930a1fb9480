from __future__ import annotations

from pathlib import Path

import pytest

import index.settings
from index.settings import IndexSettings, default_home


def test_beside_the_nearest_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    module = tmp_path / "src" / "index" / "settings.py"
    assert default_home(module) == tmp_path / ".assistant"


def test_in_the_users_home_where_there_is_no_project(tmp_path: Path) -> None:
    assert default_home(tmp_path / "site-packages" / "index" / "settings.py") == Path.home() / ".assistant"


def test_the_default_does_not_depend_on_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = IndexSettings.from_environment({})
    assert settings.home == default_home(Path(index.settings.__file__))
    assert settings.location == settings.home / "index"
    assert settings.model is None


def test_the_environment_decides(tmp_path: Path) -> None:
    settings = IndexSettings.from_environment(
        {"ASSISTANT_HOME": str(tmp_path), "ASSISTANT_EMBEDDING_MODEL": "~/models/e5"}
    )
    assert settings.location == tmp_path / "index"
    assert settings.model == Path.home() / "models" / "e5"


def test_blank_is_unset() -> None:
    assert IndexSettings.from_environment({"ASSISTANT_HOME": " ", "ASSISTANT_EMBEDDING_MODEL": ""}) == (
        IndexSettings.from_environment({})
    )
