"""A notes server on version 2 of the official SDK (package mcp).

    mcp-inspect dev examples/notes_mcpserver.py

Over HTTP, with the Python that has mcp 2:

    python examples/notes_mcpserver.py --transport http
    mcp-inspect connect http://127.0.0.1:8000/mcp
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel, Field


class Note(BaseModel):
    id: str
    title: str
    body: str = ""
    tags: list[str] = []
    priority: Literal["low", "normal", "high"] = "normal"
    due: date | None = None


class Draft(BaseModel):
    """What a note is made from."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    body: str = ""
    tags: Annotated[list[str], Field(max_length=8)] = []
    priority: Literal["low", "normal", "high"] = "normal"
    due: Annotated[date | None, Field(description="Day it is due; null for never")] = None


class Found(BaseModel):
    total: int
    notes: list[Note]


@dataclass
class Notebook:
    """What lives as long as the server: in a real one, a connection to a database."""

    notes: dict[str, Note] = field(default_factory=dict)

    def add(self, draft: Draft) -> Note:
        note = Note(id=f"note-{len(self.notes) + 1}", **draft.model_dump())
        self.notes[note.id] = note
        return note


notebook = Notebook()


@asynccontextmanager
async def lifespan(server: MCPServer) -> AsyncIterator[Notebook]:
    notebook.add(Draft(title="Read the specification", tags=["mcp"], priority="high"))
    notebook.add(Draft(title="Groceries", body="Bread, lentils, lemons.", tags=["home"]))
    yield notebook
    notebook.notes.clear()


mcp = MCPServer("notes", version="1.0.0", instructions="Search before you create.", lifespan=lifespan)


@mcp.tool()
def search_notes(query: str, tag: str | None = None, limit: Annotated[int, Field(ge=1, le=50)] = 10) -> Found:
    """Find notes by words in their title, body or tags."""
    words = query.lower()
    found = [
        note
        for note in notebook.notes.values()
        if (tag is None or tag in note.tags) and words in f"{note.title} {note.body} {' '.join(note.tags)}".lower()
    ]
    return Found(total=len(found), notes=found[:limit])


@mcp.tool()
def create_note(draft: Draft) -> Note:
    """Keep a note and answer it with its id."""
    return notebook.add(draft)


@mcp.tool()
async def reindex(ctx: Context[Notebook], steps: Annotated[int, Field(ge=1, le=1000)] = 20) -> str:
    """Rebuild the search index, slowly, telling how far it is."""
    try:
        for step in range(1, steps + 1):
            await asyncio.sleep(0.1)
            await ctx.report_progress(step, steps, f"Indexing part {step} of {steps}")
    except asyncio.CancelledError:
        print("reindex was cancelled", file=sys.stderr)
        raise
    return f"Indexed {len(ctx.request_context.lifespan_context.notes)} notes."


@mcp.tool()
def delete_note(id: str) -> str:
    """Remove a note for good. Fails for an id that there is not."""
    if id not in notebook.notes:
        raise ToolError(f"There is no note {id}.")
    del notebook.notes[id]
    return f"Deleted {id}."


@mcp.resource("notes://tags", mime_type="application/json")
def tags() -> dict[str, int]:
    """How many notes carry each tag."""
    return Counter(tag for note in notebook.notes.values() for tag in note.tags)


@mcp.resource("notes://{id}", mime_type="text/markdown")
def read_note(id: str) -> str:
    """One note as Markdown."""
    note = notebook.notes[id]
    return f"# {note.title}\n\n{note.body}\n"


@mcp.prompt()
def summarise(tag: str, style: str = "one sentence") -> str:
    """Ask for a summary of the notes with a tag."""
    bodies = "\n".join(f"- {note.title}: {note.body}" for note in notebook.notes.values() if tag in note.tags)
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
        mcp.run("streamable-http", port=options.port, stateless_http=options.stateless, json_response=options.stateless)
