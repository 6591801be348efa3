"""Check a range of days that a user names. Input: its two ends. Output: none; an error if bad."""

from datetime import date

from index.errors import InvalidRequest


def require_order(since: date | None, until: date | None) -> None:
    """Raise InvalidRequest where the first day comes after the last one."""
    if since and until and since > until:
        raise InvalidRequest(
            f"No day is on or after {since} and on or before {until} too.",
            "Exchange the two days, or leave one out.",
        )
