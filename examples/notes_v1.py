"""A notes server on version 1 of the official SDK, where FastMCP was part of the package mcp.

    mcp-inspect dev examples/notes_v1.py

Over HTTP, with the Python that has mcp 1:

    python examples/notes_v1.py --transport http
    mcp-inspect connect http://127.0.0.1:8000/mcp
"""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from mcp.server.fastmcp import Context, FastMCP


@dataclass
class Note:
    id: str
    title: str
    body: str = ""
    tags: list[str] = field(default_factory=list)


notes = {
    note.id: note
    for note in (
        Note("note-1", "Read the specification", tags=["mcp"]),
        Note("note-2", "Groceries", "Bread, lentils, lemons.", ["home"]),
    )
}


@dataclass
class Desk:
    """What one client works at: version 1 runs the lifespan once per session."""

    searches: list[str] = field(default_factory=list)


@asynccontextmanager
async def lifespan(server: FastMCP) -> AsyncIterator[Desk]:
    desk = Desk()
    yield desk
    print(f"goodbye after {len(desk.searches)} searches", file=sys.stderr)


mcp = FastMCP("notes-v1", instructions="Search before you create.", lifespan=lifespan)


@mcp.tool()
def search_notes(query: str, ctx: Context) -> list[Note]:
    """Find notes by words in their title, body or tags."""
    ctx.request_context.lifespan_context.searches.append(query)
    words = query.lower()
    return [note for note in notes.values() if words in f"{note.title} {note.body} {' '.join(note.tags)}".lower()]


@mcp.tool()
def create_note(title: str, body: str = "", tags: list[str] = []) -> Note:
    """Keep a note and answer it with its id."""
    note = Note(f"note-{len(notes) + 1}", title, body, tags)
    notes[note.id] = note
    return note


@mcp.tool()
async def reindex(ctx: Context, steps: int = 20) -> str:
    """Rebuild the search index, slowly, telling how far it is."""
    try:
        for step in range(1, steps + 1):
            await asyncio.sleep(0.1)
            await ctx.report_progress(step, steps, f"Indexing part {step} of {steps}")
    except asyncio.CancelledError:
        print("reindex was cancelled", file=sys.stderr)
        raise
    return f"Indexed {len(notes)} notes."


@mcp.resource("notes://tags", mime_type="application/json")
def tags() -> dict[str, int]:
    """How many notes carry each tag."""
    return Counter(tag for note in notes.values() for tag in note.tags)


@mcp.resource("notes://{id}", mime_type="text/markdown")
def read_note(id: str) -> str:
    """One note as Markdown."""
    note = notes[id]
    return f"# {note.title}\n\n{note.body}\n"


@mcp.prompt()
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
    mcp.settings.port = options.port
    mcp.settings.stateless_http = mcp.settings.json_response = options.stateless
    mcp.run("streamable-http" if options.transport == "http" else options.transport)
