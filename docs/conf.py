"""How the documentation is built: `make docs`, every warning an error."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "journeykit"
author = "The journeykit authors"
project_copyright = "The journeykit authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "gallery", "generated", "notebooks", "pages", "pictures"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = "journeykit"
html_static_path = ["_static"]
html_css_files = ["pictures.css", "gallery.css"]

myst_enable_extensions = ["colon_fence", "deflist", "linkify"]
myst_heading_anchors = 3
smartquotes_action = "qe"  # quotes and ellipses; two hyphens stay an option

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_preserve_defaults = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
add_module_names = False

# What others document. No inventory is fetched: the build needs no network.
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(journeykit\.(comparison|measure|rules)\..*|FindingsError|Conformance|PersonaMatrix)",
    ),  # results, rules stand on pages of their own, made from the code
    (r"py:class", r"journeykit\.edit\._changing\.Book"),  # a type variable: portfolio or journey, the kind that was given
    (r"py:.*", r"(attr|attrs|cattrs|collections|datetime|decimal|hypothesis|matplotlib|os|pathlib|types|typing|yaml)(\..*)?"),
    (r"py:class", r"Axes"),  # matplotlib is loaded only where it is asked for, so its names stay short
]
