"""Every error that Citewire raises for a user: what is wrong, and what to do about it.

    CitewireError
    |- SourceUnreadable   one file cannot be taken in (the others still are)
    |- NothingToIndex     the paths given hold no file at all
    |- IndexMissing       no index in that folder
    |- IndexForeign       the folder holds something that Citewire did not write
    |- IndexDamaged       the truth itself cannot be read
    |- IndexBusy          another process is writing
    |- StorageFull        no room left on the disk
    |- ModelUnusable      the embedding model is absent, altered or of the wrong kind
    |- ArticleMissing     no article of that id in the index
    |- InvalidRequest     a question, limit or filter that cannot be used
    `- ServerUnavailable  the address is taken, or cannot be listened on

The faces (terminal, HTTP, chat) catch `CitewireError` and nothing narrower.
"""


class CitewireError(Exception):
    """An error made for a user: a ``problem`` and a ``remedy``, each one sentence."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


class SourceUnreadable(CitewireError):
    """A file that cannot be taken in; the run goes on without it."""


class NothingToIndex(CitewireError):
    """None of the paths given holds a file."""


class IndexMissing(CitewireError):
    """The folder holds no index."""


class IndexForeign(CitewireError):
    """The folder, or the database in it, was not written by this version of Citewire."""


class IndexDamaged(CitewireError):
    """The index's truth cannot be read, so nothing can be rebuilt from it."""


class IndexBusy(CitewireError):
    """Another process holds the writer's lock."""


class StorageFull(CitewireError):
    """The disk has no room; what was published before is untouched."""


class ModelUnusable(CitewireError):
    """The embedding model cannot be used."""


class ArticleMissing(CitewireError):
    """The index holds no such article, or no more."""


class InvalidRequest(CitewireError):
    """A question, a limit or a filter that cannot be used as it is."""


class ServerUnavailable(CitewireError):
    """The server cannot listen where it was told to."""
