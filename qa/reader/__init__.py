"""Read question and passage together with a trained network. Input: texts. Output: PassageReadings.

checkpoints -> network -> encoding -> spans. model/ holds the reader that Citewire ships.
"""
