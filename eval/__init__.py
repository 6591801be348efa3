"""The eval room: question sets, how well they are answered, and what the product is trained on.

`citewire eval SET` opens a set (sets/), asks systems (systems/), measures what they made of it
(measures/) and shows it (reporting/). training/ makes the reader, `eval.fitting` the weights.
Long measurements are modules with a command of their own, since tests assert no times:
`eval.benchmark`, `eval.speed`, `eval.pages`, `eval.indexing`.
"""
