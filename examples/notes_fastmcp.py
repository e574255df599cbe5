"""A notes server on fastmcp 4.

    mcp-inspect dev examples/notes_fastmcp.py

Over HTTP, with the Python that has fastmcp:

    python examples/notes_fastmcp.py --transport http
    mcp-inspect connect http://127.0.0.1:8000/mcp
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from typing import Annotated, Literal

from fastmcp import Context, FastMCP
from fastmcp.exceptions import ToolError
from pydantic import BaseModel, Field

Priority = Literal["low", "normal", "high"]


class Draft(BaseModel):
    """What a note is made from."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    body: str = ""
    tags: Annotated[list[str], Field(max_length=8)] = []
    priority: Priority = "normal"
    due: Annotated[date | None, Field(description="Day it is due; null for never")] = None


class Note(Draft):
    id: str


class Found(BaseModel):
    total: int
    notes: list[Note]


notes: dict[str, Note] = {}


def keep(draft: Draft) -> Note:
    note = Note(id=f"note-{len(notes) + 1}", **draft.model_dump())
    notes[note.id] = note
    return note


@asynccontextmanager
async def lifespan(server: FastMCP) -> AsyncIterator[None]:
    keep(Draft(title="Read the specification", tags=["mcp"], priority="high"))
    keep(Draft(title="Groceries", body="Bread, lentils, lemons.", tags=["home"]))
    yield
    notes.clear()


mcp = FastMCP("notes-fastmcp", version="1.0.0", instructions="Search before you create.", lifespan=lifespan)


@mcp.tool(annotations={"readOnlyHint": True})
def search_notes(query: str, tag: str | None = None, limit: Annotated[int, Field(ge=1, le=50)] = 10) -> Found:
    """Find notes by words in their title, body or tags."""
    words = query.lower()
    found = [
        note
        for note in notes.values()
        if (tag is None or tag in note.tags) and words in f"{note.title} {note.body} {' '.join(note.tags)}".lower()
    ]
    return Found(total=len(found), notes=found[:limit])


@mcp.tool
def create_note(draft: Draft) -> Note:
    """Keep a note and answer it with its id."""
    return keep(draft)


@mcp.tool
async def reindex(ctx: Context, steps: Annotated[int, Field(ge=1, le=1000)] = 20) -> str:
    """Rebuild the search index, slowly, telling how far it is."""
    try:
        for step in range(1, steps + 1):
            await asyncio.sleep(0.1)
            await ctx.report_progress(step, steps, f"Indexing part {step} of {steps}")
    except asyncio.CancelledError:
        print("reindex was cancelled", file=sys.stderr)
        raise
    return f"Indexed {len(notes)} notes."


@mcp.tool(annotations={"destructiveHint": True})
def delete_note(id: str) -> str:
    """Remove a note for good. Fails for an id that there is not."""
    if id not in notes:
        raise ToolError(f"There is no note {id}.")
    del notes[id]
    return f"Deleted {id}."


@mcp.resource("notes://tags", mime_type="application/json")
def tags() -> dict[str, int]:
    """How many notes carry each tag."""
    return Counter(tag for note in notes.values() for tag in note.tags)


@mcp.resource("notes://{id}", mime_type="text/markdown")
def read_note(id: str) -> str:
    """One note as Markdown."""
    note = notes[id]
    return f"# {note.title}\n\n{note.body}\n"


@mcp.prompt
def summarise(tag: str, style: str = "one sentence") -> str:
    """Ask for a summary of the notes with a tag."""
    bodies = "\n".join(f"- {note.title}: {note.body}" for note in notes.values() if tag in note.tags)
    return f"Summarise these notes in {style}:\n\n{bodies}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--transport", choices=["stdio", "http", "sse"], default="stdio")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--stateless", action="store_true", help="no sessions, and answers as plain JSON")
    options = parser.parse_args()
    if options.transport == "stdio":
        mcp.run()
    elif options.transport == "sse":
        mcp.run("sse", port=options.port)
    else:
        mcp.run("http", port=options.port, stateless_http=options.stateless, json_response=options.stateless)
