"""The year 2021 of a centre like Alma, in Roubaix: made-up people, real kinds of activity.

The figures that such a centre prints are nowhere here: they are counted from these records. What stands here is who
comes to what, and how many of them.
"""
