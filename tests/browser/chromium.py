"""One start of headless Chromium: a page in, the document after its scripts out."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["axe_source", "document_after_scripts", "missing", "missing_axe"]

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # containers give it 64 MB
    "--force-device-scale-factor=1",
    "--window-size=1600,1200",
    "--virtual-time-budget=100000",  # the document is given out when nothing is left to do, not when this has passed
)
_SECONDS = 240


def _chromium() -> str | None:
    asked = os.environ.get("JOURNEYKIT_CHROMIUM")
    return asked or next((path for name in _NAMES if (path := shutil.which(name))), None)


def missing() -> str | None:
    """Why nothing can be measured here, or None where it can."""
    return None if _chromium() else "no chromium on PATH (Debian: apt-get install chromium; or set JOURNEYKIT_CHROMIUM)"


def missing_axe() -> str | None:
    """Why the accessibility audit cannot run here, or None where it can."""
    path = os.environ.get("JOURNEYKIT_AXE")
    if not path:
        return "JOURNEYKIT_AXE does not name axe.min.js (npm install axe-core)"
    return None if Path(path).is_file() else f"JOURNEYKIT_AXE names {path}, which is not there"


def axe_source() -> str | None:
    """The text of axe-core, or None where it is not at hand."""
    return None if missing_axe() else Path(os.environ["JOURNEYKIT_AXE"]).read_text(encoding="utf-8")


def document_after_scripts(html: str) -> str:
    """The page as HTML after its scripts have run, in a browser with a fresh profile.

    Raises:
        RuntimeError: there is no browser, or it failed.
    """
    browser = _chromium()
    if browser is None:
        raise RuntimeError(missing())
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        command = [browser, *_FLAGS, f"--user-data-dir={folder}/profile", "--dump-dom", page.as_uri()]
        ran = subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    if ran.returncode:
        raise RuntimeError(f"{browser} ended with {ran.returncode}: {ran.stderr.decode('utf-8', 'replace')[-2000:]}")
    return ran.stdout.decode("utf-8")
