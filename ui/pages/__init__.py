"""The chat page as HTML: plain functions from values to strings; nothing here knows Gradio."""
