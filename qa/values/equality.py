"""Tell whether two values may be equal. Input: Values. Output: yes or no.

A number is an interval of what it may stand for, and one written shorter stands for what it was cut
from: 58.6 is written 59, and 58 as well.
"""

import math
from dataclasses import replace

from qa.records import Kind
from qa.values.names import is_one_name
from qa.values.records import Value

# What is cut off a number is at most such a share of it.
_CUT_OFF = 0.05
_ROUND, _ONE = 10, 0.5
_SLIPS = (1e3, 1e6, 1e9)


def may_be_equal(one: Value, other: Value) -> bool:
    """Whether both may mean one and the same: 58.6 is written 59, and 58 as well."""
    if one.kind is Kind.NAME:
        return is_one_name(one.name, other.name)
    one, other = _counted_so_far(one), _counted_so_far(other)
    if one.low == other.low or (one.low < other.high and other.low < one.high):
        return True
    mine, theirs = (one.low + one.high) / 2, (other.low + other.high) / 2
    if one.place != other.place and abs(mine - theirs) < min(
        max(one.place, other.place), _CUT_OFF * max(mine, theirs)
    ):
        return True
    # "15.5 bpd" is a slip for "15.5 mln bpd", which tells nothing of who is right.
    return any(math.isclose(max(mine, theirs), times * min(mine, theirs)) for times in _SLIPS)


def as_written(value: Value) -> Value:
    """The number without what is about it: "around 15.5" as 15.5. A bound stays what it is."""
    middle = (value.low + value.high) / 2
    if math.isinf(middle) or not value.place:
        return value
    return replace(value, low=middle - value.place / 2, high=middle + value.place / 2)


def _counted_so_far(value: Value) -> Value:
    """The value, a toll that may grow as what has been counted: of "at least 14 dead" and "19 dead"
    a reader is told. A round number of them is a bound, "more than 20"."""
    is_count = value.fate and math.isinf(value.high) and round(value.low) % _ROUND != 0
    return replace(value, high=value.low + _ONE) if is_count else value
