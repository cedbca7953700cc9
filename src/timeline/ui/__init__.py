"""What the reader meets: the server, the address bar, the pages' controls.

Lives here: everything that knows Streamlit or answers a browser.
May import: everything of ours.
May not: decide anything; a rule belongs in the rooms below.
"""
