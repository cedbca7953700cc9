"""The whole way from the sheets to the store being served, for every front door.

Lives here: reading, cutting and building in one go; whether the store is stale.
May import: intake, evidence, store.
May not: the screen, the command line.
"""
