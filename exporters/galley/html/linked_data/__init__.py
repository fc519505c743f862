"""What search engines are told of a page in the words of schema.org, as JSON-LD. Pure."""

from galley.html.linked_data.articles import ArticleFacts, article_data
from galley.html.linked_data.lists import home_data, list_data, person_data
from galley.html.linked_data.nodes import linked_data, with_linked_data
from galley.html.linked_data.works import CitedWork, cited_works

__all__ = [
    "ArticleFacts",
    "CitedWork",
    "article_data",
    "cited_works",
    "home_data",
    "linked_data",
    "list_data",
    "person_data",
    "with_linked_data",
]
