"""Put an answer in the order of time that is asked for. Input: a TimeScope and Chosen sentences.
Output: them in order, and notes.
"""

from collections.abc import Sequence

from qa.composing import Chosen
from qa.timing.narrowing import named
from qa.timing.periods import told_day
from qa.timing.scope import Order, TimeScope
from qa.timing.telling import Told, day_of, told_of


def in_order(
    scope: TimeScope, chosen: Sequence[Chosen]
) -> tuple[tuple[Chosen, ...], tuple[str, ...]]:
    """The sentences in the order asked for, those without a date last, and what is to be said of
    it."""
    notes = (*scope.notes, *_of_unknown_time(scope, chosen))
    if scope.order is Order.ANY:
        return tuple(chosen), notes
    sign = -1 if scope.order is Order.NEWEST else 1
    days = [day_of(each.sentence, each.story) for each in chosen]
    dated = [(day, each) for day, each in zip(days, chosen, strict=True) if day]
    # Python's sort keeps the order of equals: the better sentence of a day goes first.
    dated.sort(key=lambda pair: sign * pair[0].toordinal())
    undated = [each for day, each in zip(days, chosen, strict=True) if day is None]
    ordered = (*(each for _, each in dated), *undated)
    if not dated:
        return ordered, (*notes, "The articles are undated: which is the latest cannot be told.")
    told = ", ".join(dict.fromkeys(told_day(day) for day, _ in dated))
    which = "newest" if scope.order is Order.NEWEST else "oldest"
    if len(ordered) > 1:
        notes = (*notes, f"The sentences are in order of date, the {which} first: {told}.")
    if undated:
        notes = (*notes, f"{_counted(len(undated))} of an undated article and stands last.")
    return ordered, notes


def _of_unknown_time(scope: TimeScope, chosen: Sequence[Chosen]) -> tuple[str, ...]:
    if not scope.narrows:
        return ()
    told = [told_of(scope, each.sentence, each.story) for each in chosen]
    dated = [each.story.article.published for each in chosen]
    of_others = [
        told_day(day) for of, day in zip(told, dated, strict=True) if day and of is Told.UNLIKELY
    ]
    if of_others:
        none = "" if Told.WITHIN in told else f"Nothing of {named(scope)} answers this. "
        days = ", ".join(dict.fromkeys(of_others))
        return (f"{none}What is told of another time is of {days}.",)
    unknown = sum(each in (Told.UNKNOWN, Told.UNLIKELY) for each in told)
    if not unknown:
        return ()
    what = "day of one sentence is" if unknown == 1 else f"days of {unknown} sentences are"
    how = "is likely" if Told.UNLIKELY in told else "may be"
    return (f"The {what} not known: another time than {named(scope)} {how} meant.",)


def _counted(sentences: int) -> str:
    return "One sentence is" if sentences == 1 else f"Each of {sentences} sentences is"
