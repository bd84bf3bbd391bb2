"""The life of a protocol: its versions, the reasons for change, and which text a reader means."""
