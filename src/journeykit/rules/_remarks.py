"""What the checker says of itself: allowances, settings and files. These are no rules: they always hold, and nothing has to be drawn or planned."""

from typing import Final

from attrs import frozen

from ._finding import Severity


@frozen
class Remark:
    """One kind of such findings.

    Attributes:
        code: as findings carry it. name: the bad pattern.
        why: why it matters. fix: what to do.
    """

    code: str
    name: str
    severity: Severity
    why: str
    fix: str


REMARKS: Final[dict[str, Remark]] = {
    one.code: one
    for one in (
        Remark("CHK-01", "unused-allowance", "info", "An allowance that is not needed hides the next finding.", "Remove it."),
        Remark("CHK-02", "unknown-rule-allowed", "warning", "A misspelt allowance accepts nothing.", "Write the code or name of a rule."),
        Remark(
            "CHK-03", "wrong-setting", "warning", "A setting that is not understood is not followed.", "Correct the settings under `check`."
        ),
        Remark("CHK-04", "unreadable-file", "error", "What cannot be read was not checked.", "Put the file right."),
        Remark(
            "CHK-05",
            "allowance-without-reason",
            "warning",
            "Nobody can tell later whether it still holds.",
            "Say why, such as `allow: {STR-04: agreed with Ana}`.",
        ),
    )
}
