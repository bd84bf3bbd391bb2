"""Begin a protocol: a folder ready to use, from the model text and a few answers, or one section more."""
