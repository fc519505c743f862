"""The tools of one build, laid out: who reads, who makes pages, what is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from galley.config import CONFIG_FILE
from galley.content_files import find_beside
from galley.execution.store import Store
from galley.findings import ContentError
from galley.html.pandoc import convert
from galley.html.reference_list import style_of
from galley.html.running_pandoc import RunningPandoc
from galley.overrides import stops_the_site
from galley.seen import SeenFiles
from galley.site.compressing import Packer
from galley.site.kept import KeptPages
from galley.site.kept_pictures import FOLDER as PICTURES
from galley.site.kept_pictures import KeptPictures
from galley.site.memo import Memo
from galley.site.pages import Desk, kept_by_key
from galley.site.press import Cache, Press
from galley.site.reading import Reader
from galley.site.rendering import page_renderer
from galley.site.request import BuildRequest
from galley.site.search import Indexing
from galley.site.search_index import find_indexer
from galley.site.site_maker import SiteMaker
from galley.site.works import read_works
from galley.workspace import Workspace


@dataclass(frozen=True)
class Workshop:
    """What the steps of a build share.

    Attributes
    ----------
    desk
        Decides what becomes of each page.
    maker
        Assembles the site.
    seen
        Digests of files on the disk.
    read, made, drawn, packed
        What earlier builds have found in articles, the pages they have made, the cards, and what
        they compressed.
    """

    workspace: Workspace
    store: Store
    request: BuildRequest
    desk: Desk
    maker: SiteMaker
    seen: SeenFiles
    read: Memo
    made: Memo
    drawn: Memo
    packed: Memo

    def forget_unused(self) -> None:
        """Let go of what was remembered of pages that are gone."""
        self.read.forget_unused()
        self.made.forget_unused()
        self.drawn.forget_unused()
        self.packed.forget_unused()

    def forget_pages(self) -> None:
        """Let go of every page that was made before."""
        self.made.forget_all()
        if self.maker.indexing is not None:
            self.maker.indexing.forget()


def lay_out_workshop(
    workspace: Workspace,
    store: Store,
    request: BuildRequest,
    *,
    seen: SeenFiles,
    program: str,
    pandoc: RunningPandoc,
) -> Workshop:
    """Lay out the tools.

    Parameters
    ----------
    program
        A digest of everything pages are made with: `galley.site.program.read_program`.

    Raises
    ------
    ContentError
        If a template or style sheet of the site's own is broken; what was published stays.
    """
    if stopping := list(filter(stops_the_site, workspace.findings)):
        raise ContentError(*stopping)
    works = read_works(workspace.bibliography)
    read, made, drawn = (Memo(store.root / name) for name in ("read", "made", "cards"))
    packed = Memo(store.root / "packed")
    kept = KeptPages(store.root / "pages", store.blobs)
    placed = works.with_lines(workspace.bibliography)
    reader = Reader(workspace, placed, read, seen, program, request.today.year)
    style = style_of(workspace.bibliography, workspace.config.citation_style)
    press = Press(
        render=page_renderer(partial(convert, pandoc), style),
        works=works,
        cache=Cache(made, store.blobs, program, style.citation_style, drawn),
        blobs=store.blobs,
        seen=seen,
        pictures=KeptPictures(Memo(store.root / PICTURES), store.blobs),
    )
    is_strict = request.strict or workspace.config.strict
    return Workshop(
        workspace=workspace,
        store=store,
        request=request,
        desk=Desk(reader, kept, kept_by_key(kept.read()), is_strict, request.today),
        maker=_maker(
            workspace,
            request,
            press,
            seen,
            indexed=Memo(store.root / "search"),
            packer=Packer(packed, store.blobs),
        ),
        seen=seen,
        read=read,
        made=made,
        drawn=drawn,
        packed=packed,
    )


def _maker(
    workspace: Workspace,
    request: BuildRequest,
    press: Press,
    seen: SeenFiles,
    *,
    indexed: Memo,
    packer: Packer,
) -> SiteMaker:
    return SiteMaker(
        config=workspace.config,
        today=request.today,
        press=press,
        find=find_beside(workspace.root, workspace.root),
        indexing=Indexing(find_indexer(), indexed),
        glossary=workspace.glossary,
        config_file=f"{workspace.name}/{CONFIG_FILE}" if workspace.name else CONFIG_FILE,
        look=workspace.look,
        static={file: seen.digest(file.path) for file in workspace.static},
        packer=packer if workspace.config.precompress else None,
    )
