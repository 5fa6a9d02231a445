"""/live: this process answers. /ready: it can do its work. Both are open to whoever supervises, and say no more."""

import asyncio
import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from db.migrate import find_revision
from db.session import describe_error

if TYPE_CHECKING:
    from worker.web.site import Desk

log = logging.getLogger(__name__)
FRESH = {"Cache-Control": "no-store"}
PATHS = """/live     this process answers
/ready    it can do its work, as JSON
/metrics  figures for Prometheus

Who reads news gets mail; how things stand is told by `galata status`.
"""


async def tell_paths(_request: Request) -> PlainTextResponse:
    """What there is, for who opens the address that `galata up` names."""
    return PlainTextResponse(PATHS, headers=FRESH)


async def tell_live(_request: Request) -> PlainTextResponse:
    """200 as long as the process answers. It asks nobody else: a database that is away is mended by no restart."""
    return PlainTextResponse("alive\n", headers=FRESH)


async def tell_ready(request: Request) -> JSONResponse:
    """200 when the database answers with the schema of this program, else 503. Without its broker Galata is degraded:
    readers are served, and nothing is lost."""
    desk: Desk = request.app.state.desk
    database, broker = await asyncio.gather(name_database(desk), name_broker(desk))
    ready = database == "well"
    word = "unready" if not ready else "degraded" if broker == "away" else "ready"
    return JSONResponse({"status": word, "database": database, "broker": broker}, 200 if ready else 503, FRESH)


async def name_database(desk: "Desk") -> str:
    """well, of another schema, or away."""
    try:
        revision = await desk.ask(lambda: find_revision(desk.runtime.database))
    except (SQLAlchemyError, TimeoutError) as error:
        log.warning("the database is away: %s", describe_error(error))
        return "away"
    return "well" if revision == desk.schema_head else "of another schema (run `galata migrate`)"


async def name_broker(desk: "Desk") -> str:
    """well, away, or another process's."""
    try:
        reachable = (await desk.ask(desk.read_broker)).reachable
    except TimeoutError:
        return "away"
    return {True: "well", False: "away", None: "in the memory of `galata up`"}[reachable]
