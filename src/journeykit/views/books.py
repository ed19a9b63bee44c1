"""A journey by itself or a whole portfolio: what views that take either ask of both."""

from journeykit.model import Journey, Library, Portfolio

Book = Journey | Portfolio


def journeys_in(book: Book) -> tuple[Journey, ...]:
    """Its journeys; a journey is its own only one."""
    return tuple(book.journeys) if isinstance(book, Portfolio) else (book,)


def library_of(book: Book) -> Library:
    """What its journeys share."""
    return book if isinstance(book, Portfolio) else book.library


def language_of(book: Book) -> str:
    """Its language (BCP 47), or that on which all its journeys agree; empty where they do not."""
    if isinstance(book, Journey) or book.lang:
        return (book.language if isinstance(book, Journey) else book.lang) or ""
    found = {one.language or "" for one in book.journeys}
    return found.pop() if len(found) == 1 else ""


def title_of(book: Book) -> str:
    """Its title; empty for a portfolio that has none."""
    return book.title or ""
