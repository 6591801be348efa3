"""What is measured. Input: Outcomes. Output: Scores, each figure with its interval."""
