"""Measure how statements are found: statements found by reading, and the finder's beside them.

    python -m eval.statements ../shared/bench/reuters21578/stories.jsonl.gz [--misses] [--census N]

gold.jsonl holds every statement of the seeds and of forty stories of Reuters-21578. They were read,
and the finder was not looked at. What counts, where reading alone does not decide:

- A statement is a clause, or words in quotation marks, with a verb of saying or writing that tells
  whose it is ("said", "told", "announced", "wrote", "according to", "predicted", "indicated").
- What is announced, revealed, emphasised, stressed, highlighted or underscored counts when it is a
  noun phrase too ("announced plans to ..."), and so does "described X as Y". What the words were
  about ("explained the scope"), and results that are reported, do not.
- The span is the content: no quotation marks at its ends, no closing comma or full stop, none of
  the words that tell who spoke. A "today" or "in a letter" beside the verb is no content, and
  neither is what stands before an inserted "he said" ("At the end, he said X" has X alone).
- It ends with the sentence, before "but said", "adding", "although he stressed", which open the
  next, or before what the writer adds ("..., a verdict which almost certainly means ...").
- Quoted words within a reported clause make one reported statement, from the verb to its end. Those
  in the writer's own sentence count from five words on ("agreed to 'start opening ...'").
- What one speaker says that another said is one statement, the outer one's. An outlet that carries
  a quotation is not its speaker; one that tells something itself is.
- A sentence of a report that says nothing of its source is no statement, whatever stands before it;
  a quotation is, and its verb is then the one that is in force.
- A document speaks for itself ("the prospectus said"), a ministry's statement for the ministry. The
  unnamed are given as written ("senior coffee dealer"); null where a careful reader cannot tell.
- Headlines and captions hold no statements.

Rows with ``optional`` count neither as missed nor as wrongly found: what is done by words rather
than said ("accused Israel of ...", "rejected the accusations"), what somebody believes or expects,
what an inner speaker said, what nobody is told to have said ("as previously announced"), and what
is left of a broken quotation.
"""
