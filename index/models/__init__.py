"""Trained models: found by name, checked, exported to ONNX once, and run without torch."""
