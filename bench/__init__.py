"""How fast, beside what: `python -m bench` prints medians and ratios, all taken in one run on one machine."""
