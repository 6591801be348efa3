"""Train the reader that Citewire ships: from public question sets to qa/reader/.

    python -m eval.training prepare WORK   # sources -> groups.jsonl
    python -m eval.training train WORK     # groups.jsonl -> checkpoint.pt, curve.jsonl
    python -m eval.training export WORK    # checkpoint.pt -> qa/reader/

Each step goes on where it was stopped. What a group is: records.py.
"""
