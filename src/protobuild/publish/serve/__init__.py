"""Serve: the site, the draft and its redline in a browser on this computer, made anew at every save."""
