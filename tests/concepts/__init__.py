"""What the five articles behind the library ask for: each concept in words of our own, what carries it, and a function that exercises it.

`TABLE` is the page of concepts in the documentation, and a test each. Nothing here needs a test runner, for the documentation has none.
"""

from tests.concepts import article_000, article_001, article_001_people, article_001_work, article_002, article_003, article_004
from tests.concepts.concept import Concept, concepts_of

_ARTICLES = (article_000, article_001, article_001_people, article_001_work, article_002, article_003, article_004)
TABLE: tuple[Concept, ...] = tuple(one for module in _ARTICLES for one in concepts_of(module))
