"""``assistant models``: which language model is configured, whether it answers, and where text would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli import output
from assistant.cli.answering import MODEL_HELP, chosen
from assistant.cli.progress import Waiting

if TYPE_CHECKING:
    from assistant.models.settings import ModelSettings
    from assistant.models.trying import Tried

_HELP = """Show the language model that explains quotes, try it, and say where the text would go.

Without a model, answers are quotes alone and nothing leaves this computer. A model is chosen by one setting:

\b
  export ASSISTANT_MODEL=ollama:llama3.2
  export ASSISTANT_MODEL=anthropic:claude-sonnet-4-5          (key in ANTHROPIC_API_KEY)
  export ASSISTANT_MODEL=openai:gpt-4.1-mini                  (key in OPENAI_API_KEY)
  export ASSISTANT_MODEL=openai:any ASSISTANT_MODEL_URL=http://127.0.0.1:8080/v1
                                                  (llama.cpp, vLLM and the like)

The exit status is 1 where a model is configured and does not answer.
"""


@click.command(help=_HELP, short_help="Show and try the language model.")
@click.option("--model", metavar="NAME", help=MODEL_HELP)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def models(model: str | None, as_json: bool) -> None:
    settings = chosen(model)
    if settings is None:
        _show_none(as_json)
        return
    from assistant.models.trying import try_model

    with Waiting(f"Asking {settings.name} …"):
        tried = try_model(settings)
    _show(settings, tried, as_json)
    if tried.problem:
        raise tried.problem


def _show_none(as_json: bool) -> None:
    from assistant.models.settings import MODEL_VARIABLE

    if as_json:
        output.write(output.json_line({"model": None, "answers": None, "local": True, "host": None}))
        return
    output.write("No language model is configured: answers are quotes, and nothing leaves this computer.")
    output.write(f"To have quotes explained: export {MODEL_VARIABLE}=ollama:llama3.2")


def _show(settings: ModelSettings, tried: Tried, as_json: bool) -> None:
    from assistant.models.prompts import EXPLAIN, load_prompt
    from assistant.models.settings import where_text_goes

    goes = where_text_goes(settings)
    prompt = load_prompt(EXPLAIN).version
    if as_json:
        told = {
            "model": settings.name,
            "address": settings.shown_address,
            "answers": tried.problem is None,
            "seconds": round(tried.seconds, 3),
            "local": goes.local,
            "host": goes.host,
            "prompt": prompt,
        }
        output.write(output.json_line(told))
        return
    output.show_table(
        ("setting", "value"),
        (
            ("model", settings.name),
            ("address", settings.shown_address or "the provider's own"),
            ("answers", "no" if tried.problem else f"yes, in {tried.seconds:.1f} s"),
            ("leaves this computer", "no" if goes.local else "yes"),
            ("prompt", prompt),
        ),
    )
    output.write("\n" + goes.line)
