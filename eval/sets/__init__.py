"""What is asked: question sets of several forms, each read into the records of this room.

`opening` turns the name that the command is given into a set; each form has its module.
"""
